import { expect, test } from 'vitest'
import { readOutcome } from '../../src/model/outcome.ts'

const steps = '听证 送检 检测 检验 鉴定 法制审核 调查取证 延期办理 已告知'.split(' ')

test.each([
  ...steps.flatMap((step) => [step, `行政处罚，${step}`, `${step}，行政处罚`, `行政处罚（${step}）`]),
  ...[
    '拟行政处罚',
    '拟不予处罚',
    '拟撤案',
    '待处罚',
    '行政处罚，待执行',
    '行政处罚（听证中）',
    '中止，拟恢复',
  ],
])('%s is not closed: a step that is still to come wins over a result', (words) => {
  expect(readOutcome('商标侵权', words).state).toBe('open')
})

test.each([
  ...[
    '经听证，行政处罚',
    '听证后行政处罚',
    '经检测构成侵权，行政处罚',
    '检测不合格，罚款',
    '根据鉴定意见没收',
  ],
  ...['行政处罚（经法制审核）', '行政处罚，已告知权利人', '中止后恢复办理，行政处罚', '行政处罚后待公示'],
])('%s is closed: the step is over', (words) => {
  expect(readOutcome('商标侵权', words)).toEqual({ state: 'closed', canonical: '行政处罚' })
})

test.each([
  ['移送公安后不予立案，恢复处罚', '行政处罚'],
  ['移送公安机关不予立案，行政处罚', '行政处罚'],
  ['公安不予立案，责令改正', '不予行政处罚'],
  ['移送公安后不予立案', '移送公安（涉嫌犯罪）'],
  ['移送公安，不予立案', '移送公安（涉嫌犯罪）'],
])('what the police sent back counts by what became of it: %s as %s', (words, canonical) => {
  expect(readOutcome('商标侵权', words)).toEqual({ state: 'closed', canonical })
})
