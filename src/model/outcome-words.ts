import type { Procedure } from './case-type.ts'

/** One way to close a case: the form's word and what clerks type. Brackets are full-width, spaces removed. */
export interface Result {
  /** Absent: words that name no result and hide those inside them, as 调解不成 hides 调解. */
  readonly canonical?: string
  readonly phrases: readonly string[]
  /** Say little by themselves: one of these later in the cell counts instead (裁决，驳回请求). */
  readonly yieldsTo?: readonly string[]
  /** Means this result only behind one that yields to it (移送朝阳市公安局). */
  readonly dependent?: true
}

const agreementFailed = [
  ...['调解不成', '调解失败', '调解未成', '调解未果', '终止调解', '调解终止', '不同意调解', '拒绝调解'],
  ...['未', '未能', '无法', '不能'].flatMap((not) => [`${not}达成`, `${not}达成协议`, `${not}达成调解协议`]),
]

/** The opposite of 专利无效: the patent stands. */
const patentStood = [
  ...['无效宣告请求被驳回', '无效宣告请求驳回', '无效请求被驳回', '驳回无效宣告请求', '驳回无效请求'],
  ...['专利无效宣告请求被驳回', '专利权无效宣告请求被驳回', '维持有效', '维持专利有效', '维持专利权有效'],
]

const infringed = '裁决（侵权成立）'
const dismissed = '裁决（驳回请求）'
const dismissedAsInvalid = '裁驳（专利权无效）'

const rulingResults: readonly Result[] = [
  {
    canonical: infringed,
    phrases: [
      '认定侵权',
      '侵权成立',
      '构成侵权',
      '责令停止侵权',
      '责令停止侵权行为',
      '责令立即停止侵权',
      '停止侵权',
    ],
  },
  {
    canonical: infringed,
    phrases: ['裁决', '行政裁决', '裁决结案'],
    yieldsTo: [infringed, dismissed, dismissedAsInvalid],
  },
  {
    canonical: dismissed,
    phrases: [
      ...['不构成侵权', '未构成侵权', '不侵权', '未侵权', '侵权不成立', '侵权行为不成立', '不成立'],
      ...['认定侵权不成立', '认定侵权行为不成立', '未落入保护范围', '未落入专利权保护范围'],
    ],
  },
  { canonical: dismissed, phrases: ['驳回', '驳回请求'], yieldsTo: [dismissedAsInvalid] },
  {
    canonical: dismissedAsInvalid,
    phrases: [
      ...['裁驳', '无效后裁驳', '先行裁驳', '专利无效', '专利无效驳回', '专利权无效', '宣告无效'],
      ...['专利权全部无效', '专利全部无效', '宣告专利权无效', '宣告专利权全部无效', '无效宣告后'],
    ],
  },
  { phrases: patentStood },
  { canonical: '调解结案', phrases: ['调解', '达成调解协议', '行政调解'] },
  { canonical: '撤销案件', phrases: ['撤案', '销案', '撤回', '撤回请求', '请求人撤回', '撤诉'] },
  { canonical: '移送管辖', phrases: ['移送', '移交'] },
  { phrases: agreementFailed },
]

const mediationResults: readonly Result[] = [
  {
    canonical: '达成调解协议',
    phrases: [
      '调解成功',
      '调解结案',
      '达成调解',
      '达成协议',
      '调解协议书',
      '调解书',
      '签订调解协议',
      '司法确认',
    ],
  },
  {
    canonical: '撤销案件（未达成协议）',
    phrases: [...agreementFailed, '撤销案件', '撤案', '销案'],
  },
  { canonical: '撤回请求', phrases: ['撤回', '撤诉', '申请人撤回', '请求人撤回'] },
]

const punished = '行政处罚'
const unpunished = '不予行政处罚'
const notEstablished = '违法事实不能成立'
const sentToPolice = '移送公安（涉嫌犯罪）'
const sentElsewhere = '移送其他部门'

const penaltyResults: readonly Result[] = [
  {
    canonical: punished,
    phrases: [
      ...['处罚', '罚款', '罚没', '没收', '警告', '通报批评', '行政处罚决定', '责令停产停业', '停产停业'],
      ...['吊销', '暂扣', '责令停止侵权并罚款', '责令停止侵权', '责令停止侵权行为', '责令立即停止侵权'],
    ],
  },
  {
    canonical: unpunished,
    phrases: [
      ...['不予处罚', '免罚', '不罚', '首违不罚', '不处罚', '不予以处罚', '不作处罚', '不给予行政处罚'],
      ...['免予处罚', '免于处罚', '免除处罚', '免予行政处罚', '免于行政处罚', '免除行政处罚'],
    ],
  },
  // 商标法第六十条第二款: who did not know what he sold is told to stop, and not fined.
  {
    canonical: unpunished,
    phrases: ['责令改正', '责令限期改正', '责令停止销售', '责令立即停止销售'],
    yieldsTo: [punished],
  },
  {
    canonical: notEstablished,
    phrases: ['违法事实不成立', '不能成立', '不成立', '查无实据', '不构成侵权', '不构成违法'],
  },
  { canonical: sentToPolice, phrases: ['移送公安', '移交公安', '移送司法', '移送司法机关', '移交司法'] },
  // Sent back: what became of it then counts.
  {
    canonical: sentToPolice,
    phrases: ['移送公安', '移交公安', '公安'].flatMap((to) =>
      ['', '机关', '局'].flatMap((body) => ['', '后', '，'].map((then) => `${to}${body}${then}不予立案`)),
    ),
    yieldsTo: [punished, unpunished, notEstablished, '撤销案件', '终止调查'],
  },
  { canonical: sentToPolice, phrases: ['公安', '司法机关', '检察'], dependent: true },
  { canonical: sentElsewhere, phrases: ['移送', '移交', '移送管辖'], yieldsTo: [sentToPolice] },
  // 商标法第六十条第三款: the damages may be mediated.
  { canonical: '调解结案', phrases: ['行政调解', '调解', '达成调解协议'] },
  { canonical: '撤销案件', phrases: ['销案', '撤案', '撤销立案'] },
  { canonical: '终止调查', phrases: [] },
  {
    canonical: '终止调查',
    phrases: ['终止', '终结'],
    yieldsTo: [punished, unpunished, notEstablished, sentToPolice, sentElsewhere, '撤销案件'],
  },
  { phrases: [...agreementFailed, '公安移送', '公安机关移送', '上级移送'] },
]

export const resultsOf: Readonly<Record<Procedure, readonly Result[]>> = {
  ruling: rulingResults,
  mediation: mediationResults,
  penalty: penaltyResults,
}
