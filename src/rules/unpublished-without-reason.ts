import { defineRule, fault, quoted } from '../check/rule.ts'
import { publicationDutyOf } from '../law/publication.ts'
import { citationOf } from '../law/source.ts'

const unpublished = { published: '否', url: '' }

export default defineRule({
  id: 'unpublished-without-reason',
  severity: 'note',
  summary: '应公开的决定没有公开，也没有说明理由',
  why: '行政处罚决定和行政裁决一般应当公开；仅警告、简易程序、涉及秘密等依法不公开的，要看得出理由。表中看不出是否属于例外，所以只是疑似，待核实。',
  remedy: '依法不公开的，在备注里写明理由；还没有公开的，在备注里写“拟公开”；已经公开的，填“是”并附网址。',
  reads: ['type', 'closed', 'published', 'url', 'remark'],
  incompleteOnly: true,
  bad: [
    [unpublished],
    [{ ...unpublished, type: '专利侵权裁决', outcome: '裁决（侵权成立）', remark: '无' }],
    [{ ...unpublished, published: '拟公开', closed: '2024-05-20' }],
  ],
  good: [
    [{ ...unpublished, published: '拟公开', closed: '2024-05-20', remark: '拟公开' }],
    [{ ...unpublished, remark: '涉及商业秘密，依法不公开' }],
    [{ ...unpublished, outcome: '警告' }],
    [{ ...unpublished, outcome: '不予行政处罚' }],
    [{ ...unpublished, type: '专利侵权裁决', outcome: '驳回请求' }],
    [{ ...unpublished, type: '专利纠纷调解', outcome: '达成调解协议' }],
  ],
  check: () => (c) => {
    if ((c.published !== '否' && c.published !== '尚未') || c.remark !== null) return undefined
    const duty = publicationDutyOf(c)
    if (!duty) return undefined
    const said = quoted(c.text.published)
    const shown = c.published === '尚未' ? `填${said}，统计表里印作“否”` : `表中填${said}`
    return fault(
      'published',
      `疑似应公开而未公开，待核实：${citationOf(duty.source)}要求公开，${shown}，备注是空的`,
    )
  },
})
