import { expect, test } from 'vitest'
import { asOf, collected, mine, penalty, returnOf, whole } from './city.ts'

const file = (name: string, unit: string | null) => ({
  [mine(name)]: returnOf(unit, penalty('市监处罚〔2024〕1号')),
})
test.each([
  ['its 填报单位', file('a.csv', '朝阳市双塔区市场监督管理局'), '双塔区'],
  ['its 填报单位, whatever the file is called', file('龙城区.csv', '双塔'), '双塔区'],
  ['else its name', file('双塔区6月报表.csv', null), '双塔区'],
  ['a short name in it', file('2024喀左统计表.csv', null), '喀喇沁左翼蒙古族自治县'],
  ['else its folder', file('凌源市/6月/统计表.csv', null), '凌源市'],
  ['the city’s own', file('a.csv', '朝阳市市场监督管理局'), '朝阳市'],
  ['where 朝阳 fits two, the name tells which', file('朝阳县.csv', '朝阳'), '朝阳县'],
])('whose a file is, says %s', async (_, files, unit) => {
  const { document } = await collected(files, ...asOf)
  const there = document.units.filter(({ paths }) => paths.length > 0)
  expect(there.map((one) => one.unit)).toEqual([unit])
})

test.each([
  ['nothing says', file('统计表.csv', null)],
  ['朝阳 may be two', file('统计表.csv', '朝阳')],
  ['two names in a file’s', file('双塔区、龙城区.csv', null)],
  [
    'two returns laid end to end',
    { [mine('双塔区.csv')]: `${returnOf('双塔区')}${returnOf('龙城区', penalty('1号'))}` },
  ],
])('%s: nobody guesses, and its cases are left out', async (_, files) => {
  const { document, exitCode } = await collected(files, ...asOf, '--allow-errors')
  expect(document.findings.map(({ rule }) => rule)).toContain('unit-ambiguous')
  expect(document.leftOut.map(({ reason, unit }) => [reason, unit])).toEqual([['rule', null]])
  expect(document.totals.all.cases).toBe(0)
  expect(exitCode).toBe(1)
})

test('a name that says another unit than 填报单位 is said', async () => {
  const { document } = await collected(file('龙城区.csv', '双塔区'), ...asOf)
  expect(document.findings.map(({ rule }) => rule)).toEqual(['unit-conflict'])
})

test('a stranger is merged under its written name, behind the roster', async () => {
  const files = {
    ...whole,
    [mine('海淀.csv')]: returnOf('北京市海淀区市场监督管理局', penalty('海市监处罚〔2024〕9号')),
  }
  const { document, exitCode } = await collected(files, ...asOf)
  expect(document.units.at(-1)).toMatchObject({ unit: '北京市海淀区', isExpected: false, listed: 1 })
  expect(document.findings.map(({ rule }) => rule)).toEqual(['unit-unknown'])
  expect(document.roster).toMatchObject({ expected: 7, received: 7 })
  expect(exitCode).toBe(0)
})
