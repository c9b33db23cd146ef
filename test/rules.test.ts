import { describe, expect, test } from 'vitest'
import { readLog } from '../src/log/read.ts'
import type { Layout } from '../src/model/case.ts'
import { caseTypes } from '../src/model/case-type.ts'
import type { Finding } from '../src/model/finding.ts'
import { createChecker } from '../src/rules/check.ts'
import { exampleDay, exampleLog } from '../src/rules/example.ts'
import { allRules } from '../src/rules/index.ts'
import type { ExampleRow } from '../src/rules/rule.ts'

type Example = string | readonly ExampleRow[]

const logText = (example: Example) => (typeof example === 'string' ? example : exampleLog(example))

/** � in an example stands for a byte that UTF-8 does not allow. */
function bytesOf(text: string): Uint8Array {
  const pieces = text.split('\ufffd').map((piece) => Buffer.from(piece))
  return Buffer.concat(pieces.flatMap((piece, at) => (at === 0 ? [piece] : [Buffer.from([0xff]), piece])))
}

async function* streamOf(bytes: Uint8Array) {
  yield bytes
}

/** What `validate` says of these logs, read one behind the other. */
async function findingsIn(logs: readonly Example[]): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const checker = createChecker(allRules, { asOf: exampleDay, types: caseTypes, foldsRepeatedLogs: true })
  for (const [at, log] of logs.entries()) {
    const layout: Layout = { path: `${at + 1}.csv`, index: {}, heading: {} }
    const bytes = streamOf(bytesOf(logText(log)))
    await readLog(
      { path: layout.path, bytes },
      {},
      {
        case: (c) => findings.push(...checker.visit(c)),
        fault: (fault, place) => findings.push(...checker.word(fault, place)),
        ready: async () => {},
      },
    )
    findings.push(...checker.endLog(layout))
  }
  return findings
}

const examples = allRules.flatMap((rule) => {
  const before: readonly Example[] = 'before' in rule && rule.before ? [rule.before] : []
  const inLogs = (example: Example, number: number) => ({ id: rule.id, number, logs: [...before, example] })
  return [{ bad: rule.bad.map(inLogs), good: rule.good.map(inLogs) }]
})

describe('every bad example is reported once, by its rule alone', () => {
  test.each(examples.flatMap(({ bad }) => bad))('$id $number', async ({ id, logs }) => {
    const findings = await findingsIn(logs)
    expect(findings.map(({ rule }) => rule)).toEqual([id])
  })
})

describe('a bad example is reported on its last row', () => {
  const rows = examples.flatMap(({ bad }) => bad).filter(({ logs }) => typeof logs.at(-1) !== 'string')
  test.each(rows)('$id $number', async ({ logs }) => {
    const [finding] = await findingsIn(logs)
    // A fault of the whole log has no line.
    expect(finding?.line ?? (logs.at(-1)?.length ?? 0) + 1).toBe((logs.at(-1)?.length ?? 0) + 1)
  })
})

describe('no good example brings a finding of any rule', () => {
  test.each(examples.flatMap(({ good }) => good))('$id $number', async ({ logs }) => {
    expect(await findingsIn(logs)).toEqual([])
  })
})
