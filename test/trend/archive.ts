import type { ArchivedCase } from '../../src/archive/receipt.ts'
import { type Draft, receiptBytes } from '../../src/archive/receipt-file.ts'
import { type CaseType, caseTypes } from '../../src/model/case-type.ts'
import { addDays, day, type IsoDate } from '../../src/model/date.ts'
import { chaoyangUnits } from '../archive/chaoyang-units.ts'
import { archivedCase, receiptOf } from '../archive/receipt.ts'

/** A case as it was on a day: what is filed or closed later, nobody knew. */
interface KnownCase {
  readonly type: CaseType
  readonly caseNumber: string
  readonly filed: IsoDate
  readonly closed: IsoDate | null
}

export function asOn(end: IsoDate, { type, caseNumber, filed, closed }: KnownCase): ArchivedCase[] {
  if (filed > end) return []
  const isOpen = closed === null || closed > end
  const blank = { closed: null, outcome: '在办', open: true, published: null, links: [] }
  return [{ ...archivedCase, type, caseNumber, filed, closed, ...(isOpen && blank) }]
}

/** Cases of a unit from January 2024 on: about three in two months, closed after 40 days and more. */
function casesOf(unit: string): readonly KnownCase[] {
  const at = chaoyangUnits.indexOf(unit)
  return Array.from({ length: 36 }, (_, count) => {
    const filed = addDays(day('2024-01-08'), count * (17 - at) + at * 3)
    const type = caseTypes[(count * 3 + at) % caseTypes.length] ?? '商标侵权'
    const number = `朝市监${unit}〔${filed.slice(0, 4)}〕${count + 1}号`
    const closed = count % 5 === 4 ? null : addDays(filed, 40 + ((count * 7) % 60))
    return { type, caseNumber: number, filed, closed }
  })
}

const rounds: readonly (readonly [round: string, end: string])[] = [
  ['2024-06', '2024-06-07'],
  ['2024-09', '2024-09-09'],
  ['2024-11', '2024-11-08'],
  ['2025-06', '2025-06-09'],
]

/** 北票市 left out the second round; 龙城区 reports what is new since the last; 凌源市 one month alone, at last. */
function draftOf(unit: string, round: string, end: IsoDate): Partial<Draft> {
  const year = round.slice(0, 4)
  const all = casesOf(unit).flatMap((c) => asOn(end, c))
  const recent = all.filter(({ open, filed, closed }) => open || (closed ?? filed ?? '') >= `${year}-01-01`)
  const draft = { unit: `${unit}市场监督管理局`, unitKey: unit, round, day: end }
  if (unit === '凌源市' && round === '2024-11') {
    const period = { name: '2024-10..', from: day('2024-10-01'), to: end }
    return {
      ...draft,
      period: { ...period, name: `2024-10-01..${end}` },
      cases: recent.filter(({ open, filed }) => open || (filed ?? '') >= '2024-10-01'),
    }
  }
  if (unit === '龙城区') {
    const before = rounds.filter(([id]) => id < round).at(-1)?.[1] ?? '2023-12-31'
    const isNew = ({ open, closed }: ArchivedCase) => open || (closed ?? '') > before
    return { ...draft, period: { name: 'since-last', from: null, to: end }, cases: all.filter(isNew) }
  }
  return { ...draft, period: { name: 'all', from: null, to: end }, cases: recent }
}

/** Seven units of Chaoyang, four rounds over two years. */
export function cityArchive(): Readonly<Record<string, Uint8Array>> {
  const drafts = rounds.flatMap(([round, end], at) =>
    chaoyangUnits
      .filter((unit) => !(unit === '北票市' && round === '2024-09'))
      .map((unit, index) => draftOf(unit, round, addDays(day(end), (index + at) % 4 === 0 ? 1 : 0))),
  )
  return Object.fromEntries(
    drafts.map((draft) => {
      const receipt = receiptOf(draft)
      return [`存档/${receipt.round}/${receipt.unitKey}.json`, receiptBytes(receipt)]
    }),
  )
}
