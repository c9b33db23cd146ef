import { expect, test } from 'vitest'
import { findingsIn } from '../findings-in.ts'

const usual = '写全年月日，例如 2024-03-05 或 2024年3月5日。'

test.each([
  ['2024年9月31日', '9 月只有 30 天：请对照原件改成真正的日子，写全年月日。'],
  ['9月31日', '9 月只有 30 天：请对照原件改成真正的日子，写全年月日。'],
  ['2024.2.30', '2024 年 2 月只有 29 天：请对照原件改成真正的日子，写全年月日。'],
  ['2023-02-29', '2023 年 2 月只有 28 天：请对照原件改成真正的日子，写全年月日。'],
  ['２０２３年２月２９日', '2023 年 2 月只有 28 天：请对照原件改成真正的日子，写全年月日。'],
  ['20240431', '4 月只有 30 天：请对照原件改成真正的日子，写全年月日。'],
  ['2024-13-01', '一年里没有 13 月：请对照原件改成真正的日子，写全年月日。'],
  ['2024-03-00', '3 月没有 0 日：请对照原件改成真正的日子，写全年月日。'],
  ['2月29日', usual],
  ['202403', usual],
  ['2024', usual],
  ['24.2.30', usual],
])('who wrote %s is told what the calendar has, not how days are written', async (filed, remedy) => {
  const findings = await findingsIn([[{ filed }]])
  expect(findings.map((finding) => finding.remedy)).toEqual([remedy])
})

test.each([
  ['3月5日', '没有写年份'],
  ['24.3.5', '年份没有写全四位'],
  ['2024年3月', '没有写到日'],
  ['2024', '只写了年份'],
  ['202403', '没有写全年月日'],
  ['2024-02-30', '不是日历上有的日子'],
  ['２０２４年２月３０日', '不是日历上有的日子'],
  ['2024/3-5', '写法不规范'],
  ['同上', '没有写出日期'],
  ['三月初', '不是日期'],
])('of %s it is said that it is %s', async (filed, problem) => {
  const findings = await findingsIn([[{ filed }]])
  expect(findings.map(({ message }) => message)).toEqual([`立案时间「${filed}」${problem}`])
})
