import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseTypeNamed, caseTypeSpellings, caseTypes, isOtherCaseType } from '../../src/model/case-type.ts'
import { nearest } from '../../src/model/nearest.ts'

test.each([
  [
    '专利侵权裁决',
    '专利裁决 专利侵权纠纷 专利侵权纠纷裁决 专利侵权纠纷行政裁决 专利侵权行政裁决 专利侵权案件 专利侵权纠纷案件 涉嫌专利侵权',
  ],
  ['专利纠纷调解', '专利调解 专利侵权调解 专利纠纷行政调解 专利侵权纠纷调解 专利纠纷调解案件'],
  [
    '商标侵权',
    '商标侵权案 商标侵权案件 商标侵权行为 商标侵权纠纷 涉嫌商标侵权 侵犯注册商标专用权 侵犯商标专用权 侵犯注册商标专用权案件 销售侵犯注册商标专用权的商品 销售侵犯注册商标专用权商品案 侵犯注册商标专用权行为 商标侵权违法行为',
  ],
  ['假冒专利', '假冒专利案 冒充专利 假冒专利行为 假冒专利违法行为 销售假冒专利的产品 涉嫌假冒专利案'],
  [
    '地理标志和官方标志',
    '地理标志 地标 官方标志 特殊标志 奥林匹克标志 地理标志侵权 侵犯地理标志案件 奥林匹克标志侵权案 地理标志和官方标志案件',
  ],
])('%s is read in all its habits', (type, words) => {
  for (const word of words.split(' ')) expect([word, caseTypeNamed(word)]).toEqual([word, type])
})

test.each([
  '商标',
  '专利',
  '商标案件',
  '专利纠纷',
  '专利违法行为',
  '侵权',
  '案件',
  '纠纷',
  '涉嫌',
  '知识产权',
  '',
])('%j is no guess', (word) => {
  expect([caseTypeNamed(word), isOtherCaseType(word)]).toEqual([undefined, false])
})

test.each(
  [
    '商标一般违法 违反商标禁用规定 恶意商标注册 冒充注册商标 冒充注册商标案件 商标代理 商标代理违法案件 专利代理 商标/专利代理',
    '非正常专利申请 专利标识标注不规范 商业秘密 侵犯商业秘密案 著作权 侵犯著作权 不正当竞争 反不正当竞争 仿冒混淆 虚假宣传 版权侵权 涉嫌虚假宣传',
  ].flatMap((words) => words.split(' ')),
)('%s is a lawful kind that this form does not collect', (word) => {
  expect([caseTypeNamed(word), isOtherCaseType(word)]).toEqual([undefined, true])
})

test('whatever habits stand around a type, it is that type', () => {
  const habits = fc.subarray(['案件', '行为', '违法'])
  fc.assert(
    fc.property(fc.constantFrom(...caseTypes), fc.constantFrom('', '涉嫌'), habits, (type, lead, tails) => {
      expect(caseTypeNamed(lead + type + tails.join(''))).toEqual(type)
    }),
  )
})

test('a cell of nothing but habits is read in no time', () => {
  expect(caseTypeNamed('侵权'.repeat(50_000))).toEqual(undefined)
  expect(isOtherCaseType('违法'.repeat(50_000))).toEqual(false)
})

test.each([
  ['商标侵全', '商标侵权'],
  ['标商侵权', '商标侵权'],
  ['假冒专例', '假冒专利'],
  ['专利侵权裁绝', '专利侵权裁决'],
  ['地理标志和官方标识', '地理标志和官方标志'],
  ['商标', undefined],
  ['专利', undefined],
  ['食品安全', undefined],
])('the case type nearest to %s is %s', (word, expected) => {
  expect(nearest(word, caseTypeSpellings)).toEqual(expected)
})

test('a word is nearest to itself', () => {
  const words = fc.uniqueArray(fc.string({ minLength: 1 }).map((word) => word.toLowerCase()))
  fc.assert(
    fc.property(words, (list) => {
      expect(list.map((word) => nearest(word, list))).toEqual(list)
    }),
  )
})

const names = ['report', 'validate', 'number', 'fix', 'deadline', 'record', 'diff']

test.each([
  ['vaildate', 'validate'],
  ['reprot', 'report'],
  ['Report', 'report'],
  ['fixx', 'fix'],
  ['deadlines', 'deadline'],
  ['dif', 'diff'],
  ['台账', undefined],
  ['x', undefined],
  ['', undefined],
])('the command nearest to "%s" is %s', (word, expected) => {
  expect(nearest(word, names)).toEqual(expected)
})

test('of equally near words the first is meant', () => {
  expect(nearest('假冒专', ['假冒专利', '假冒专用'])).toEqual('假冒专利')
})
