import { join, sep } from 'node:path'
import type { Earlier } from '../archive/history.ts'
import type { Receipt } from '../archive/receipt.ts'
import { attempt, type Entry, ExitCode, type Io, UserError } from '../io/io.ts'
import type { IsoDate } from '../model/date.ts'
import type { Deadline } from '../model/deadline.ts'
import type { Submission } from '../model/round.ts'
import type { Skipped } from '../model/run.ts'
import { areAlike } from '../model/unit-name.ts'
import type { Programme } from '../programmes/programme.ts'
import { isListed, unitsNamed } from '../programmes/roster.ts'

export interface StoredReceipt {
  readonly path: string
  readonly receipt: Receipt
}

/** What lies in an archive; a damaged receipt is told of and otherwise as good as none. */
export interface ArchiveContent {
  readonly stored: readonly StoredReceipt[]
  readonly damaged: readonly Skipped[]
}

interface FoundReceipt {
  readonly path: string
  readonly round: string
  readonly name: string
  readonly unit: string
}

function pathOf(...parts: readonly string[]): string {
  return join(...parts)
    .split(sep)
    .join('/')
}

async function listed(folder: string, kind: Entry['kind'], io: Io): Promise<readonly string[]> {
  const entries = (await io.disk.list(folder)).filter((entry) => entry.kind === kind)
  return entries.map(({ name }) => name).sort()
}

async function roundsIn(folder: string, io: Io): Promise<readonly string[]> {
  const kind = await io.disk.kindOf(folder)
  if (kind === 'file') {
    throw new UserError(`存档 ${folder} 是文件，不是文件夹`, '请把 --archive 写成文件夹。', ExitCode.failure)
  }
  const names = kind === 'absent' ? [] : await listed(folder, 'folder', io)
  return names.filter((name) => /^\d{4}-\d{2}(-\d{2})?$/.test(name))
}

/** Temporary files and what else people put there are passed over. */
async function find(folder: string, io: Io): Promise<readonly FoundReceipt[]> {
  const { unitPartOf } = await import('../archive/receipt-file.ts')
  const found: FoundReceipt[] = []
  for (const round of await roundsIn(folder, io)) {
    for (const name of await listed(join(folder, round), 'file', io)) {
      const unit = unitPartOf(name)
      if (unit !== undefined) found.push({ path: pathOf(folder, round, name), round, name, unit })
    }
  }
  return found
}

/** As their files name them. */
async function unitFilesIn(folder: string, io: Io): Promise<readonly string[]> {
  return [...new Set((await find(folder, io)).map(({ unit }) => unit))]
}

/** Every receipt, or those of one unit, by the unit's part of their files' names. */
export async function readArchive(
  folder: string,
  io: Io,
  isOfUnit: (name: string) => boolean = () => true,
): Promise<ArchiveContent> {
  const { readReceipt } = await import('../archive/receipt-file.ts')
  const stored: StoredReceipt[] = []
  const damaged: Skipped[] = []
  for (const found of await find(folder, io)) {
    if (!isOfUnit(found.unit)) continue
    const { path } = found
    const bytes = await attempt(() => io.disk.read(path))
    // Somebody replaces it at this moment.
    if (bytes instanceof UserError && (await io.disk.kindOf(path)) === 'absent') continue
    const read = bytes instanceof UserError ? { damage: bytes.message } : readReceipt(bytes, found)
    if ('damage' in read) damaged.push({ path, reason: `不作依据：${read.damage}` })
    else stored.push({ path, receipt: read })
  }
  return { stored, damaged }
}

/** Whether a folder is an archive: folders of other returns may bear the names of rounds, too. */
export async function holdsReceipts(folder: string, io: Io): Promise<boolean> {
  const { readReceipt } = await import('../archive/receipt-file.ts')
  for (const found of await find(folder, io)) {
    if (!('damage' in readReceipt(await io.disk.read(found.path), found))) return true
  }
  return false
}

/** What one unit has handed in, by the archive. */
export interface HandedIn {
  readonly receipts: readonly Receipt[]
  readonly submissions: readonly Submission[]
  /** Receipts that prove nothing. */
  readonly damaged: readonly Skipped[]
}

/** Receipts lie under the unit's name; older ones under whatever spelling was not known to be it. */
export async function isFileOf(unit: string, programme: Programme): Promise<(name: string) => boolean> {
  const { unitFileName } = await import('../archive/receipt-file.ts')
  // As disks without capitals see it.
  const own = unitFileName(unit).toLowerCase()
  return (name) => name.toLowerCase() === own || unitsNamed(programme, name).join() === unit
}

/** The units that have a receipt, each once. */
export async function unitsIn(archive: string, programme: Programme, io: Io): Promise<readonly string[]> {
  const names = await unitFilesIn(archive, io)
  return [...new Set(names.map((name) => unitsNamed(programme, name)[0]))]
}

const mostNamed = 12

/** Nobody says whose return it is: these it may be. */
export function unnamed(why: string, units: readonly string[]): UserError {
  const named = units.length > mostNamed ? `${units.slice(0, mostNamed).join('、')} 等` : units.join('、')
  const which = units.length === 0 ? '填报单位' : `是哪一个：${named}`
  return new UserError(why, `请用 --unit 写明${which}。`)
}

function ambiguous(name: string, units: readonly string[]): UserError {
  const [first = name] = units
  return new UserError(`“${name}”可能是${units.join('，也可能是')}`, `请用 --unit 写明，如 --unit ${first}。`)
}

function unclear(name: string, alike: readonly string[]): UserError {
  const [first = name] = alike
  return new UserError(
    `存档里有${alike.join('、')}的报送记录，不知道“${name}”是不是同一个单位`,
    `是的，用 --unit ${first} 写明；不是的，用 --unit 写明它的全称，写明的照办。`,
  )
}

export interface UnitWanted {
  readonly name: string
  /** By option or configuration: then it is what it is called, however much it looks like another. */
  readonly isAsked: boolean
}

/** Which unit of the archive is meant. One that cannot be told is asked for, not opened as a second. */
export async function unitMeant(
  { name, isAsked }: UnitWanted,
  { archive, programme }: { readonly archive: string; readonly programme: Programme },
  io: Io,
): Promise<string> {
  const units = unitsNamed(programme, name)
  const [unit] = units
  if (units.length > 1) throw ambiguous(name, units)
  if (isAsked || isListed(programme, unit)) return unit
  const known = await unitsIn(archive, programme, io)
  const alike = known.filter((other) => areAlike(unit, other))
  if (known.includes(unit) || alike.length === 0) return unit
  throw unclear(name, alike)
}

export async function handedIn(
  { archive, unit }: { readonly archive: string; readonly unit: string },
  programme: Programme,
  io: Io,
): Promise<HandedIn> {
  const { submissionsOf } = await import('../archive/history.ts')
  const { stored, damaged } = await readArchive(archive, io, await isFileOf(unit, programme))
  const receipts = stored
    .map(({ receipt }) => receipt)
    .filter((receipt) => receipt.programme === programme.id)
  return { receipts, submissions: submissionsOf(receipts), damaged }
}

export async function earlierOf(
  { receipts }: HandedIn,
  { programme, asOf }: { programme: Programme; asOf: IsoDate },
  { current }: Deadline,
): Promise<Earlier | undefined> {
  const { earlierThan, returnsBy } = await import('../archive/history.ts')
  // Without due days every return is a round of its own, named by its day.
  return earlierThan(programme.due === null ? asOf : (current?.id ?? null), returnsBy(asOf, receipts))
}
