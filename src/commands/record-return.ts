import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { archivedCaseOf } from '../archive/archived-case.ts'
import { ExitCode, type Io, UserError } from '../io/io.ts'
import type { LogSummary } from '../model/log.ts'
import type { RecordedReturn } from '../model/recorded.ts'
import { tool } from '../model/tool.ts'
import type { Voice } from '../outputs/findings-voice.ts'
import { unitsNamed } from '../programmes/roster.ts'
import { type Background, backgroundOf } from '../returns/background.ts'
import { type Gathered, gather } from '../returns/gather.ts'
import { isFileOf } from '../returns/handed-in.ts'
import { failed } from '../returns/one-log.ts'
import { exitCodeOf, type Preparation } from '../returns/preparation.ts'
import type { ReturnedFile } from '../returns/returned-file.ts'
import { standingOf } from '../returns/standing.ts'
import { type Filing, storeReceipt } from '../returns/store-receipt.ts'

export interface Recording {
  readonly prepared: Preparation
  readonly archive: string
  readonly round: string | undefined
  readonly force: boolean
  readonly voice: Voice
}

/**
 * The round that is meant: the earliest not handed in, but none that lies further ahead than the calendar's own.
 * Else a return recorded twice by mistake would count for the next round.
 */
async function meant({ log }: ReturnedFile, recording: Recording, io: Io): Promise<Background> {
  const { prepared, round } = recording
  const known = { prepared, inputs: { logs: [log], skipped: [], failures: [] } }
  const background = await backgroundOf(known, round, io)
  if (round !== undefined) return background
  const { current: usual, reason } = standingOf(prepared, undefined)
  const { current } = background.deadline
  if (usual === null || (current !== null && current.due <= usual.due)) return background
  const recorded = await backgroundOf(known, usual.id, io)
  return { ...recorded, deadline: { ...recorded.deadline, reason } }
}

function periodOf({ prepared, deadline }: Background): string {
  const { programme, settings } = prepared
  if (programme.due === null) return settings.asOf
  if (deadline.current) return deadline.current.id
  throw new UserError(`不知道是哪一期：${deadline.reason}`, '请用 --round 写明，如 --round 2024-06。')
}

interface Checked extends Gathered {
  readonly unit: string
}

async function check(
  { log }: ReturnedFile,
  { prepared, inputs }: Background,
  voice: Voice,
): Promise<Checked> {
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
  const { unit } = gathered
  if (unit === null) {
    throw new UserError('不知道是哪个单位报送的：台账没有写明，或不止一个', '请用 --unit 写明填报单位。')
  }
  if (summary?.headingLine === null) {
    throw new UserError(`${log.path} 里没有认出台账，没有登记`, '请先改好表头，再登记。', ExitCode.failure)
  }
  return { ...gathered, unit }
}

function draftOf(
  { log, bytes }: ReturnedFile,
  { prepared }: Background,
  checked: Checked,
): Omit<Filing['draft'], 'round'> {
  const { programme, settings, tally } = prepared
  return {
    schemaVersion: 1,
    tool,
    programme: programme.id,
    unit: checked.unit,
    unitKey: unitsNamed(programme, checked.unit)[0],
    day: settings.asOf,
    file: {
      name: log.path === '-' ? '标准输入' : basename(log.path),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
    counts: tally.counts(),
    cases: checked.cases.map(archivedCaseOf),
  }
}

/** A faulty return was handed in too. */
export async function recordReturn(
  file: ReturnedFile,
  recording: Recording,
  io: Io,
): Promise<RecordedReturn & { readonly exitCode: ExitCode }> {
  const { archive, force, voice } = recording
  const background = await meant(file, recording, io)
  const period = periodOf(background)
  const checked = await check(file, background, voice)
  const { tally, settings } = background.prepared
  const counts = tally.counts()
  const exitCode = exitCodeOf([], counts, settings.failOn)
  const again = `ipcase record ${file.log.path} --force`
  const { skipped } = background.inputs
  await voice.end({ exitCode, counts, byRule: tally.byRule(), skipped, failures: [], again })
  const draft = { ...draftOf(file, background, checked), round: period }
  const isOfUnit = await isFileOf(draft.unitKey, background.prepared.programme)
  const { path, receipt } = await storeReceipt({ folder: archive, draft, isOfUnit, force }, io)
  return {
    path,
    unit: receipt.unit,
    period,
    day: receipt.day,
    cases: receipt.cases.length,
    revision: receipt.revision,
    counts,
    comparison: background.comparison,
    round: background.deadline.current,
    reason: background.deadline.reason,
    exitCode,
  }
}
