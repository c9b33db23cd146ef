import type { RuleStatus } from '../../model/run.ts'

const outcomes = { 'not-applicable': '没有查：', off: '', lowered: '', ran: '' } as const

/** 7 条没有查：台账没有“是否公开”一栏 */
function grouped(rules: readonly RuleStatus[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { status, reason } of rules) {
    const words = `${outcomes[status]}${reason}`
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts].map(([words, count]) => `${count} 条${words}`)
}

/** What was looked at, and what was not and why; what this kind of run never asks is not counted. */
export function whatRanInWords(rules: readonly RuleStatus[]): string {
  const asked = rules.filter(({ isUsual }) => !isUsual)
  const ran = asked.filter(({ status }) => status === 'ran' || status === 'lowered')
  const unjudged = asked.filter(({ status, reason }) => status === 'ran' && reason !== null)
  const others = ['not-applicable', 'off', 'lowered'].flatMap((status) =>
    grouped(asked.filter((rule) => rule.status === status)),
  )
  const parts = [
    `核对了 ${ran.length} 条规则`,
    ...others,
    ...unjudged.map(({ id, reason }) => `${id} ${reason}`),
  ]
  return `${parts.join('；')}。`
}
