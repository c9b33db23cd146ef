import { basename } from 'node:path'
import { ExitCode, type Io, UserError } from '../io/io.ts'
import type { LogSummary } from '../model/log.ts'
import type { RecordedReturn } from '../model/recorded.ts'
import type { Voice } from '../outputs/findings-voice.ts'
import { periodAsked } from '../returns/asked-period.ts'
import type { Background } from '../returns/background.ts'
import { type Gathered, gather } from '../returns/gather.ts'
import { failed } from '../returns/one-log.ts'
import { exitCodeOf, type Preparation } from '../returns/preparation.ts'
import { backgroundToRecord, fileOf, filingOf, recordReturn, requireUnit } from '../returns/recording.ts'
import type { ReturnedFile } from '../returns/returned-file.ts'
import { compile } from './compile.ts'

export interface Recording {
  readonly prepared: Preparation
  readonly round: string | undefined
  readonly force: boolean
  readonly allowErrors: boolean
  readonly voice: Voice
}

async function check(
  { log }: ReturnedFile,
  { prepared, inputs }: Background,
  voice: Voice,
): Promise<Gathered> {
  let summary: LogSummary | undefined
  const gathered = await gather(inputs, prepared, {
    ...voice,
    log(read) {
      summary = read
      voice.log(read)
    },
  })
  const [failure] = gathered.failures
  if (failure) throw failed(failure)
  requireUnit(gathered.unit)
  if (summary?.headingLine === null) {
    throw new UserError(`${log.path} 里没有认出台账，没有登记`, '请先改好表头，再登记。', ExitCode.failure)
  }
  return gathered
}

/** What was recorded; nothing where `report` would have printed no table either. */
export interface Result {
  readonly recorded: RecordedReturn | undefined
  readonly exitCode: ExitCode
}

/** Records the rows that `report` would have printed of the same file with the same options. */
export async function recordFile(file: ReturnedFile, recording: Recording, io: Io): Promise<Result> {
  const { prepared, round, force, allowErrors, voice } = recording
  const known = { prepared, inputs: { logs: [file.log], skipped: [], failures: [] } }
  const background = await backgroundToRecord(known, round, io)
  periodAsked(background)
  const gathered = await check(file, background, voice)
  const { tally, settings } = background.prepared
  const counts = tally.counts()
  const isFaulty = counts.error > 0
  const exitCode = isFaulty ? ExitCode.findings : exitCodeOf([], counts, settings.failOn)
  const again = `ipcase record ${file.log.path} --force`
  const { skipped } = background.inputs
  await voice.end({ exitCode, counts, byRule: tally.byRule(), skipped, failures: [], again })
  if (isFaulty && !allowErrors) return { recorded: undefined, exitCode }
  const { facts, kept } = compile(gathered, background, { sort: undefined })
  const table = { kept, leftOut: facts.leftOut.length, period: facts.period, counts }
  const filing = await filingOf({ ...table, unit: requireUnit(gathered.unit) }, background, force)
  const named = fileOf(file.log.path === '-' ? '标准输入' : basename(file.log.path), file.bytes)
  return { recorded: await recordReturn(filing, { files: [named], background }, io), exitCode }
}
