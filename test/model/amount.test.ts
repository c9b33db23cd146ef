import { expect, test } from 'vitest'
import { yuanOf } from '../../src/model/amount.ts'

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
