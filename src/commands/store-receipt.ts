import { latestFor } from '../archive/history.ts'
import type { Receipt } from '../archive/receipt.ts'
import { placeOf, receiptBytes, unitPartOf } from '../archive/receipt-file.ts'
import { type Draft, sealed } from '../archive/seal.ts'
import { attempt, ExitCode, type Io, UserError } from '../io.ts'
import { readArchive, type StoredReceipt } from './archive-folder.ts'

const once = { force: false } as const

export interface Filing {
  /** The archive. */
  readonly folder: string
  readonly draft: Omit<Draft, 'revision'>
  /** Whether a receipt of the same unit and round may be replaced. */
  readonly force: boolean
}

async function isFile(path: string, io: Io): Promise<boolean> {
  return (await io.disk.kindOf(path)) === 'file'
}

/** Writes under a name that nobody has yet, or tells that somebody has. */
async function claims(path: string, bytes: Uint8Array, io: Io): Promise<boolean> {
  const refused = await attempt(() => io.disk.write(path, bytes, once))
  if (!(refused instanceof UserError)) return true
  if (await isFile(path, io)) return false
  throw refused
}

/**
 * Keeps what stands at `path` under the next free number. A copy reserves that name before the file itself is moved
 * onto it, so whoever else replaces the receipt at this moment loses nothing either.
 */
async function setAside(path: string, io: Io): Promise<void> {
  const bytes = await attempt(() => io.disk.read(path))
  if (bytes instanceof UserError) {
    if (await isFile(path, io)) throw bytes
    return
  }
  let number = 1
  const numbered = () => path.replace(/json$/, `${number}.json`)
  while ((await isFile(numbered(), io)) || !(await claims(numbered(), bytes, io))) number++
  const refused = await attempt(() => io.disk.move(path, numbered()))
  if (refused instanceof UserError && (await isFile(path, io))) throw refused
}

function refusal({ unit, round }: Filing['draft'], path: string, known: Receipt | undefined): UserError {
  const what = known
    ? `${known.unit} ${round} 期已有报送记录：${known.day} 报送，${known.file.name}`
    : `${unit} ${round} 期的报送记录 ${path} 已经存在，但已损坏`
  const remedy = '更正后重新报送的，加 --force，原记录另存；是别的一期的，用 --round 写明。'
  return new UserError(what, remedy, ExitCode.failure)
}

function requireSameReturn({ unitKey, programme }: Filing['draft'], known: readonly StoredReceipt[]): void {
  const other = known.find(({ receipt }) => receipt.unitKey !== unitKey || receipt.programme !== programme)
  if (other === undefined) return
  const { unit, programme: id } = other.receipt
  throw new UserError(
    `${other.path} 是 ${unit} 在报送方案 ${id} 中的记录`,
    '两个方案、两个单位的记录不能同名，请用 --archive 另选一个存档。',
    ExitCode.failure,
  )
}

/** Puts a receipt into the archive, whole or not at all; what it replaces stays beside it. */
export async function storeReceipt(filing: Filing, io: Io): Promise<StoredReceipt> {
  const { folder, draft, force } = filing
  const { round, name } = placeOf(draft)
  const path = `${folder}/${round}/${name}`
  for (;;) {
    const { stored } = await readArchive(folder, io, unitPartOf(name))
    const known = stored.filter(({ receipt }) => receipt.round === round)
    requireSameReturn(draft, known)
    const latest = latestFor(
      round,
      known.map(({ receipt }) => receipt),
    )
    const isThere = await isFile(path, io)
    if (!force && (isThere || latest)) throw refusal(draft, path, latest)
    if (isThere) {
      await setAside(path, io)
      continue
    }
    const receipt = sealed({ ...draft, revision: (latest?.revision ?? 0) + 1 })
    if (await claims(path, receiptBytes(receipt), io)) return { path, receipt }
  }
}
