import { chineseDate } from '../../model/date.ts'
import type { NamedCase, NeverReturned } from '../../model/report.ts'
import { visible } from '../printable.ts'

const mostNamed = 20

function nameOf({ type, caseNumber, filed }: NamedCase): string {
  const which = caseNumber === null ? '没有编号的' : `「${visible(caseNumber)}」`
  return `${which}${visible(type ?? '')}案件${filed === null ? '' : `（${visible(filed)} 立案）`}`
}

/** What would reach no return unless somebody puts it into one. */
export function neverReturnedLines({ cases, closedAfter }: NeverReturned): readonly string[] {
  if (cases.length === 0) return []
  const count = `${cases.length} 件`
  const more = cases.length > mostNamed ? ' 等' : ''
  const names = `${cases.slice(0, mostNamed).map(nameOf).join('、')}${more}`
  return closedAfter === null
    ? [`不在统计期间、以往报送也都没有列过的案件 ${count}：${names}。应当报的，换 --period since-last 出表。`]
    : [
        `不在统计期间、上年最后一期截止日（${chineseDate(closedAfter)}）以后才结案的案件 ${count}，可能哪一期都没有报过：${names}。`,
      ]
}
