import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseType, caseTypes } from '../../src/model/case-type.ts'
import { nearestOutcome, outcomesOf, readOutcome } from '../../src/model/outcome.ts'

const ruling = '专利侵权裁决'
const mediation = '专利纠纷调解'
const penalties: readonly CaseType[] = ['商标侵权', '假冒专利', '地理标志和官方标志']

const typedAs: readonly (readonly [readonly CaseType[], string, string])[] = [
  [[ruling], '裁决（侵权成立）', '裁决 行政裁决 裁决结案 认定侵权 侵权成立 责令停止侵权 责令停止侵权行为'],
  [[ruling], '裁决（驳回请求）', '驳回 驳回请求 不构成侵权 侵权不成立 未落入保护范围'],
  [
    [ruling],
    '裁驳（专利权无效）',
    '裁驳 无效后裁驳 先行裁驳 专利无效驳回 专利权全部无效驳回 专利权全部无效，驳回 无效宣告后驳回',
  ],
  [[ruling], '调解结案', '调解 达成调解协议 行政调解'],
  [[ruling], '撤销案件', '撤案 销案 撤回 撤回请求 请求人撤回 撤诉'],
  [[ruling], '移送管辖', '移送 移交 移送锦州局'],
  [[mediation], '达成调解协议', '调解成功 调解结案 达成协议 司法确认'],
  [[mediation], '撤销案件（未达成协议）', '调解不成 调解失败 未达成协议 终止调解'],
  [[mediation], '撤回请求', '撤回 撤诉 申请人撤回'],
  [
    penalties,
    '行政处罚',
    '处罚 罚款 罚没 没收 警告 通报批评 责令停产停业 吊销 责令停止侵权 责令停止侵权并罚款 行政处罚决定',
  ],
  [penalties, '不予行政处罚', '不予处罚 免罚 首违不罚 责令改正 责令停止销售'],
  [penalties, '违法事实不能成立', '违法事实不成立 不成立 查无实据'],
  [penalties, '调解结案', '行政调解 调解'],
  [penalties, '移送公安（涉嫌犯罪）', '移送公安 移送司法 移送司法机关'],
  [penalties, '移送其他部门', '移送 移交 移送锦州局'],
  [penalties, '撤销案件', '销案 撤案'],
  [penalties, '终止调查', '终止 终结'],
]

const table = typedAs.flatMap(([types, canonical, words]) =>
  types.flatMap((type) => [canonical, ...words.split(' ')].map((text) => [type, text, canonical] as const)),
)

test.each(table)('%s: %s counts as %s', (type, text, canonical) => {
  expect(readOutcome(type, text)).toEqual({ state: 'closed', canonical })
})

test.each([
  [ruling, '裁决(驳回请求)', '裁决（驳回请求）'],
  [ruling, '行政裁决，驳回请求', '裁决（驳回请求）'],
  [ruling, '裁决（不构成侵权）', '裁决（驳回请求）'],
  [ruling, '裁决驳回请求（专利权无效）', '裁驳（专利权无效）'],
  [ruling, '裁决侵权成立，驳回其他请求', '裁决（侵权成立）'],
  [ruling, '认定侵权不成立', '裁决（驳回请求）'],
  [ruling, '调解不成，裁决侵权成立', '裁决（侵权成立）'],
  [ruling, '未达成调解协议，行政裁决', '裁决（侵权成立）'],
  [ruling, '撤销案件（未达成协议）', '撤销案件'],
  [mediation, '撤销案件(未达成协议)', '撤销案件（未达成协议）'],
  [mediation, '撤销案件', '撤销案件（未达成协议）'],
  [mediation, '双方未能达成调解协议', '撤销案件（未达成协议）'],
  [mediation, '达成调解协议并司法确认', '达成调解协议'],
  ['商标侵权', '行政 处罚', '行政处罚'],
  ['商标侵权', '经听证，行政处罚', '行政处罚'],
  ['商标侵权', '公安不予立案，行政处罚', '行政处罚'],
  ['商标侵权', '调解不成，行政处罚', '行政处罚'],
  [ruling, '无效宣告请求被驳回，侵权成立', '裁决（侵权成立）'],
  [ruling, '维持有效，驳回请求', '裁决（驳回请求）'],
  ['商标侵权', '行政处罚、移送公安', '行政处罚'],
  ['商标侵权', '移送公安；行政处罚', '移送公安（涉嫌犯罪）'],
  ['商标侵权', '决定不予行政处罚', '不予行政处罚'],
  ['商标侵权', '商标侵权不成立', '违法事实不能成立'],
  ['商标侵权', '责令改正并罚款', '行政处罚'],
  ['商标侵权', '移送凌源市公安局', '移送公安（涉嫌犯罪）'],
  ['商标侵权', '公安机关移送，没收侵权商品', '行政处罚'],
  ['商标侵权', '调查终结，罚款5000元', '行政处罚'],
  ['商标侵权', '行政处罚（待公示）', '行政处罚'],
  ['假冒专利', '处罚。', '行政处罚'],
  ['假冒专利', '移送公安后不予立案', '移送公安（涉嫌犯罪）'],
  ['假冒专利', '责令限期改正', '不予行政处罚'],
  [ruling, '责令被请求人停止侵权', '裁决（侵权成立）'],
  [mediation, '制作调解书', '达成调解协议'],
  [mediation, '被请求人不同意调解', '撤销案件（未达成协议）'],
] as const)('%s: %s counts as %s', (type, text, canonical) => {
  expect(readOutcome(type, text)).toEqual({ state: 'closed', canonical })
})

test.each([
  ['中止', 'open'],
  ['在办', 'open'],
  ['办理中', 'open'],
  ['调查中', 'open'],
  ['未结', 'open'],
  ['调查取证', 'open'],
  ['送检中', 'open'],
  ['检测中', 'open'],
  ['已告知', 'open'],
  ['处罚告知', 'open'],
  ['听证', 'open'],
  ['法制审核', 'open'],
  ['延期办理', 'open'],
  ['待执行', 'open'],
  ['处罚中', 'open'],
  ['未结案', 'open'],
  ['审理中', 'open'],
  ['拟行政处罚', 'open'],
  ['待裁决', 'open'],
  ['中止（专利无效宣告程序中）', 'open'],
  ['立案', 'open'],
  ['审核中', 'open'],
  ['不予立案', 'no-case'],
  ['不予受理', 'no-case'],
  ['结案', 'vague'],
  ['已结案', 'vague'],
  ['是', 'vague'],
  ['已办结', 'vague'],
  ['协调处理', 'unknown'],
  ['未罚款', 'unknown'],
  ['行政処分', 'unknown'],
] as const)('%s is %s', (text, state) => {
  for (const type of caseTypes) expect(readOutcome(type, text)).toEqual({ state })
})

test.each([
  [ruling, '罚款', 'unknown'],
  ['商标侵权', '裁决', 'unknown'],
  [mediation, '行政处罚', 'unknown'],
  [undefined, '罚款', 'closed'],
  [undefined, '裁决', 'closed'],
  [undefined, '协调处理', 'unknown'],
  [undefined, '不予立案', 'no-case'],
] as const)('for the type %s %s is %s', (type, text, state) => {
  expect(readOutcome(type, text)).toEqual({ state })
})

test('an open word in front wins over every closing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...table), fc.constantFrom('拟', '待', '中止，'), ([type, text], word) => {
      expect(readOutcome(type, word + text)).toEqual({ state: 'open' })
    }),
  )
})

test('spaces inside a cell change nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...table), ([type, text, canonical]) => {
      expect(readOutcome(type, [...text].join(' '))).toEqual({ state: 'closed', canonical })
    }),
  )
})

test.each([
  ['商标侵权', '行政处法', '行政处罚'],
  ['商标侵权', '撤消案件', '撤销案件'],
  [ruling, '侵权城立', '侵权成立'],
  [mediation, '达成调节协议', '达成调解协议'],
  ['商标侵权', '协调', undefined],
] as const)('%s: nearest to %s is %s', (type, text, expected) => {
  expect(nearestOutcome(type, text)).toEqual(expected)
})

test('a cell that holds a book is read before the test runs out of time', () => {
  expect(readOutcome('商标侵权', '拟处罚'.repeat(1_000_000))).toEqual({ state: 'open' })
  expect(readOutcome('商标侵权', '未处罚'.repeat(1_000_000))).toEqual({ state: 'unknown' })
  expect(nearestOutcome('商标侵权', '商标'.repeat(10_000_000))).toEqual(undefined)
})

test('every type lists the ways of closing it', () => {
  expect(outcomesOf(ruling)).toEqual([
    '裁决（侵权成立）',
    '裁决（驳回请求）',
    '裁驳（专利权无效）',
    '调解结案',
    '撤销案件',
    '移送管辖',
  ])
  expect(outcomesOf(mediation)).toEqual(['达成调解协议', '撤销案件（未达成协议）', '撤回请求'])
  expect(outcomesOf('假冒专利')).toEqual([
    '行政处罚',
    '不予行政处罚',
    '违法事实不能成立',
    '移送公安（涉嫌犯罪）',
    '移送其他部门',
    '调解结案',
    '撤销案件',
    '终止调查',
  ])
})
