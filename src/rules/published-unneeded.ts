import { defineRule, fault, quoted } from '../check/rule.ts'

const otherPenalties = /罚款|罚没|没收|吊销|暂扣|停产|停业|通报批评/

export default defineRule({
  id: 'published-unneeded',
  severity: 'note',
  summary: '一般不公开的结果填了公开',
  why: '《市场监督管理行政处罚信息公示规定》第二条：仅给予警告的行政处罚不公示；撤销的案件没有决定可以公开。',
  remedy: '核对有没有误公示，或是否公开、结案方式有没有填错；确已公开的，不必改。',
  reads: ['type', 'outcome', 'published', 'url'],
  bad: [[{ outcome: '警告' }], [{ outcome: '撤销案件' }]],
  good: [[{ outcome: '警告，罚款' }], [{ outcome: '撤销案件', published: '否', url: '' }]],
  check: () => (c) => {
    if (c.published !== '是' || c.outcome?.state !== 'closed') return undefined
    const said = c.text.outcome
    const isWarning = said.includes('警告') && !otherPenalties.test(said)
    const isCancelled = c.outcome.canonical?.startsWith('撤销案件') === true
    if (!isWarning && !isCancelled) return undefined
    return fault(
      'published',
      `疑似不应公开，待核实：结案方式是${quoted(said)}，一般不公开，表中填${quoted(c.text.published)}`,
    )
  },
})
