import type { Checker } from '../check/check.ts'
import { compareReturns } from '../check/compare-returns.ts'
import type { Explaining } from '../check/explained.ts'
import type { Io } from '../io/io.ts'
import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import { meansUnreadRows } from '../model/log-fault.ts'
import type { Failure, Milestone, RuleStatus, Skipped } from '../model/run.ts'
import { chooseUnit } from '../programmes/roster.ts'
import { allRules } from '../rules/index.ts'
import { type History, historyOf, historyToRecord } from './history.ts'
import type { Inputs } from './inputs.ts'
import { type CaseSink, checkerFor, readLog } from './read-log.ts'
import type { Setup } from './setup.ts'
import { type FindingTotals, scopeOf, tellFindings, whatRan } from './told-findings.ts'

/** Who is told of a return as it is read; the findings of a log come before its summary. */
export interface Sink {
  readonly finding: (finding: Finding) => void
  readonly log: (summary: LogSummary) => void
  readonly ready: (milestone: Milestone) => Promise<void>
  /** Of each row and case, where the log is to be shown again. */
  readonly row?: NonNullable<CaseSink['row']>
  readonly case?: NonNullable<CaseSink['case']>
}

/** All that logs hold, before it is asked whose they are. */
export interface ReadLogs extends FindingTotals {
  readonly logs: readonly LogSummary[]
  readonly cases: readonly Case[]
  readonly findings: readonly Finding[]
  readonly skipped: readonly Skipped[]
  readonly failures: readonly Failure[]
  readonly rules: readonly RuleStatus[]
}

/** What is known of one unit's return once it is read and checked. */
export interface Return extends ReadLogs {
  readonly unit: string | null
  /** No log is missing, and no rows could not be read: nothing that seems to be gone may stand unread. */
  readonly isWhole: boolean
  readonly history: History
}

/** And of each case and of the rows beside them. */
export type RowSink = Sink & Pick<CaseSink, 'other'>

async function readEach(inputs: Inputs, setup: Setup, checker: Checker, sink: RowSink) {
  const logs: LogSummary[] = []
  const failures = [...inputs.failures]
  const ours: Failure[] = []
  for (const [at, input] of inputs.logs.entries()) {
    const ready = (cases: number) => sink.ready({ logs: inputs.logs, at, cases })
    const read = await readLog(input, { checker, reading: setup.reading }, { ...sink, ready })
    if ('message' in read) {
      const { path, message, remedy, isOurs } = read
      ;(isOurs ? ours : failures).push({ path, message, remedy })
    } else {
      logs.push(read)
      sink.log(read)
    }
  }
  // A list of findings beside the logs it speaks of is passed over; alone it is what was asked for.
  const isAlone = logs.length === 0 && failures.length === 0
  const passed = ours.map(({ path, message }) => ({ path, reason: message }))
  return {
    logs,
    failures: isAlone ? ours : failures,
    skipped: isAlone ? inputs.skipped : [...inputs.skipped, ...passed],
  }
}

/** Reads and checks logs one by one and keeps nothing of them: they may be of any length, and of many units. */
export async function readLogs(
  inputs: Inputs,
  setup: Setup,
  sink: RowSink,
  checker: Checker = checkerFor(setup),
): Promise<ReadLogs> {
  const telling = tellFindings(setup, sink.finding)
  const read = await readEach(inputs, setup, checker, { ...sink, finding: telling.finding })
  const kind = { saysUnit: false, isCompared: false }
  telling.end(scopeOf(read.logs, setup, kind), checker)
  return { ...read, cases: [], findings: [], ...telling.totals(), rules: whatRan(setup, kind, checker) }
}

export interface ReturnWanted {
  readonly round?: string | undefined
  /** Whether it is said that no unit is named, or several. */
  readonly saysUnit?: boolean
  /** Whether it is to be recorded. */
  readonly toRecord?: boolean
  /** Of a run over many returns, which says at its own end what is to be said of the explanations. */
  readonly explaining?: Explaining
}

/** What only the whole return shows, once its cases are read: whose it is, and what has changed since the last. */
async function checkReturn(
  { logs, cases, findings, failures }: Pick<ReadLogs, 'logs' | 'cases' | 'findings' | 'failures'>,
  setup: Setup,
  { checker, finding }: { readonly checker: Checker; readonly finding: Sink['finding'] },
  { round, saysUnit = true, toRecord = false }: ReturnWanted,
  io: Io,
): Promise<Pick<Return, 'unit' | 'isWhole' | 'history'>> {
  const { settings, programme, circumstances } = setup
  const layout = { path: logs.at(-1)?.path ?? '', index: {}, heading: {} }
  const choice = chooseUnit(programme, settings.unit, logs)
  const fault = saysUnit && logs.length > 0 ? choice.fault : undefined
  for (const one of fault ? checker.word(fault, { layout }) : []) finding(one)
  const isWhole = failures.length === 0 && !findings.some(({ rule }) => meansUnreadRows(rule))
  const known = await (toRecord ? historyToRecord : historyOf)(settings.unit ?? choice.unit, setup, round, io)
  if (known.lastShown) {
    const now = { cases, findings, layout, isWhole }
    const said = compareReturns(
      allRules,
      { ...circumstances, previous: known.lastShown },
      settings.rules,
      now,
    )
    for (const one of said) finding(one)
  }
  return { unit: choice.unit, isWhole, history: known }
}

/** Reads and checks every log of one unit's return, each byte once. */
export async function readReturn(
  inputs: Inputs,
  setup: Setup,
  sink: Sink,
  wanted: ReturnWanted,
  io: Io,
): Promise<Return> {
  const cases: Case[] = []
  /** Also those that are explained: a cell that has one silences the rules behind it all the same. */
  const found: Finding[] = []
  const findings: Finding[] = []
  const summaries: LogSummary[] = []
  const tell = (told: Finding): void => {
    findings.push(told)
    sink.finding(told)
  }
  const telling = tellFindings(setup, tell, wanted.explaining)
  const finding = (one: Finding): void => {
    found.push(one)
    telling.finding(one)
  }
  const checker = checkerFor(setup)
  const read = await readEach(inputs, setup, checker, {
    finding,
    case(c: Case) {
      cases.push(c)
      sink.case?.(c)
    },
    ...(sink.row && { row: sink.row }),
    log: (summary) => summaries.push(summary),
    ready: sink.ready,
  })
  const known = await checkReturn(
    { ...read, cases, findings: found },
    setup,
    { checker, finding },
    wanted,
    io,
  )
  const kind = {
    saysUnit: wanted.saysUnit !== false,
    isCompared: known.history.lastShown !== undefined,
    isCollected: wanted.explaining !== undefined,
  }
  if (wanted.explaining === undefined) telling.end(scopeOf(read.logs, setup, kind), checker)
  for (const summary of summaries) sink.log(summary)
  const skipped = [...read.skipped, ...known.history.damaged]
  const rules = whatRan(setup, kind, checker)
  return { ...read, skipped, cases, findings, ...telling.totals(), rules, ...known }
}
