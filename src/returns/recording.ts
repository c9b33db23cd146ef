import type { Draft } from '../archive/receipt-file.ts'
import { type Io, UserError } from '../io/io.ts'
import type { Case } from '../model/case.ts'
import type { RecordedReturn } from '../model/recorded.ts'
import type { Period } from '../model/table.ts'
import { tool } from '../model/tool.ts'
import { unitsNamed } from '../programmes/roster.ts'
import { atPeriodEnd } from '../table/period.ts'
import { isFileOf, unitsIn, unnamed } from './handed-in.ts'
import type { History } from './history.ts'
import type { Return } from './read-return.ts'
import type { Settings } from './settings.ts'
import type { Setup } from './setup.ts'
import type { Filing } from './store-receipt.ts'
import type { Tabulated } from './tabulate.ts'

export function archiveOf(archive: string | undefined): string {
  if (archive !== undefined) return archive
  throw new UserError(
    '没有写明存档在哪里',
    '请用 --archive 写明文件夹，或设环境变量 IPCASE_ARCHIVE，或在配置里写 archive。',
  )
}

function roundOf({ deadline }: History, { programme, settings }: Setup): string {
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

export async function requireUnit(
  unit: string | null,
  { settings, programme }: Setup,
  io: Io,
): Promise<string> {
  if (unit !== null) return unit
  const units = await unitsIn(archiveOf(settings.archive), programme, io)
  throw unnamed('不知道是哪个单位报送的：台账没有写明，或不止一个', units)
}

export interface RecordedFile {
  readonly name: string
  readonly sha256: string
}

/** A receipt but for the files, and what is known of the return it is for. */
export interface UnsignedFiling extends Omit<Filing, 'draft'> {
  readonly draft: Omit<Draft, 'revision' | 'file' | 'others'>
  readonly history: History
}

/** What stood in the table that was handed in, and how many were read and did not. */
export interface RecordedTable {
  readonly kept: readonly Case[]
  readonly period: Period
  readonly leftOut: number
}

/** What would be refused is refused here, before a file is written. Most runs record nothing, and load no schema. */
export async function filingOf(
  made: Return,
  { kept, period, leftOut }: RecordedTable,
  setup: Setup,
  force: boolean,
  io: Io,
): Promise<UnsignedFiling> {
  const { archivedCaseOf } = await import('../archive/receipt.ts')
  const { requirePlace } = await import('./store-receipt.ts')
  const { programme, settings } = setup
  const unit = await requireUnit(made.unit, setup, io)
  const unitKey = unitsNamed(programme, unit)[0]
  const filing: UnsignedFiling = {
    folder: archiveOf(settings.archive),
    force,
    isOfUnit: await isFileOf(unitKey, programme),
    history: made.history,
    draft: {
      schemaVersion: 1,
      tool,
      programme: programme.id,
      round: roundOf(made.history, setup),
      unit,
      unitKey,
      day: settings.asOf,
      counts: made.counts,
      period,
      leftOut,
      cases: kept.map((c) => archivedCaseOf(atPeriodEnd(c, period.to))),
    },
  }
  await requirePlace(filing, io)
  return filing
}

/** Puts the return into the archive, and says what is known of it there: what was handed in, and was written with it. */
export async function recordReturn(
  { history, ...filing }: UnsignedFiling,
  [file, ...others]: readonly RecordedFile[],
  io: Io,
): Promise<RecordedReturn> {
  if (file === undefined) throw new TypeError('a return without a file')
  const draft = { ...filing.draft, file, ...(others.length > 0 && { others }) }
  const { storeReceipt } = await import('./store-receipt.ts')
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
    comparison: history.comparison,
    round: history.deadline.current,
    reason: history.deadline.reason,
  }
}

/** Refuses what would be refused before a file is written; then records what was. */
export async function recorderOf(
  made: Return,
  { kept, facts: { period, leftOut } }: Tabulated,
  setup: Setup,
  force: boolean,
  io: Io,
): Promise<(files: readonly RecordedFile[]) => Promise<RecordedReturn>> {
  const filing = await filingOf(made, { kept, period, leftOut: leftOut.length }, setup, force, io)
  return async (files) => await recordReturn(filing, files, io)
}
