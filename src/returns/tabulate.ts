import { ExitCode } from '../io/io.ts'
import type { Case } from '../model/case.ts'
import { shownBefore } from '../model/continuity.ts'
import { yearOf } from '../model/date.ts'
import { type Explained, failsAt } from '../model/finding.ts'
import { type LeftOutCase, namedCase, type ReportFacts } from '../model/report.ts'
import type { SortOrder, Statistics } from '../model/table.ts'
import { formOf } from '../programmes/form.ts'
import { lastDueBefore } from '../rounds/rounds.ts'
import { logsNotWhole, neverReturned, sift, withheld } from '../table/left-out.ts'
import { isClosedLater, periodOf } from '../table/period.ts'
import { tabulate as tableOf } from '../table/tabulate.ts'
import { totalsOf } from '../table/totals.ts'
import type { ReadLogs, Return } from './read-return.ts'
import type { Setup } from './setup.ts'

/** The table of a return, and what is to be said beside it. */
export interface Tabulated {
  readonly statistics: Statistics
  readonly facts: ReportFacts
  /** The cases in the table. */
  readonly kept: readonly Case[]
}

/** What is said of a case that is not in the table has no place behind it. */
function saidOfTable(explained: readonly Explained[], leftOut: readonly LeftOutCase[]): readonly Explained[] {
  const keyOf = (one: Pick<Explained, 'path' | 'sheet' | 'line'>) => `${one.path}\n${one.sheet}\n${one.line}`
  const out = new Set(leftOut.map(keyOf))
  return explained.filter((one) => !out.has(keyOf(one)))
}

export function tabulate(made: Return, setup: Setup, asked: SortOrder | undefined): Tabulated {
  const { unit, cases, findings, history } = made
  const { programme, settings } = setup
  const period = periodOf(setup.asked, settings.asOf)
  const shown = history.lastShown && shownBefore(history.lastShown, cases)
  const { types } = programme
  const { kept, leftOut } = sift(cases, findings, { types, period, ...(shown && { shown }) })
  const lastDue = lastDueBefore(programme, yearOf(period.from ?? settings.asOf))
  const never = neverReturned({ cases, kept, leftOut, shown, lastDue, end: period.to })
  const { borrowedFrom, ...form } = formOf(programme)
  const sort = asked ?? settings.config.sort ?? 'input'
  const table = tableOf(kept, {
    form,
    types,
    unit,
    date: settings.asOf,
    period,
    sort,
    missing: { leftOut, said: made.logs.flatMap((log) => log.leftOut), unread: logsNotWhole(made) },
    ...(period.name === 'since-last' && { isCarried: (c: Case) => shown?.get(c)?.open === true }),
  })
  const facts = {
    unit,
    period,
    deadline: history.deadline,
    cases: cases.length,
    leftOut,
    closedLater: kept.filter((c) => isClosedLater(c, period.to)).map(namedCase),
    borrowedForm: borrowedFrom?.name ?? null,
    comparison: history.comparison,
    neverReturned: { cases: never.map(namedCase), closedAfter: shown ? null : lastDue },
  }
  return {
    statistics: { table, totals: totalsOf(table), explained: saidOfTable(made.explained, leftOut) },
    facts,
    kept,
  }
}

/** An input that could not be read outranks what was found in the others. */
export function exitCodeOf(
  { failures, counts }: Pick<ReadLogs, 'failures' | 'counts'>,
  { settings }: Pick<Setup, 'settings'>,
): ExitCode {
  if (failures.length > 0) return ExitCode.failure
  return failsAt(settings.failOn, counts) ? ExitCode.findings : ExitCode.done
}

/** Of a table: rows with errors are never in it, whatever the level that makes a run fail. */
export function tableExitCodeOf(made: Return, setup: Setup): ExitCode {
  const code = exitCodeOf(made, setup)
  if (code !== ExitCode.done) return code
  if (made.counts.error > 0) return ExitCode.findings
  return made.history.deadline.current?.status === 'overdue' ? ExitCode.deadline : ExitCode.done
}

const refusals = {
  errors: '没有出表：请先改正上面的错误。确要先出的，加 --allow-errors（有错误的案件不列入表中）。',
  nothing: '没有出表：没有一个台账读得出案件，也就不能说本期没有案件。请先改正上面的问题。',
}

/**
 * Why no table is made. Of logs with errors, or without a log that could not be read, only where the user insists; of
 * nothing there is none, not even a nil one, however much it is wanted.
 */
export function refusalOf({ counts, failures, logs }: Return, allowsErrors: boolean): string | undefined {
  if (logs.every(({ headingLine }) => headingLine === null)) return refusals.nothing
  return !allowsErrors && (counts.error > 0 || failures.length > 0) ? refusals.errors : undefined
}

/** Without a table every case read stands in `leftOut`. */
function factsWithheld({ facts, kept }: Tabulated): ReportFacts {
  return { ...facts, leftOut: [...withheld(kept), ...facts.leftOut] }
}

/** What the report holds as a document, and what else must be said to record it. */
export function documentOf(
  { findings }: Return,
  table: Tabulated,
  { head, settings, programme }: Setup,
  refusal: string | undefined,
) {
  const { name } = table.facts.period
  return {
    head,
    findings,
    refusal,
    facts: refusal === undefined ? table.facts : factsWithheld(table),
    statistics: refusal === undefined ? table.statistics : null,
    recordWords: [
      ...(settings.archive === undefined ? ['--archive', '报送存档'] : []),
      ...(name === programme.period ? [] : ['--period', name]),
    ],
  }
}
