import { latestFor } from '../archive/history.ts'
import type { Receipt } from '../archive/receipt.ts'
import { type Draft, placeOf, receiptBytes, sealed } from '../archive/receipt-file.ts'
import { attempt, ExitCode, type Io, UserError } from '../io/io.ts'
import { readArchive, type StoredReceipt } from './handed-in.ts'

/** Whoever records the same return at the same moment makes one try fail. */
const mostTries = 100

export interface Filing {
  /** The archive. */
  readonly folder: string
  readonly draft: Omit<Draft, 'revision'>
  /** Whether a file's name is one of the unit's; absent: as disks without capitals see its own. */
  readonly isOfUnit?: (name: string) => boolean
  /** Whether a receipt of the same unit and round may be replaced. */
  readonly force: boolean
}

async function isFile(path: string, io: Io): Promise<boolean> {
  return (await io.disk.kindOf(path)) === 'file'
}

/**
 * Keeps what stands at `path` under the next free number. A copy reserves that name before the file itself is moved
 * onto it, so whoever else replaces the receipt at this moment loses nothing either.
 */
async function setAside(path: string, io: Io): Promise<void> {
  const bytes = await io.disk.read(path)
  let number = 1
  const numbered = () => path.replace(/json$/, `${number}.json`)
  while (!(await io.disk.claim(numbered(), bytes))) number++
  await io.disk.move(path, numbered())
}

function refusal({ unit, round }: Unsigned['draft'], path: string, known: Receipt | undefined): UserError {
  const what = known
    ? `${known.unit} ${round} 期已有报送记录：${known.day} 报送，${known.file.name}`
    : `${unit} ${round} 期的报送记录 ${path} 已经存在，但已损坏`
  const remedy = '更正后重新报送的，加 --force，原记录另存；是别的一期的，用 --round 写明。'
  return new UserError(what, remedy, ExitCode.failure)
}

/** Two units, or two programmes, whose receipts would lie at one place. */
function requireSameReturn(
  { unitKey, programme }: Unsigned['draft'],
  there: StoredReceipt | undefined,
): void {
  if (there === undefined) return
  const { unit, unitKey: otherKey, programme: id } = there.receipt
  if (otherKey === unitKey && id === programme) return
  throw new UserError(
    `${there.path} 是 ${unit} 在报送方案 ${id} 中的记录`,
    '两个方案、两个单位的记录不能同名，请用 --archive 另选一个存档。',
    ExitCode.failure,
  )
}

/** As disks without capitals see it; a receipt that was replaced keeps its unit. */
function isSamePath(one: string, other: string): boolean {
  return one.replace(/\.[1-9]\d*\.json$/, '.json').toLowerCase() === other.toLowerCase()
}

function busy(path: string): UserError {
  return new UserError(`${path} 一直有别的程序在改`, '请稍后再登记一次。', ExitCode.failure)
}

type Unsigned = Omit<Filing, 'draft'> & { readonly draft: Omit<Filing['draft'], 'file'> }

interface PlaceInArchive {
  readonly path: string
  readonly isThere: boolean
  /** The return of this unit and round as it was recorded last. */
  readonly latest: Receipt | undefined
}

/** Where the receipt goes; refused where one stands that may not be replaced. */
async function placeIn({ folder, draft, force, isOfUnit }: Unsigned, io: Io): Promise<PlaceInArchive> {
  const { round, name } = placeOf(draft)
  const path = `${folder}/${round}/${name}`
  const isOwn = (other: string) => `${other}.json`.toLowerCase() === name.toLowerCase()
  const { stored } = await readArchive(folder, io, isOfUnit ?? isOwn)
  requireSameReturn(
    draft,
    stored.find((one) => isSamePath(one.path, path)),
  )
  const receipts = stored.map(({ receipt }) => receipt)
  const own = receipts.filter(({ programme }) => programme === draft.programme)
  const latest = latestFor(round, own)
  const isThere = await isFile(path, io)
  if (!force && (isThere || latest)) throw refusal(draft, path, latest)
  return { path, isThere, latest }
}

/** Refuses what `storeReceipt` would, before anything else is written. */
export async function requirePlace(filing: Unsigned, io: Io): Promise<void> {
  await placeIn(filing, io)
}

/** Puts a receipt into the archive, whole or not at all; what it replaces stays beside it. */
export async function storeReceipt(filing: Filing, io: Io): Promise<StoredReceipt> {
  let refused: unknown
  let at = ''
  for (let tries = 0; tries < mostTries; tries++) {
    const { path, isThere, latest } = await placeIn(filing, io)
    at = path
    if (isThere) {
      refused = await attempt(() => setAside(path, io))
      continue
    }
    const receipt = sealed({ ...filing.draft, revision: (latest?.revision ?? 0) + 1 })
    if (await io.disk.claim(path, receiptBytes(receipt))) return { path, receipt }
  }
  throw refused instanceof UserError ? refused : busy(at)
}
