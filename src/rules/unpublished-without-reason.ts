import { defineRule, fault, quoted } from '../check/rule.ts'
import { publicationDutyOf } from '../law/publication.ts'
import { citationOf } from '../law/source.ts'
import type { Case } from '../model/case.ts'

/** What the law or the running of a publication gives as a reason; a party's name or a sum is none. */
const reason =
  /秘密|涉密|隐私|未成年|简易|当场|警告|不予公|不宜公|免[于予]公|无需公|无须公|依法不|[拟待]公[开示]|暂[未不]公|尚未公|即将公|公示中|正在公示|(?:国家|公共|经济)安全|社会稳定|个人信息|期满|撤下|复议|诉讼/

function hasReason({ text }: Case): boolean {
  return reason.test(`${text.published}，${text.outcome}，${text.remark}`) || /不公[开示]/.test(text.remark)
}

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
    [{ ...unpublished, remark: '凌源某商店，罚款 3000 元' }],
  ],
  good: [
    [{ ...unpublished, published: '拟公开', closed: '2024-05-20', remark: '拟公开' }],
    [{ ...unpublished, published: '依法不予公开' }],
    [{ ...unpublished, remark: '涉及商业秘密，依法不公开' }],
    [{ ...unpublished, outcome: '警告' }],
    [{ ...unpublished, outcome: '不予行政处罚' }],
    [{ ...unpublished, type: '专利侵权裁决', outcome: '驳回请求' }],
    [{ ...unpublished, type: '专利纠纷调解', outcome: '达成调解协议' }],
  ],
  check: () => (c) => {
    if (!c.closed) return undefined
    if ((c.published !== '否' && c.published !== '尚未') || hasReason(c)) return undefined
    const duty = publicationDutyOf(c)
    if (!duty) return undefined
    const said = quoted(c.text.published)
    const shown = c.published === '尚未' ? `填${said}，统计表里印作“否”` : `表中填${said}`
    return fault(
      'published',
      `疑似应公开而未公开，待核实：${citationOf(duty.source)}要求公开，${shown}，看不出依法不公开的理由`,
    )
  },
})
