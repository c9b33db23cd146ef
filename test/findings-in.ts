import type { Overrides } from '../src/check/active-rule.ts'
import { type Circumstances, createChecker } from '../src/check/check.ts'
import { compareReturns } from '../src/check/compare-returns.ts'
import type { ExampleRow } from '../src/check/rule.ts'
import { readLog } from '../src/log/read.ts'
import type { Case } from '../src/model/case.ts'
import { caseTypes } from '../src/model/case-type.ts'
import type { Finding } from '../src/model/finding.ts'
import { meansUnreadRows } from '../src/model/log-fault.ts'
import { type PreviousCase, previousCaseOf } from '../src/model/previous-case.ts'
import { exampleDay } from '../src/model/rule-text.ts'
import { chooseUnit } from '../src/programmes/roster.ts'
import { collectReturns } from '../src/returns/collect.ts'
import { findInputs } from '../src/returns/inputs.ts'
import { readLogs } from '../src/returns/read-return.ts'
import { setUp } from '../src/returns/setup.ts'
import { allRules } from '../src/rules/index.ts'
import { exampleLog } from './example-log.ts'
import { fakeIo } from './fake-io.ts'
import { chaoyang } from './rounds/example.ts'

/** The text of a log, or the rows of an example. */
export type ExampleLog = string | readonly ExampleRow[]

/** � in an example stands for a byte that UTF-8 does not allow. */
function bytesOf(text: string): Uint8Array {
  const pieces = text.split('\ufffd').map((piece) => Buffer.from(piece))
  return Buffer.concat(pieces.flatMap((piece, at) => (at === 0 ? [piece] : [Buffer.from([0xff]), piece])))
}

function textOf(log: ExampleLog): string {
  return typeof log === 'string' ? log : exampleLog(log)
}

async function* streamOf(bytes: Uint8Array) {
  yield bytes
}

const nothingGiven = { encoding: undefined, delimiter: undefined }

const deaf = { case: () => {}, fault: () => {}, ready: async () => {} }

/** The cases of a log as reading makes them. */
export async function readCases(log: ExampleLog): Promise<readonly Case[]> {
  const cases: Case[] = []
  const sink = { ...deaf, case: (c: Case) => cases.push(c) }
  await readLog({ path: '1.csv', bytes: streamOf(bytesOf(textOf(log))) }, {}, sink)
  return cases
}

/** What `validate` says of these logs on the day of the examples: 1.csv, 2.csv … one behind the other. */
export async function findingsIn(
  logs: readonly ExampleLog[],
  {
    previous,
    ...circumstances
  }: Partial<Circumstances> & { readonly previous?: readonly PreviousCase[] } = {},
  overrides: Overrides = {},
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const usual = { asOf: exampleDay, types: caseTypes, foldsRepeatedLogs: true, showsAll: true }
  const cases: Case[] = []
  const known = { ...usual, ...circumstances }
  const checker = createChecker(allRules, known, overrides)
  for (const [at, log] of logs.entries()) {
    const path = `${at + 1}.csv`
    const bytes = streamOf(bytesOf(textOf(log)))
    await readLog(
      { path, bytes },
      {},
      {
        case(c) {
          cases.push(c)
          findings.push(...checker.visit(c))
        },
        fault: (fault, place) => findings.push(...checker.word(fault, place)),
        ready: async () => {},
      },
    )
    findings.push(...checker.endLog({ path, index: {}, heading: {} }))
  }
  if (previous === undefined) return findings
  const layout = { path: `${logs.length}.csv`, index: {}, heading: {} }
  const isWhole = !findings.some(({ rule }) => meansUnreadRows(rule))
  const now = { cases, findings, layout, isWhole }
  return [...findings, ...compareReturns(allRules, { ...known, previous }, overrides, now)]
}

/** What is said of logs after a return with these rows was handed in. */
export function findingsAfter(previous: ExampleLog) {
  return async (logs: readonly ExampleLog[]): Promise<readonly Finding[]> =>
    await findingsIn(logs, { previous: (await readCases(previous)).map(previousCaseOf) })
}

/** What `report` says of whose return this log is, when nobody else names the unit. */
export async function unitFindingsIn([log = '']: readonly ExampleLog[]): Promise<readonly Finding[]> {
  const summary = await readLog({ path: '1.csv', bytes: streamOf(bytesOf(textOf(log))) }, {}, deaf)
  if ('refused' in summary) throw new TypeError(summary.refused)
  const { fault } = chooseUnit(chaoyang, undefined, [summary])
  const checker = createChecker(allRules, {
    asOf: exampleDay,
    types: caseTypes,
    foldsRepeatedLogs: false,
    showsAll: true,
  })
  return fault ? checker.word(fault, { layout: { path: '1.csv', index: {}, heading: {} } }) : []
}

const nobody = { log: () => {}, ready: async () => {} }

/** What `collect` says of whose these logs are: 1.csv, 2.csv … in one folder. */
export async function collectFindingsIn(logs: readonly ExampleLog[]): Promise<readonly Finding[]> {
  // The rows of an example are 双塔区's; a text says itself whose it is.
  const nameOf = (log: ExampleLog, at: number) =>
    `报送/${typeof log === 'string' ? '' : '双塔区'}${at + 1}.csv`
  const io = fakeIo({ files: Object.fromEntries(logs.map((log, at) => [nameOf(log, at), textOf(log)])) })
  const setup = await setUp({ ...nothingGiven, asOf: exampleDay }, false, io)
  const inputs = await findInputs(['报送'], [], io)
  const wanted = { round: undefined, words: ['报送'], received: new Map(), replaces: [], sort: undefined }
  const { findings } = await collectReturns(inputs, setup, wanted, { ...nobody, finding: () => {} }, io)
  return findings
}

/** The rules that speak of one log, in their order. */
export async function rulesSpeakingOf(...rows: readonly ExampleRow[]): Promise<readonly string[]> {
  return (await findingsIn([rows])).map(({ rule }) => rule)
}

/** What is said of a list of findings that comes back, beside a log whose one case lacks 是否公开. */
export async function explanationFindingsIn([list = '']: readonly ExampleLog[]): Promise<readonly Finding[]> {
  const files = { '凌源.csv': exampleLog([{ published: '', url: '' }]), '问题.csv': textOf(list) }
  const io = fakeIo({ files })
  const setup = await setUp({ ...nothingGiven, explained: ['问题.csv'] }, true, io)
  const findings: Finding[] = []
  const sink = { finding: (one: Finding) => findings.push(one), log: () => {}, ready: async () => {} }
  await readLogs(await findInputs(['凌源.csv'], [], io), setup, sink)
  return findings.filter(({ rule }) => rule !== 'published-missing')
}
