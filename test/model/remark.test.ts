import fc from 'fast-check'
import { expect, test } from 'vitest'
import { yuanOf } from '../../src/model/amount.ts'
import { personalNumbersIn, withoutPersonalNumbers } from '../../src/model/personal-number.ts'
import { confirmation, invalidation, mentionIn } from '../../src/model/remark-words.ts'

test.each([
  ['13900000000', ['手机号码 139******00']],
  ['电话：13900000000，备用19900000000', ['手机号码 139******00', '手机号码 199******00']],
  ['１３９００００００００', ['手机号码 １３９******００']],
  ['11010119000307007X', ['身份证号码 110*************7X']],
  ['11010119000307007x', ['身份证号码 110*************7x']],
  ['138-4210-0000', ['手机号码 138********00']],
  ['电话 138 4210 0000。', ['手机号码 138********00']],
  ['138－4210－0000', ['手机号码 138********00']],
  ['138.4210.0000', ['手机号码 138********00']],
  ['身份证 110101 19000307 0010', ['身份证号码 110***************10']],
  ['110101-19000307-007x，已告知', ['身份证号码 110***************7x']],
  ['证号110101190003070010号', ['身份证号码 110*************10']],
])('%s holds %o', (text, expected) => {
  expect(personalNumbersIn(text).map(({ kind, masked }) => `${kind} ${masked}`)).toEqual(expected)
})

test.each([
  ['110101190003070001', 'has a wrong check sign'],
  ['110101190013070010', 'has no thirteenth month'],
  ['12900000000', 'is of no mobile prefix'],
  ['139000000000', 'is a run of twelve'],
  ['8613900000000', 'is a run of thirteen'],
  ['2024-03-05', 'is a date'],
  ['2024-138-4210-0000', 'is a piece of a longer row'],
  ['138-4210-00001', 'has a digit too many'],
  ['138.4210.00001', 'has a digit too many, behind a dot'],
  ['110101 19000307 0001', 'has a wrong check sign, in groups'],
  ['2110101 19000307 0010', 'is a piece of a longer row, in groups'],
  ['110101-19000307-00101', 'has a digit too many, in groups'],
])('%s %s', (text) => {
  expect(personalNumbersIn(text)).toEqual([])
})

test('a number is found wherever it stands', () => {
  const filler = fc.stringMatching(/^[一-三a-z ，]{0,30}$/)
  fc.assert(
    fc.property(filler, filler, (before, behind) => {
      expect(personalNumbersIn(`${before}，13900000000，${behind}`).length).toBe(1)
    }),
  )
})

test('what is kept of a text shows none of its numbers whole', () => {
  expect(withoutPersonalNumbers('电话13900000000、13900000001，证110101190003070001X')).toBe(
    '电话139******00、139******01，证110101190003070001X',
  )
  expect(withoutPersonalNumbers('已移送公安机关')).toBe('已移送公安机关')
})

test.each([
  ['6000', '罚没金额', 6000],
  ['4,500元', '罚没金额', 4500],
  ['１２，０００', '案值', 12000],
  ['￥3 200.50', '案值', 3200.5],
  ['1.2', '案值（万元）', 12000],
  ['8500元', '案值（元）', 8500],
  ['1.5万元', '罚没金额', 15000],
  ['约3万', '案值', 30000],
  ['0', '罚没金额', 0],
  ['待定', '案值', undefined],
  ['罚款2000元，没收1000元', '罚没金额', undefined],
  ['2024-03-05', '案值', undefined],
])('%j under %s is %s yuan', (text, heading, yuan) => {
  expect(yuanOf(text, heading)).toBe(yuan)
})

test.each([
  ['行政调解司法确认', 'exact'],
  ['已 司法 确认', 'exact'],
  ['经司法确认，双方已履行', 'exact'],
  ['调解协议经法院确认', 'loose'],
  ['法院裁定确认协议有效', 'loose'],
  ['未申请司法确认', 'denied'],
  ['无需司法确认', 'denied'],
  ['当事人不申请法院确认', 'denied'],
  ['司法确认：无', 'denied'],
  ['未履行，已司法确认', 'exact'],
  ['已确认收货', 'none'],
  ['当事人确认已履行', 'none'],
  ['（2024）辽1302民特5号', 'loose'],
  ['', 'none'],
] as const)('of 司法确认 「%s」 makes a mention that is %s', (text, mention) => {
  expect(mentionIn(text, confirmation)).toBe(mention)
})

test.each([
  ['专利无效后裁驳', 'exact'],
  ['专利权被宣告无效', 'loose'],
  ['专利无效，驳回请求', 'loose'],
  ['涉案专利权未被宣告无效', 'denied'],
  ['无效宣告程序中，中止', 'none'],
  ['专利无效宣告请求被驳回', 'none'],
  ['维持专利权有效', 'none'],
  ['专利权全部无效，驳回', 'loose'],
  ['对方提出无效宣告请求', 'none'],
] as const)('of 无效后裁驳 「%s」 makes a mention that is %s', (text, mention) => {
  expect(mentionIn(text, invalidation)).toBe(mention)
})
