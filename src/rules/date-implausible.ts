import { defineRule, fault } from '../check/rule.ts'
import { addSpan } from '../model/date.ts'

const longest = { months: 120 }

export default defineRule({
  id: 'date-implausible',
  severity: 'warning',
  summary: '立案时间早得不像真的',
  why: '立案后十年才结案，多半是年份输错，例如把 2024 写成 1924。',
  remedy: '对照立案审批表改正年份；确实如此的，不必改。',
  reads: ['filed', 'closed'],
  bad: [[{ filed: '1924-03-01' }], [{ filed: '2014-04-17' }]],
  good: [[{ filed: '2024-03-01' }]],
  check({ asOf }) {
    return ({ filed, closed }) => {
      if (!filed || closed === undefined || addSpan(filed, longest) >= (closed ?? asOf)) return undefined
      const until = closed ? `结案（${closed}）` : `核对日（${asOf}）`
      return fault('filed', `立案时间 ${filed} 比${until}早十年以上`)
    }
  },
})
