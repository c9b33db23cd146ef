import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columns } from '../../src/model/case.ts'
import { severities } from '../../src/model/finding.ts'
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
