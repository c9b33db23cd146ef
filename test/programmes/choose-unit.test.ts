import { expect, test } from 'vitest'
import { chooseUnit } from '../../src/programmes/roster.ts'
import { chaoyang } from '../rounds/example.ts'

const lingyuan = { unit: '凌源市市场监督管理局', otherUnits: [] }
const beipiao = { unit: '北票市市场监督管理局', otherUnits: [] }
const nobody = { unit: null, otherUnits: [] }

test.each([
  ['nobody says', undefined, [nobody], { unit: null, fault: { rule: 'unit-missing' } }],
  ['the log says', undefined, [nobody, lingyuan], { unit: lingyuan.unit }],
  ['the option says', '凌源市市场监督管理局', [nobody], { unit: lingyuan.unit }],
  ['the option spells it otherwise', '凌源市市场监管局', [lingyuan], { unit: '凌源市市场监管局' }],
  [
    'the knowledge office signs too',
    undefined,
    [{ unit: '凌源市市场监督管理局（知识产权局）', otherUnits: [] }, lingyuan],
    { unit: '凌源市市场监督管理局（知识产权局）' },
  ],
  [
    'one log has the city before it, the other neither district nor office behind it',
    undefined,
    [
      { unit: '朝阳市双塔区市场监督管理局', otherUnits: [] },
      { unit: '双塔', otherUnits: [] },
    ],
    { unit: '朝阳市双塔区市场监督管理局' },
  ],
  [
    'a short name may be what the option says',
    '朝阳县',
    [{ unit: '朝阳', otherUnits: [] }],
    { unit: '朝阳县' },
  ],
  [
    'two logs disagree',
    undefined,
    [lingyuan, beipiao],
    { unit: null, fault: { rule: 'unit-conflict', units: [lingyuan.unit, beipiao.unit] } },
  ],
  [
    'the option disagrees with the log',
    '北票市市场监督管理局',
    [lingyuan],
    { unit: beipiao.unit, fault: { rule: 'unit-conflict', units: [beipiao.unit, lingyuan.unit] } },
  ],
])('%s', (_, asked, logs, choice) => {
  expect(chooseUnit(chaoyang, asked, logs)).toEqual(choice)
})
