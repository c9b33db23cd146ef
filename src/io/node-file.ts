import { type BigIntStats, closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { ExitCode, UserError } from './io.ts'
import { byteLimits, limited, piecesWithoutSize, tooLarge } from './node-pipe.ts'

// How one file is read. Excel and WPS save while others read: they write over it, or write another one and rename it
// into its place. What was read of it then is neither the old log nor the new one, and a part of it may well look
// whole. So size, time and identity are looked at again at the end, and a file that changed is a failure.

/** Lets interruptions and whoever else waits have their turn: the disk itself is waited for. */
export const turnOfOthers = () => new Promise((turn) => setImmediate(turn))

function changed(subject: string, how: string): UserError {
  const remedy = '请等它保存完、同步完，再运行一次。'
  return new UserError(`${subject} 在读取时${how}，读到的不全`, remedy, ExitCode.failure)
}

/** Of a file that is open, whatever its name has come to stand for. */
function requireUntouched(file: number, before: BigIntStats, read: number, subject: string): void {
  const after = fstatSync(file, { bigint: true })
  const isSame = after.size === before.size && after.mtimeNs === before.mtimeNs
  if (!isSame || before.size !== BigInt(read)) throw changed(subject, '被改动了')
}

function requireSameName(path: string, before: BigIntStats, subject: string): void {
  const after = statSync(path, { bigint: true, throwIfNoEntry: false })
  if (after === undefined) throw changed(subject, '被删除或改名了')
  if (after.ino !== before.ino || after.dev !== before.dev) throw changed(subject, '被换成了另一个文件')
}

const pieceBytes = 256 * 1024
const idleBuffers: Buffer[] = []

async function* piecesOfFile(path: string, subject: string): AsyncGenerator<Uint8Array> {
  const file = openSync(path, 'r')
  const buffer = idleBuffers.pop() ?? Buffer.allocUnsafeSlow(pieceBytes)
  let at = 0
  try {
    const before = fstatSync(file, { bigint: true })
    for (;;) {
      const size = readSync(file, buffer, 0, pieceBytes, at)
      if (size === 0) break
      at += size
      yield buffer.subarray(0, size)
      await turnOfOthers()
    }
    requireSameName(path, before, subject)
    requireUntouched(file, before, at, subject)
  } finally {
    closeSync(file)
    idleBuffers.push(buffer)
  }
}

/** What has no size has no end to look at again either. */
export async function* piecesOf(path: string, subject: string): AsyncGenerator<Uint8Array> {
  if (statSync(path).isFile()) yield* piecesOfFile(path, subject)
  else yield* limited(piecesWithoutSize(path, subject), subject, 'withoutSize')
}

/** At once, so that a name that changes hands meanwhile costs nothing: what was opened was read. */
function wholeRegularFile(path: string, subject: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const before = fstatSync(file, { bigint: true })
    if (before.size > BigInt(byteLimits.whole.most)) throw tooLarge(subject, 'whole')
    const bytes = readFileSync(file)
    requireUntouched(file, before, bytes.length, subject)
    return bytes
  } finally {
    closeSync(file)
  }
}

export async function wholeFile(path: string, subject: string): Promise<Uint8Array> {
  const kind = statSync(path)
  // A folder is refused by the system when it is read.
  if (kind.isFile() || kind.isDirectory()) return wholeRegularFile(path, subject)
  const pieces: Uint8Array[] = []
  for await (const piece of limited(piecesWithoutSize(path, subject), subject, 'whole')) {
    pieces.push(new Uint8Array(piece))
  }
  return Buffer.concat(pieces)
}
