import { expect, test } from 'vitest'
import { findingsIn } from '../findings-in.ts'

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
