import { join, sep } from 'node:path'
import type { Receipt } from '../archive/receipt.ts'
import { attempt, type Entry, ExitCode, type Io, UserError } from '../io/io.ts'
import type { Skipped } from '../model/run.ts'

export interface StoredReceipt {
  readonly path: string
  readonly receipt: Receipt
}

/** What lies in an archive; a damaged receipt is told of and otherwise as good as none. */
export interface ArchiveContent {
  readonly stored: readonly StoredReceipt[]
  readonly damaged: readonly Skipped[]
}

interface Found {
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
async function find(folder: string, io: Io): Promise<readonly Found[]> {
  const { unitPartOf } = await import('../archive/receipt-file.ts')
  const found: Found[] = []
  for (const round of await roundsIn(folder, io)) {
    for (const name of await listed(join(folder, round), 'file', io)) {
      const unit = unitPartOf(name)
      if (unit !== undefined) found.push({ path: pathOf(folder, round, name), round, name, unit })
    }
  }
  return found
}

/** As their files name them. */
export async function unitFilesIn(folder: string, io: Io): Promise<readonly string[]> {
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
