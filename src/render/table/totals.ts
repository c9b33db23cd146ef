import type { CaseType } from '../../model/case-type.ts'
import { chineseDate } from '../../model/date.ts'
import type { Period, Tally, Totals } from '../../model/table.ts'

export const totalsTitle = '汇总'

export const totalsHeadings: readonly string[] = ['案件类型', '立案', '结案', '在办', '已公开']

export interface TotalsLine {
  readonly name: CaseType | '合计'
  /** In the order of `totalsHeadings`, without the first. */
  readonly numbers: readonly number[]
}

function line(name: TotalsLine['name'], tally: Tally): TotalsLine {
  return { name, numbers: [tally.filed, tally.closed, tally.open, tally.published] }
}

export function totalsLines(totals: Totals): readonly TotalsLine[] {
  return [...totals.byType.map((tally) => line(tally.type, tally)), line('合计', totals.all)]
}

export function periodText(period: Period): string {
  const to = chineseDate(period.to)
  if (period.name === 'since-last') return `截至${to}，以往报送没有列为结案的案件`
  return period.from === null
    ? `截至${to}的全部案件`
    : `${chineseDate(period.from)}至${to}立案、结案或期末仍在办的案件`
}
