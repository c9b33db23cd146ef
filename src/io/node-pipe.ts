import { closeSync, constants, createReadStream, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { errnoOf } from './errno.ts'
import { ExitCode, UserError } from './io.ts'

// What has no size: pipes, devices, standard input. It may never begin, and it may never end.

/** Five million rows of an ordinary log, and what is held whole: io knows nothing of logs and keeps its own limits. */
export const byteLimits = {
  withoutSize: { most: 2 ** 29, shown: '512 MiB', counted: '没有大小的输入：标准输入、管道' },
  whole: { most: 2 ** 27, shown: '128 MiB', counted: '一个模板、配置、字体之类要整个读入的文件' },
  secondsWithoutWriter: { most: 3, shown: '3 秒', counted: '等管道的另一头打开' },
} as const

/** `subject` as the user named it. */
export function tooLarge(subject: string, limit: 'withoutSize' | 'whole'): UserError {
  const remedy =
    limit === 'whole' ? '请确认选对了文件。' : '请确认来源会结束；确是这么大的台账，请先存成文件再读。'
  return new UserError(`${subject} 超过 ${byteLimits[limit].shown}，不予读取`, remedy, ExitCode.failure)
}

/** As many bytes as are read of what does not say how many it has. */
export async function* limited(
  pieces: AsyncIterable<Uint8Array>,
  subject: string,
  limit: 'withoutSize' | 'whole',
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > byteLimits[limit].most) throw tooLarge(subject, limit)
    yield piece
  }
}

const pieceBytes = 64 * 1024
const pause = 20

function later(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}

/** undefined: somebody holds the other end and has nothing to say yet. */
function readNow(pipe: number, buffer: Uint8Array): number | undefined {
  try {
    return readSync(pipe, buffer)
  } catch (error) {
    if (errnoOf(error) === 'EAGAIN') return undefined
    throw error
  }
}

/** To open a pipe waits for whoever writes to it, and nobody may: so it is opened without waiting, and looked at. */
async function* piecesOfPipe(path: string, subject: string): AsyncGenerator<Uint8Array> {
  const pipe = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  const { most: patience } = byteLimits.secondsWithoutWriter
  let hasWriter = false
  let waited = 0
  try {
    for (;;) {
      const buffer = new Uint8Array(pieceBytes)
      const size = readNow(pipe, buffer)
      if (size === 0 && hasWriter) return
      if (size !== 0) hasWriter = true
      if (size) yield buffer.subarray(0, size)
      else await later(pause)
      waited += pause
      if (!hasWriter && waited > patience * 1000) {
        const remedy = '请确认写入的命令已经运行；或者先存成文件再读。'
        throw new UserError(`${subject} 是管道，等了 ${patience} 秒没有程序往里写`, remedy, ExitCode.failure)
      }
    }
  } finally {
    closeSync(pipe)
  }
}

/** Of a pipe or a device. */
export function piecesWithoutSize(path: string, subject: string): AsyncIterable<Uint8Array> {
  const isPipe = statSync(path).isFIFO() && constants.O_NONBLOCK !== undefined
  return isPipe ? piecesOfPipe(path, subject) : createReadStream(path)
}

/** A shell takes a folder for standard input as readily as a file; there is nothing to read in it. */
export async function* piecesOfInput(subject: string): AsyncGenerator<Uint8Array> {
  const kind = inputKind()
  if (kind === 'folder') {
    throw new UserError(`${subject} 是文件夹，不是文件`, '请写明文件夹里的文件名。', ExitCode.failure)
  }
  yield* kind === 'file' ? process.stdin : limited(process.stdin, subject, 'withoutSize')
}

/** other: also where there is no standard input at all, which its reading says in its own way. */
function inputKind(): 'file' | 'folder' | 'other' {
  try {
    const input = fstatSync(0)
    if (input.isDirectory()) return 'folder'
    return input.isFile() ? 'file' : 'other'
  } catch {
    return 'other'
  }
}
