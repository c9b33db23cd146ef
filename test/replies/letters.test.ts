import { expect, test } from 'vitest'
import { day } from '../../src/model/date.ts'
import type { LetterHead } from '../../src/model/notice.ts'
import chaoyang from '../../src/programmes/chaoyang.ts'
import { answerText, officeOf, remedyForUnit, youOf } from '../../src/render/reply/notice-words.ts'
import { deadlineOf } from '../../src/rounds/deadline.ts'
import { allRules } from '../../src/rules/index.ts'

function headOn(asOf: string): LetterHead {
  const { current } = deadlineOf({ programme: chaoyang, asOf: day(asOf) })
  return {
    collector: chaoyang.roles.collects,
    asOf: day(asOf),
    basis: `《${chaoyang.source.title}》`,
    title: chaoyang.form.title,
    table: '案件办理情况表',
    owed: [],
    inclusive: true,
    round: current,
  }
}

test.each([
  [
    '2024-06-01',
    '请于2024年6月10日前报回。2024年6月10日是端午节假期，截止日期不顺延，最后一个工作日为2024年6月7日。',
  ],
  ['2024-09-08', '请于2024年9月10日前报回。'],
  ['2024-06-12', '报送期限（2024年6月10日前）已过，请收到本通知后立即报回。'],
])('on %s the answer is due by the round’s own day, and by no invented one', (asOf, expected) => {
  expect(answerText(headOn(asOf), '报回')).toBe(expected)
})

test('without a due day there is none to name', () => {
  expect(answerText({ ...headOn('2024-06-12'), round: null }, '报回')).toBe('请尽快报回。')
})

test.each([
  ['双塔区', '双塔区市场监督管理局', '你局'],
  ['喀喇沁左翼蒙古族自治县', '喀喇沁左翼蒙古族自治县市场监督管理局', '你局'],
  ['高新区市场监督管理所', '高新区市场监督管理所', '你单位'],
  ['朝阳市', '本局承办案件的机构', '你单位'],
])('%s is written to as %s', (unit, office, you) => {
  const to = officeOf({ unit }, headOn('2024-06-12'))
  expect([to, youOf(to)]).toEqual([office, you])
})

test('a remedy for a unit speaks of no option of the program, and still says something', () => {
  const remedies = allRules.map(({ remedy }) => remedyForUnit(remedy))
  expect(remedies.filter((remedy) => remedy === '' || /--[a-z]|ipcase/.test(remedy))).toEqual([])
  expect(remedyForUnit('用 --unit 写明填报单位，或在台账表头上方写“填报单位：××”。')).toBe(
    '在台账表头上方写“填报单位：××”。',
  )
  expect(remedyForUnit('不必处理；要一致，用 ipcase number 另存一份。')).toBe('不必处理。')
})
