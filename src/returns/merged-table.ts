import { type City, hasCome, isWithoutFile, type UnitReturn } from '../model/collected.ts'
import { receivedWords } from '../model/left-out-words.ts'
import type { LeftOutCase } from '../model/report.ts'
import type { Statistics } from '../model/table.ts'
import { formOf } from '../programmes/form.ts'
import { mergeTables } from '../table/merge.ts'
import { periodOf } from '../table/period.ts'
import type { CollectRun } from './collect-unit.ts'
import type { Sorted } from './unit-files.ts'

function isFault({ reason }: LeftOutCase): boolean {
  return reason === 'rule'
}

/** What of a unit is not in the table, as the note says it; undefined where all of it is. */
function gapOf(one: UnitReturn): string | undefined {
  const { unit, status, leftOut } = one
  if (isWithoutFile(one)) return `${unit}（登记已收到，没有它的文件）`
  if (status === 'missing' || status === 'awaited') return `${unit}（未报）`
  if (status === 'unreadable') return `${unit}（报来的文件读不了）`
  if (leftOut.some(({ rules }) => rules.includes('unit-returned-twice')))
    return `${unit}（报了两份，内容重复）`
  const cases = leftOut.filter(isFault).length
  return cases > 0 ? `${unit} ${cases} 件` : undefined
}

/** The rows of every unit in one table, with what the note must say of those that are not in it. */
export function mergedTable(
  units: readonly UnitReturn[],
  { strays, failures }: Sorted,
  { setup, wanted }: CollectRun,
): Pick<Statistics, 'table' | 'totals' | 'explained'> & Pick<City, 'byUnit'> {
  const { programme, settings } = setup
  const { label, title, note } = formOf(programme)
  const shown = units.filter((one) => one.isExpected || hasCome(one))
  const expected = shown.filter(({ isExpected }) => isExpected)
  const gaps = shown.map(gapOf).filter((gap) => gap !== undefined)
  const strayWords = strays.length > 0 ? [`${strays.length} 份看不出单位的报表`] : []
  const received = { received: shown.filter(hasCome).length, expected: expected.length }
  const merged = mergeTables(
    shown.map(({ unit, statistics }) => ({ unit, table: statistics.table })),
    {
      ...{ label, title },
      note: `${note}${receivedWords(received, [...gaps, ...strayWords])}`,
      unit: settings.unit ?? programme.roles.collects,
      date: settings.asOf,
      period: periodOf(setup.asked, settings.asOf),
      sort: wanted.sort ?? settings.config.sort ?? 'input',
      unread: strays.length + failures.length,
      isIncomplete: gaps.length > 0,
    },
  )
  return { ...merged, explained: shown.flatMap((one) => one.statistics.explained) }
}
