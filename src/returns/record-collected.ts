import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { latestFor } from '../archive/history.ts'
import type { Receipt } from '../archive/receipt.ts'
import type { Io } from '../io/io.ts'
import { hasCome } from '../model/collected.ts'
import type { IsoDate } from '../model/date.ts'
import type { RecordedUnit, RecordedUnits } from '../model/recorded.ts'
import type { CollectedReturns } from './collect.ts'
import type { CollectedUnit } from './collect-unit.ts'
import { handedIn } from './handed-in.ts'
import type { Inputs, LogInput } from './inputs.ts'
import { archiveOf, filingOf, type RecordedFile, recordReturn } from './recording.ts'
import type { Setup } from './setup.ts'

/** The digests of files as they are read, which is once. */
export interface Digests {
  readonly inputs: Inputs
  readonly of: (path: string) => string | undefined
  /** What a report in JSON says of its own table. */
  readonly tableOf: (path: string) => LogInput['table']
}

export function withDigests(inputs: Inputs): Digests {
  const digests = new Map<string, string>()
  async function* digesting({ path, open }: LogInput): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256')
    for await (const piece of open()) {
      hash.update(piece)
      yield piece
    }
    digests.set(path, hash.digest('hex'))
  }
  const logs = inputs.logs.map((log) => ({ ...log, open: () => digesting(log) }))
  const tables = new Map(inputs.logs.map(({ path, table }) => [path, table]))
  return {
    inputs: { ...inputs, logs },
    of: (path) => digests.get(path),
    tableOf: (path) => tables.get(path),
  }
}

/** A return with a fault goes back to its unit; what would count as handed in is what is mended. */
function refusalOf({ findings, failures, counts }: CollectedUnit): string | undefined {
  if (failures.length > 0) return `${failures.map(({ path }) => path).join('、')} 读不了，请按上面所说的办`
  if (findings.some(({ rule, severity }) => rule === 'unit-returned-twice' && severity === 'error')) {
    return '同样的案件报了两份，不知道以哪一份为准'
  }
  return counts.error > 0 ? `有错误 ${counts.error} 处，退回改正以后再登记` : undefined
}

async function filesOf({ paths }: CollectedUnit, { of }: Digests, io: Io): Promise<readonly RecordedFile[]> {
  const read = async (path: string) =>
    createHash('sha256')
      .update(await io.disk.read(path))
      .digest('hex')
  return await Promise.all(
    paths.map(async (path) => ({
      name: path === '-' ? '标准输入' : basename(path),
      // Of a file that was not read to its end: only what follows the table was left.
      sha256: of(path) ?? (await read(path)),
    })),
  )
}

interface Arrived {
  readonly day: IsoDate
  readonly dayFrom: RecordedUnit['dayFrom']
}

/** What lies here has come by today, whatever day its form says. */
function arrivalOf({ receivedOn, receivedFrom }: CollectedUnit, asOf: IsoDate): Arrived {
  const day = receivedOn !== null && receivedOn < asOf ? receivedOn : asOf
  return { day, dayFrom: receivedFrom ?? 'file' }
}

function isSameReturn(receipt: Receipt, files: readonly RecordedFile[], arrived: Arrived): boolean {
  const digests = (list: readonly RecordedFile[]) => list.map(({ sha256 }) => sha256).sort()
  const known = digests([receipt.file, ...(receipt.others ?? [])])
  const isSameDay = receipt.day === arrived.day && receipt.dayFrom === arrived.dayFrom
  return isSameDay && known.join() === digests(files).join()
}

/** As if the unit had recorded it itself on the day it came. */
function setupFor({ setup, unit }: CollectedUnit, { day }: Arrived, archive: string): Setup {
  return { ...setup, settings: { ...setup.settings, archive, unit, asOf: day } }
}

async function recordUnit(
  one: CollectedUnit,
  { archive, files, said, arrived, force }: RecordingOne,
  io: Io,
): Promise<RecordedUnit> {
  const { kept, statistics, unit } = one
  const made = { ...one.made, unit: one.writtenUnit ?? unit }
  const leftOut = one.leftOut.length + (said?.leftOut ?? 0)
  const table = { kept, period: said?.period ?? statistics.table.period, leftOut }
  const filing = await filingOf(made, table, setupFor(one, arrived, archive), force, io)
  const draft = { ...filing.draft, unitKey: unit, dayFrom: arrived.dayFrom }
  const { path, cases, revision } = await recordReturn({ ...filing, draft }, files, io)
  return { unit, path, ...arrived, cases, leftOut, revision }
}

interface RecordingOne {
  readonly archive: string
  readonly files: readonly RecordedFile[]
  /** Of a return that is one report in JSON: its rows stand as they are. */
  readonly said: LogInput['table']
  readonly arrived: Arrived
  readonly force: boolean
}

type NotedOutcome =
  | { readonly recorded: RecordedUnit }
  | { readonly refused: RecordedUnits['refused'][number] }
  | { readonly unchanged: RecordedUnits['unchanged'][number] }
  | { readonly differing: RecordedUnits['differing'][number] }

interface RecordingAll {
  readonly digests: Digests
  readonly setup: Setup
  readonly force: boolean
}

async function recordOne(
  one: CollectedUnit,
  round: string | null,
  { digests, setup, force }: RecordingAll,
  io: Io,
): Promise<NotedOutcome> {
  const { unit } = one
  const { programme, settings } = setup
  const reason = refusalOf(one)
  if (reason !== undefined) return { refused: { unit, reason } }
  const archive = archiveOf(settings.archive)
  const arrived = arrivalOf(one, settings.asOf)
  const files = await filesOf(one, digests, io)
  const [first = '', ...more] = one.paths
  const said = more.length === 0 ? digests.tableOf(first) : undefined
  const { receipts } = await handedIn({ archive, unit }, programme, io)
  const known = latestFor(round ?? arrived.day, receipts)
  if (known && isSameReturn(known, files, arrived)) return { unchanged: { unit, day: known.day } }
  if (known && !force) return { differing: { unit, day: known.day } }
  return { recorded: await recordUnit(one, { archive, files, said, arrived, force }, io) }
}

/** Notes each unit's return in the archive; one that cannot be noted keeps none of the others from it. */
export async function recordCollected(
  { units, round }: CollectedReturns,
  all: RecordingAll,
  io: Io,
): Promise<RecordedUnits> {
  const id = round?.id ?? null
  const outcomes: NotedOutcome[] = []
  for (const one of units.filter(hasCome)) outcomes.push(await recordOne(one, id, all, io))
  return {
    archive: archiveOf(all.setup.settings.archive),
    round: id,
    recorded: outcomes.flatMap((one) => ('recorded' in one ? [one.recorded] : [])),
    unchanged: outcomes.flatMap((one) => ('unchanged' in one ? [one.unchanged] : [])),
    refused: outcomes.flatMap((one) => ('refused' in one ? [one.refused] : [])),
    differing: outcomes.flatMap((one) => ('differing' in one ? [one.differing] : [])),
  }
}
