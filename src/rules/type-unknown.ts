import { defineRule, fault, quoted } from '../check/rule.ts'
import { type CaseType, caseTypeNamed, caseTypeSpellings } from '../model/case-type.ts'
import { remembered } from '../model/memo.ts'
import { nearest } from '../model/nearest.ts'

/** A known spelling inside the text, the longest first; else the one most like it. */
const meantType = remembered((text): CaseType | undefined => {
  const inside = caseTypeSpellings
    .filter((spelling) => text.includes(spelling))
    .sort((one, other) => other.length - one.length)
  const meant = inside[0] ?? nearest(text, caseTypeSpellings)
  return meant === undefined ? undefined : caseTypeNamed(meant)
})

export default defineRule({
  id: 'type-unknown',
  severity: 'error',
  summary: '认不出的案件类型',
  why: '统计表只分五类。只写“商标”“专利”分不清是哪一类，程序不猜。',
  remedy:
    '先看这类案件统计表收不收：只收专利侵权裁决、专利纠纷调解、商标侵权、假冒专利、地理标志和官方标志。收的，改成表上的写法；不收的，不要硬归进来，用 --allow-errors 时这一行会另行列出。',
  reads: ['type'],
  incompleteOnly: true,
  bad: [[{ type: '商标侵全' }], [{ type: '商标' }], [{ type: '专利' }], [{ type: '商标案件' }]],
  good: [
    [{ type: '侵犯注册商标专用权' }],
    [{ type: '假冒专利案' }],
    [{ type: '商 标 侵 权' }],
    [{ type: '商标侵权纠纷' }],
  ],
  check: () => (c) => {
    if (c.type !== undefined) return undefined
    const meant = meantType(c.text.type.replace(/\s+/g, ''))
    const guess = meant ? `，是不是“${meant}”？` : ''
    return fault('type', `案件类型${quoted(c.text.type)}不是统计表所列的类型${guess}`)
  },
})
