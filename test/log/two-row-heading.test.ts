import { expect, test } from 'vitest'
import { readBack } from '../read-log.ts'

const row = '1,商标侵权,朝市监处罚〔2024〕2号,2024-03-05,2024-05-06,行政处罚,否,,\n'

test.each([
  [
    'names below one that spans them',
    '序号,案件类型,案件编号,办理情况,,,是否公开,公开网址,备注\n,,,立案时间,结案时间,结案方式,,,\n',
  ],
  [
    'names in two halves',
    '序号,案件类型,案件编号,立案,结案,结案,是否公开,公开网址,备注\n,,,时间,时间,方式,,,\n',
  ],
])('a heading of two rows is one: %s', async (_, heading) => {
  const { cases, faults, summary } = await readBack(`填报单位：凌源市市场监管局\n${heading}${row}`)
  expect(faults).toEqual([])
  expect(summary.headingLine).toBe(2)
  expect(cases.map((c) => [c.line, c.caseNumber, c.text.filed, c.text.closed, c.text.outcome])).toEqual([
    [4, '朝市监处罚〔2024〕2号', '2024-03-05', '2024-05-06', '行政处罚'],
  ])
})

test.each([
  ['a case', row],
  ['the same heading again', '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'],
  ['nothing', ''],
])('what stands below a whole heading is no second row of it: %s', async (_, below) => {
  const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'
  const { cases, faults, summary } = await readBack(heading + below + row)
  expect(faults).toEqual([])
  expect(summary.headingLine).toBe(1)
  expect(cases.length).toBe(below === row ? 2 : 1)
})

test('what a heading lacks is said though nothing follows it', async () => {
  const { faults } = await readBack('序号,案件类型,案件编号,结案时间\n')
  expect(faults.map(([fault]) => fault.rule)).toContain('heading-missing')
})
