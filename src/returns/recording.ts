import { createHash } from 'node:crypto'
import { archivedCaseOf } from '../archive/archived-case.ts'
import type { Draft } from '../archive/seal.ts'
import { type Io, UserError } from '../io/io.ts'
import type { Case } from '../model/case.ts'
import type { Counts } from '../model/finding.ts'
import type { RecordedReturn } from '../model/recorded.ts'
import type { Period } from '../model/table.ts'
import { tool } from '../model/tool.ts'
import { unitsNamed } from '../programmes/roster.ts'
import { atPeriodEnd } from '../table/period-end.ts'
import { type Background, backgroundOf, type Known } from './background.ts'
import { isFileOf } from './handed-in.ts'
import type { Settings } from './settings.ts'
import { standingOf } from './standing.ts'
import { type Filing, storeReceipt } from './store-receipt.ts'

/**
 * The round that a return to be recorded is for: the earliest not handed in, but none that lies further ahead than the
 * calendar's own. Else a return recorded twice by mistake would count for the next round.
 */
export async function backgroundToRecord(
  known: Known,
  round: string | undefined,
  io: Io,
): Promise<Background> {
  const background = await backgroundOf(known, round, io)
  if (round !== undefined) return background
  const { current: usual, reason } = standingOf(known.prepared, undefined)
  const { current } = background.deadline
  if (usual === null || (current !== null && current.due <= usual.due)) return background
  const recorded = await backgroundOf(known, usual.id, io)
  return { ...recorded, deadline: { ...recorded.deadline, reason } }
}

export function archiveOf(archive: string | undefined): string {
  if (archive !== undefined) return archive
  throw new UserError(
    '没有写明存档在哪里',
    '请用 --archive 写明文件夹，或设环境变量 IPCASE_ARCHIVE，或在配置里写 archive。',
  )
}

function roundOf({ prepared, deadline }: Background): string {
  const { programme, settings } = prepared
  if (programme.due === null) return settings.asOf
  if (deadline.current) return deadline.current.id
  throw new UserError(`不知道是哪一期：${deadline.reason}`, '请用 --round 写明，如 --round 2024-06。')
}

/** Asked to record what it writes, `report` must write it somewhere and know where to record it. */
export function requireRecordable(
  outputs: readonly { readonly format: string }[],
  { archive }: Pick<Settings, 'archive'>,
): void {
  archiveOf(archive)
  if (outputs.some(({ format }) => format !== 'json')) return
  throw new UserError('--record 要登记写出的表，没有写明写成什么文件', '请用 -o 写明，如 -o 统计表.xlsx。')
}

export function requireUnit(unit: string | null): string {
  if (unit !== null) return unit
  throw new UserError('不知道是哪个单位报送的：台账没有写明，或不止一个', '请用 --unit 写明填报单位。')
}

/** The table that was handed in. */
export interface Recorded {
  readonly unit: string
  /** The cases in it, and how many were read and are not. */
  readonly kept: readonly Case[]
  readonly leftOut: number
  readonly period: Period
  readonly counts: Counts
}

export interface RecordedFile {
  readonly name: string
  readonly sha256: string
}

export function fileOf(name: string, bytes: Uint8Array): RecordedFile {
  return { name, sha256: createHash('sha256').update(bytes).digest('hex') }
}

export interface UnsignedFiling extends Omit<Filing, 'draft'> {
  readonly draft: Omit<Draft, 'revision' | 'file' | 'others'>
}

export interface FiledReturn {
  /** What was handed in, and what was written with it. */
  readonly files: readonly RecordedFile[]
  readonly background: Background
}

/** Everything of a receipt but the file, so that what would be refused is refused before one is written. */
export async function filingOf(
  { unit, kept, leftOut, period, counts }: Recorded,
  background: Background,
  force: boolean,
): Promise<UnsignedFiling> {
  const { programme, settings } = background.prepared
  const unitKey = unitsNamed(programme, unit)[0]
  return {
    folder: archiveOf(settings.archive),
    force,
    isOfUnit: await isFileOf(unitKey, programme),
    draft: {
      schemaVersion: 1,
      tool,
      programme: programme.id,
      round: roundOf(background),
      unit,
      unitKey,
      day: settings.asOf,
      counts,
      period,
      leftOut,
      cases: kept.map((c) => archivedCaseOf(atPeriodEnd(c, period.to))),
    },
  }
}

/** Puts the return into the archive, and says what is known of it there. */
export async function recordReturn(
  filing: UnsignedFiling,
  { files, background }: FiledReturn,
  io: Io,
): Promise<RecordedReturn> {
  const [file, ...others] = files
  if (file === undefined) throw new TypeError('a return without a file')
  const draft = { ...filing.draft, file, ...(others.length > 0 && { others }) }
  const { path, receipt } = await storeReceipt({ ...filing, draft }, io)
  const { unit, round, day, revision, counts, cases } = receipt
  return {
    path,
    unit,
    period: round,
    day,
    cases: cases.length,
    leftOut: receipt.leftOut ?? 0,
    revision,
    counts,
    comparison: background.comparison,
    round: background.deadline.current,
    reason: background.deadline.reason,
  }
}
