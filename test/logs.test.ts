import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { readLog } from '../src/log/read.ts'
import type { Case } from '../src/model/case.ts'
import type { ValidateDocument } from '../src/model/documents/validate.ts'
import { transcript } from './fake-io.ts'

const root = new URL('../fixtures/logs/', import.meta.url)

function bytesOf(path: string): Uint8Array {
  return readFileSync(new URL(path, root))
}

function outOf(path: string): string {
  return new URL(`${path}.out`, root).pathname
}

function logsIn(folder: string): readonly string[] {
  const names = readdirSync(new URL(`${folder}/`, root)).filter((name) => !name.endsWith('.out'))
  return names.map((name) => `${folder}/${name}`)
}

async function validate(path: string, ...options: readonly string[]): Promise<string> {
  const args = ['validate', path, '--as-of', '2024-06-07', ...options]
  return (await transcript(args, { files: { [path]: bytesOf(path) } })).out
}

async function documentOf(path: string): Promise<ValidateDocument> {
  return JSON.parse(await validate(path, '-f', 'json'))
}

async function casesIn(path: string): Promise<readonly Case['text'][]> {
  const cases: Case['text'][] = []
  const bytes = (async function* () {
    yield bytesOf(path)
  })()
  await readLog(
    { path, bytes },
    {},
    { case: (c) => cases.push(c.text), fault: () => {}, ready: async () => {} },
  )
  return cases
}

const schema = JSON.parse(readFileSync(new URL('../templates/schema/validate.json', import.meta.url), 'utf8'))
const fits = new Ajv2020().compile(schema)

const ok = logsIn('ok')
const bad = logsIn('bad')

test.each(ok.filter((path) => !existsSync(outOf(path))))('nothing is found in %s', async (path) => {
  const { findings, failures, exitCode } = await documentOf(path)
  expect({ findings, failures, exitCode }).toEqual({ findings: [], failures: [], exitCode: 0 })
})

test.each(bad)('what is found in %s is what its .out says', async (path) => {
  await expect(await validate(path)).toMatchFileSnapshot(outOf(path))
  expect((await documentOf(path)).findings).not.toEqual([])
})

test('an ordinary ledger of two hundred cases brings no error', async () => {
  await expect(await validate('ok/ledger.csv')).toMatchFileSnapshot(outOf('ok/ledger.csv'))
  const { logs, counts, exitCode } = await documentOf('ok/ledger.csv')
  expect({ cases: logs[0]?.cases, error: counts.error, exitCode }).toEqual({
    cases: 200,
    error: 0,
    exitCode: 0,
  })
})

test('the numbered lines of a merged type are no cases until they are filled in', async () => {
  const { logs } = await documentOf('ok/merged-form.xlsx')
  expect(logs.map(({ rows, cases, skipped }) => ({ rows, cases, skipped }))).toEqual([
    { rows: 16, cases: 3, skipped: { blank: 0, placeholder: 10, furniture: 3 } },
  ])
})

test.each([...ok, ...bad])(
  'the document of %s fits the shipped schema and counts every record once',
  async (path) => {
    const document = await documentOf(path)
    expect(fits(document) ? [] : fits.errors).toEqual([])
    for (const { rows, cases, skipped } of document.logs) {
      expect(cases + skipped.blank + skipped.placeholder + skipped.furniture).toBe(rows)
    }
  },
)

test.each(['mac.csv', 'semicolon.csv', 'full-width-comma.csv', 'unicode-text.txt', 'big-endian.txt'])(
  'the form reads the same from %s as from UTF-8',
  async (name) => {
    expect(await casesIn(`ok/${name}`)).toEqual(await casesIn('ok/form.csv'))
  },
)

test.each(['big5.csv', 'euc-kr.csv', 'shift-jis.csv'])(
  '%s is not taken for a log in GB18030',
  async (name) => {
    const { findings, logs } = await documentOf(`bad/${name}`)
    expect(findings.map(({ rule }) => rule)).toEqual(['heading-row-not-found'])
    expect(logs.map(({ encoding, cases }) => ({ encoding, cases }))).toEqual([
      { encoding: undefined, cases: 0 },
    ])
  },
)
