import type { CaseType } from '../../model/case-type.ts'
import { chineseDate } from '../../model/date.ts'
import type { Period, Tally, Totals } from '../../model/table.ts'
import { type List, type ListCell, type ListColumn, numbers, words } from '../list/list.ts'

export const totalsTitle = '汇总'

export const nameHeading = '案件类型'

const numberColumns = {
  上期结转: ({ carried }) => carried,
  立案: ({ filed }) => filed,
  结案: ({ closed }) => closed,
  在办: ({ open }) => open,
  已公开: ({ published }) => published,
} as const satisfies Readonly<Record<string, (tally: Tally) => number>>

/** The columns that hold plain numbers. */
export const numberHeadings: readonly string[] = Object.keys(numberColumns)

export const medianHeading = '办理天数中位数'
export const outcomesHeading = '结案情况'

/** Behind the name of whatever is counted. */
export const tallyColumns: readonly ListColumn[] = [
  ...numbers(...numberHeadings, medianHeading),
  ...words(outcomesHeading),
]

export interface TotalsLine {
  readonly name: CaseType | '合计'
  /** In the order of `numberHeadings`. */
  readonly numbers: readonly number[]
  /** With the number of cases it is taken over. */
  readonly median: string
  /** How the cases were closed; '' where none was. */
  readonly outcomes: string
}

/** 45（8 件）: a median says little without its number. */
function medianText({ medianDays, timed }: Pick<Tally, 'medianDays' | 'timed'>): string {
  return medianDays === null ? '—' : `${medianDays}（${timed} 件）`
}

function outcomesText({ outcomes, confirmed, invalidated }: Tally): string {
  const duties = [
    ...(confirmed > 0 ? [`司法确认 ${confirmed}`] : []),
    ...(invalidated > 0 ? [`无效后裁驳 ${invalidated}`] : []),
  ]
  const counts = outcomes.map(({ outcome, cases }) => `${outcome} ${cases}`).join('，')
  return duties.length === 0 ? counts : `${counts}；其中${duties.join('，')}`
}

function lineOf(name: TotalsLine['name'], tally: Tally): TotalsLine {
  return {
    name,
    numbers: Object.values(numberColumns).map((numberOf) => numberOf(tally)),
    median: medianText(tally),
    outcomes: outcomesText(tally),
  }
}

export function totalsLines(totals: Totals): readonly TotalsLine[] {
  return [...totals.byType.map((tally) => lineOf(tally.type, tally)), lineOf('合计', totals.all)]
}

/** In the order of `tallyColumns`. */
export function tallyCells(line: TotalsLine | undefined): readonly ListCell[] {
  return [...(line?.numbers ?? []), line?.median ?? '', line?.outcomes ?? '']
}

export function totalsList(totals: Totals): Pick<List, 'columns' | 'rows'> {
  return {
    columns: [...words(nameHeading), ...tallyColumns],
    rows: totalsLines(totals).map((line) => [line.name, ...tallyCells(line)]),
  }
}

export function periodText(period: Period): string {
  const to = chineseDate(period.to)
  if (period.name === 'since-last') return `截至${to}，以往报送没有列为结案的案件`
  return period.from === null
    ? `截至${to}的全部案件`
    : `${chineseDate(period.from)}至${to}立案、结案或期末仍在办的案件`
}
