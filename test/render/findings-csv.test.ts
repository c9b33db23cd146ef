import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvReporter } from '../../src/render/findings/csv.ts'
import { finding, log, printed } from './findings-run.ts'

const heading = '文件,工作表,行,单元格,列名,级别,规则,问题,原值,处理办法,说明,案件,所据内容\r\n'

test('a run of nothing is a heading, with the mark that Excel needs', () => {
  expect(printed(csvReporter, { logs: [] })).toBe(`\uFEFF${heading}`)
})

test('every finding is a record', () => {
  const findings = [finding('凌源.csv', 7), finding('建平.xlsx', 4, { sheet: '下半年', value: '否，待定' })]
  expect(printed(csvReporter, { logs: [[log('凌源.csv'), findings]] })).toBe(
    [
      `\uFEFF${heading}`,
      '凌源.csv,,7,G7,是否公开,警告,published-missing,已经结案，是否公开没有填写,,填“是”或“否”。,,,已经结案，是否公开没有填写\r\n',
      '建平.xlsx,下半年,4,G4,是否公开,警告,published-missing,已经结案，是否公开没有填写,否，待定,填“是”或“否”。,,,否，待定\r\n',
    ].join(''),
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＋86', "'＋86"],
  ['-cmd', "'-cmd"],
  ['\t=1', "'\t=1"],
  ['-', '-'],
  ['2024-03-05', '2024-03-05'],
  ['他说"否"\n另见备注', '他说"否"\n另见备注'],
])('a spreadsheet runs nothing of %j', (value, cell) => {
  const text = printed(csvReporter, { logs: [[log('凌源.csv'), [finding('凌源.csv', 2, { value })]]] })
  expect(parse(text, { bom: true })[1]?.[8]).toBe(cell)
})
