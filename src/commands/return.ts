import { ExitCode } from '../io/io.ts'
import type { ReportFacts } from '../model/report.ts'
import type { ReportDocument } from '../outputs/table-outputs.ts'
import { reportJson } from '../render/table/json.ts'
import type { Gathered } from '../returns/gather.ts'
import type { Inputs } from '../returns/inputs.ts'
import { exitCodeOf, type Preparation } from '../returns/preparation.ts'
import { type Recorded, requireUnit } from '../returns/recording.ts'
import { withheld } from '../table/left-out.ts'
import { commandLine } from './command-line.ts'
import type { Compiled } from './compile.ts'

/** A return that was read, checked and made into a table. */
export interface Return {
  readonly prepared: Preparation
  readonly inputs: Inputs
  readonly gathered: Gathered
  readonly compiled: Compiled
}

export function codeOf({ gathered, prepared, compiled }: Return): ExitCode {
  const { tally, settings } = prepared
  const counts = tally.counts()
  const code = exitCodeOf(gathered.failures, counts, settings.failOn)
  if (code !== ExitCode.done) return code
  // Rows with errors are never in the table, whatever the level that makes a run fail.
  if (counts.error > 0) return ExitCode.findings
  return compiled.facts.deadline.current?.status === 'overdue' ? ExitCode.deadline : ExitCode.done
}

/** No table is made of logs with errors, or without a log that could not be read, unless the user insists. */
export function isWithheld({ gathered, prepared }: Return): boolean {
  return prepared.tally.counts().error > 0 || gathered.failures.length > 0
}

/** Of nothing there is no table, not even a nil one, however much it is wanted. */
export function isNothingRead({ logs }: Gathered): boolean {
  return logs.every(({ headingLine }) => headingLine === null)
}

/** Without a table every case read stands in `leftOut`. */
function factsOf({ facts, kept }: Compiled, isTable: boolean): ReportFacts {
  return isTable ? facts : { ...facts, leftOut: [...withheld(kept), ...facts.leftOut] }
}

/** What a receipt of it holds. */
export function recordedOf({ gathered, prepared, compiled }: Return): Recorded {
  const { kept, facts } = compiled
  const counts = prepared.tally.counts()
  return {
    unit: requireUnit(gathered.unit),
    kept,
    leftOut: facts.leftOut.length,
    period: facts.period,
    counts,
  }
}

/** How to record a table without errors, where that is not done yet. */
export function recordingHint(
  { prepared, compiled }: Return,
  outputs: readonly { readonly path: string; readonly format: string }[],
): readonly string[] {
  if (prepared.tally.counts().error > 0) return []
  const { archive } = prepared.settings
  const { name } = compiled.facts.period
  const file = outputs.find(({ format }) => format !== 'json')?.path
  const words = [
    ...(file === undefined ? ['报送的文件'] : [file]),
    ...(archive === undefined ? ['--archive', '报送存档'] : []),
    ...(name === prepared.programme.period ? [] : ['--period', name]),
  ]
  const also = file === undefined ? '写成文件（-o）时加 --record' : '出表时加 --record'
  return [`报送以后登记：${commandLine('record', ...words)}；${also}，可一并登记。`]
}

export function documentOf(
  { prepared, inputs, gathered, compiled }: Return,
  exitCode: ExitCode,
  isTable: boolean,
): ReportDocument {
  const { counts } = prepared.tally
  return (outputs) =>
    reportJson({
      head: prepared.head,
      facts: factsOf(compiled, isTable),
      statistics: isTable ? compiled.statistics : null,
      findings: gathered.findings,
      outputs,
      run: { counts: counts(), skipped: inputs.skipped, failures: gathered.failures, exitCode },
    })
}
