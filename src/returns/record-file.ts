import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { ExitCode, type Io, UserError } from '../io/io.ts'
import type { AskedPeriod } from '../model/period.ts'
import type { RecordedReturn } from '../model/recorded.ts'
import type { RunSummary } from '../model/run.ts'
import { type OneLog, readOf } from './read-log.ts'
import { type Return, readReturn, type Sink } from './read-return.ts'
import { filingOf, type RecordedTable, recordReturn, requireUnit } from './recording.ts'
import type { ReturnedFile } from './returned-file.ts'
import type { Setup } from './setup.ts'
import { exitCodeOf, tabulate } from './tabulate.ts'

export interface Recording {
  readonly round: string | undefined
  readonly force: boolean
  readonly allowErrors: boolean
  /** The command line that records the same file again. */
  readonly again: (isRecorded: boolean) => string
  readonly sink: Sink & { readonly end: (summary: RunSummary) => Promise<void> }
}

/** What was recorded; nothing where `report` would have printed no table either. */
export interface Recorded {
  readonly recorded: RecordedReturn | undefined
  readonly exitCode: ExitCode
}

async function readFile(file: OneLog, setup: Setup, { round, sink }: Recording, io: Io): Promise<Return> {
  const inputs = { logs: [file], skipped: [], failures: [] }
  const made = await readReturn(inputs, setup, sink, { round, toRecord: true }, io)
  const summary = readOf(made)
  await requireUnit(made.unit, setup, io)
  if (summary?.headingLine === null) {
    throw new UserError(`${file.path} 里没有认出台账，没有登记`, '请先改好表头，再登记。', ExitCode.failure)
  }
  return made
}

/** A report's own document says what its table is of; its rows stand as they are. */
function tableOf({ table }: ReturnedFile, made: Return, setup: Setup): RecordedTable {
  const asked: AskedPeriod = table === undefined ? setup.asked : { name: 'all' }
  const { kept, facts } = tabulate(made, { ...setup, asked }, undefined)
  const leftOut = facts.leftOut.length + (table?.leftOut ?? 0)
  return { kept, period: table?.period ?? facts.period, leftOut }
}

/** Records the rows that `report` would have printed of the same file with the same options. */
export async function recordFile(
  file: ReturnedFile,
  setup: Setup,
  recording: Recording,
  io: Io,
): Promise<Recorded> {
  const { force, allowErrors, sink, again } = recording
  const made = await readFile(file, setup, recording, io)
  const isFaulty = made.counts.error > 0
  const exitCode = isFaulty ? ExitCode.findings : exitCodeOf(made, setup)
  const isWithheld = isFaulty && !allowErrors
  await sink.end({ ...made, exitCode, again: again(!isWithheld) })
  if (isWithheld) return { recorded: undefined, exitCode }
  const filing = await filingOf(made, tableOf(file, made, setup), setup, force, io)
  const name = file.path === '-' ? '标准输入' : basename(file.path)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return { recorded: await recordReturn(filing, [{ name, sha256 }], io), exitCode }
}
