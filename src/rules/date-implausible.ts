import { defineRule, type Fault, fault } from '../check/rule.ts'
import type { Case } from '../model/case.ts'
import { addSpan, type IsoDate, yearOf } from '../model/date.ts'

const longest = { months: 120 }

/** Nearly every case is told by its years alone. */
function isTenYearsBefore(filed: IsoDate, until: IsoDate): boolean {
  return yearOf(until) - yearOf(filed) >= 10 && addSpan(filed, longest) < until
}

function faultInDecided({ filed, decided, decidedText }: Case, asOf: IsoDate): Fault | undefined {
  if (!decided) return undefined
  const about = { fact: 'decided', value: decidedText } as const
  if (filed && decided < filed) return { ...about, message: `决定日期 ${decided} 早于立案时间 ${filed}` }
  return decided > asOf ? { ...about, message: `决定日期 ${decided} 晚于核对日 ${asOf}` } : undefined
}

export default defineRule({
  id: 'date-implausible',
  severity: 'warning',
  summary: '立案时间或决定日期不像真的',
  why: '立案后十年才结案，多半是年份输错，例如把 2024 写成 1924；决定也不会早于立案、晚于核对日。',
  remedy: '对照立案审批表改正年份；确实如此的，不必改。',
  reads: ['filed', 'closed'],
  bad: [[{ filed: '1924-03-01' }], [{ filed: '2014-04-17' }]],
  good: [[{ filed: '2024-03-01' }]],
  check({ asOf }) {
    return (c) => {
      const { filed, closed } = c
      if (!filed || closed === undefined || !isTenYearsBefore(filed, closed ?? asOf)) {
        return faultInDecided(c, asOf)
      }
      const until = closed ? `结案（${closed}）` : `核对日（${asOf}）`
      return fault('filed', `立案时间 ${filed} 比${until}早十年以上`)
    }
  },
})
