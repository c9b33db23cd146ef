import { defineRule } from '../check/rule.ts'
import { sayOnce } from '../check/said-once.ts'
import { caseTypes } from '../model/case-type.ts'
import { outOfTable } from '../model/scope.ts'

export default defineRule({
  id: 'type-out-of-scope',
  severity: 'note',
  summary: '不在统计范围的案件',
  why: '台账里可以记这类案件，但统计表不收；硬归入“商标侵权”之类会使统计失实。',
  remedy: '不必改台账：不列入统计表，会另行列出。如果类型填错了，改成统计表所列的类型。',
  reads: ['type'],
  final: true,
  bad: [
    [{ type: '商标一般违法' }],
    [{ type: '商标代理违法案件' }],
    [{ type: '非正常专利申请', caseNumber: '', outcome: '' }],
    [{ type: '侵犯商业秘密' }],
    [{ type: '违反商标禁用规定' }],
    [{ type: '恶意商标注册' }],
  ],
  good: [[{ type: '商标侵权' }], [{ type: '地标' }]],
  check({ types }) {
    const only = types.length < caseTypes.length ? `本次只统计${types.join('、')}，` : ''
    return sayOnce(
      'type',
      (c) => {
        const found = outOfTable(c, types)
        return found?.reason === 'out-of-scope' ? found.message : undefined
      },
      (rows) => `${only}有 ${rows} 件不在收集范围，不列入统计表`,
    )
  },
})
