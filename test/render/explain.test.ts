import { expect, test } from 'vitest'
import type { RuleGroup, RuleText } from '../../src/model/rule-text.ts'
import { explainJson, explainText } from '../../src/render/explain.ts'
import { plain } from './findings-run.ts'

const duplicate: RuleText = {
  id: 'case-number-duplicate',
  severity: 'error',
  summary: '案件编号重复',
  why: '同一案件会被统计两次，各级汇总时的案件总数也就多了。一个案号在同一类型之下只能有一行。',
  remedy: '删去重复的行，或改正编号。',
  bad: [
    [
      { caseNumber: '朝凌市监处罚〔2024〕1号', filed: '2024-03-05' },
      { caseNumber: '朝凌市监处罚〔2024〕2号' },
      { caseNumber: '朝凌市监处罚[2024]1号', filed: '' },
    ],
  ],
  good: [[{ caseNumber: '1号' }], [{ caseNumber: '22号' }], [{ type: '假冒专利', caseNumber: '1号' }]],
}

const unclosed: RuleText = {
  id: 'quote-unclosed',
  severity: 'error',
  summary: '引号没有成对',
  why: '后面的行都会被吞进这一格。',
  remedy: '补上引号。',
  bad: ['序号,案件类型,案件编号\r\n1,商标侵权,"1号\r\n'],
  good: ['序号,案件类型,案件编号\r\n1,商标侵权,"1号"\r\n'],
}

const groups: readonly RuleGroup[] = [
  { subject: '台账', rules: [unclosed] },
  {
    subject: '案件编号',
    rules: [duplicate, { ...duplicate, id: 'case-number-shared', severity: 'warning' }],
  },
]

test('a rule is explained with its examples as tables', () => {
  expect(explainText.rule(duplicate, '案件编号', { ...plain, columns: 60 })).toBe(
    `× 错误  case-number-duplicate  案件编号重复

类别  案件编号
缘由  同一案件会被统计两次，各级汇总时的案件总数也就多了。一
      个案号在同一类型之下只能有一行。
处理  删去重复的行，或改正编号。
调整  --rule case-number-duplicate=warning（可用 error、
      warning、note，off 为不查）
例子  只列有关的各栏，其余与一件普通的已结商标侵权案件相同；
      核对日为 2024-06-07。

会报出：
    案件编号                 立案时间
    朝凌市监处罚〔2024〕1号  2024-03-05
    朝凌市监处罚〔2024〕2号  …
  × 朝凌市监处罚[2024]1号    （空）

不会报出：
    案件编号
    1号
    22号

    案件类型  案件编号
    假冒专利  1号
`,
  )
})

test('a fault of the log itself is shown as the text of the log', () => {
  expect(explainText.rule(unclosed, '台账', plain).split('\n').slice(7)).toEqual([
    '会报出：',
    '    序号,案件类型,案件编号',
    '    1,商标侵权,"1号',
    '',
    '不会报出：',
    '    序号,案件类型,案件编号',
    '    1,商标侵权,"1号"',
    '',
  ])
})

test('the list goes by subject', () => {
  expect(explainText.list(groups, plain)).toBe(`台账
  × 错误  quote-unclosed         引号没有成对

案件编号
  × 错误  case-number-duplicate  案件编号重复
  ▲ 警告  case-number-shared     案件编号重复

共 3 条规则。
看缘由和例子：ipcase explain <规则>
改变级别：--rule <规则>=off|note|warning|error
`)
})

test('scripts read the same rules as JSON', () => {
  const one = JSON.parse(explainJson.rule(unclosed, '台账', plain))
  expect(one.rules).toEqual([{ subject: '台账', ...unclosed }])
  const ids = JSON.parse(explainJson.list(groups, plain)).rules.map(({ id }: RuleText) => id)
  expect(ids).toEqual(['quote-unclosed', 'case-number-duplicate', 'case-number-shared'])
})

test('a rule that means unread rows is not said to be one that can be lowered', () => {
  const text = explainText.rule(unclosed, '台账', plain)
  expect(text).toContain('不能降级或关闭')
  expect(text).not.toContain('--rule quote-unclosed')
})
