import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columns } from '../../src/model/case.ts'
import { severities } from '../../src/model/finding.ts'
import { csvReporter } from '../../src/render/findings/csv.ts'
import { jsonReporter } from '../../src/render/findings/json.ts'
import { finding, log, printed, type Run } from './findings-run.ts'
import { sampleRun } from './sample-run.ts'

const schema = JSON.parse(await readFile('templates/schema/validate.json', 'utf8'))
const validate = new Ajv2020({ allErrors: true }).compile(schema)

function problems(text: string) {
  validate(JSON.parse(text))
  return validate.errors ?? []
}

const empty: Run = { logs: [] }

test('a run reads as its golden document', async () => {
  const text = printed(jsonReporter, sampleRun)
  await expect(text).toMatchFileSnapshot('golden/findings-json.txt')
  expect(problems(text)).toEqual([])
})

test('a run of nothing is a document too', () => {
  expect(JSON.parse(printed(jsonReporter, empty))).toEqual({
    schemaVersion: 1,
    tool: { name: 'ipcase', version: '1.0.0' },
    asOf: '2024-06-07',
    programme: 'chaoyang',
    findings: [],
    explained: [],
    rules: [],
    since: null,
    logs: [],
    counts: { error: 0, warning: 0, note: 0 },
    skipped: [],
    failures: [],
    exitCode: 0,
  })
})

test('a path of Windows is written with /', () => {
  const path = '台账\\凌源.csv'
  const document = JSON.parse(printed(jsonReporter, { logs: [[log(path), [finding(path, 2)]]] }))
  expect([document.findings[0].path, document.logs[0].path]).toEqual(['台账/凌源.csv', '台账/凌源.csv'])
})

test('every finding has a line of its own', () => {
  const findings = Array.from({ length: 500 }, (_, i) => finding('凌源.csv', i + 2))
  const text = printed(jsonReporter, { logs: [[log('凌源.csv'), findings]] })
  expect(text.split('\n').filter((line) => line.startsWith('    {"rule":'))).toHaveLength(500)
})

const someFinding = fc.record(
  {
    rule: fc.string(),
    severity: fc.constantFrom(...severities),
    path: fc.string({ unit: 'binary' }),
    message: fc.string({ unit: 'binary' }),
    remedy: fc.string({ unit: 'binary' }),
    line: fc.integer({ min: 1 }),
    column: fc.constantFrom(...columns),
    value: fc.string({ unit: 'binary' }),
    sheet: fc.string({ unit: 'binary' }),
  },
  { requiredKeys: ['rule', 'severity', 'path', 'message', 'remedy'] },
)

test('whatever the findings say, the document is valid', () => {
  fc.assert(
    fc.property(fc.array(someFinding), (findings) => {
      const text = printed(jsonReporter, { logs: [[log('凌源.csv'), findings]] })
      expect(problems(text)).toEqual([])
      expect(JSON.parse(text).findings).toHaveLength(findings.length)
    }),
  )
})

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
