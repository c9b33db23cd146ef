import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { errnoOf, inWords } from './errno.ts'
import { ExitCode, type Stream, UserError } from './io.ts'
import { harmlessInColour } from './terminal-text.ts'

// Node that runs out of memory dies with pages of its own and a code that says nothing, and nothing can be caught by
// then. But what is held grows with what is read, piece by piece, and can be looked at before it is too late.

const megabyte = 2 ** 20
/** The part of the limit that V8 keeps for what is new. */
const young = 48 * megabyte
/** What the program takes before it has read anything. */
const own = 16 * megabyte
/** A table of what was read needs one and a half times as much again. */
const most = 0.4
/** To look costs as much as clearing up, so it is done again only when this much more is in use. */
const step = 0.04

/** What is in use is mostly garbage until it is cleared up. */
function heldNow(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return getHeapStatistics().used_heap_size
}

function tooMuch(limit: number): UserError {
  const mostMegabytes = Math.round(limit / megabyte)
  const remedy = '请分几次处理；电脑内存够大的，先设环境变量 NODE_OPTIONS=--max-old-space-size=8192 再运行。'
  return new UserError(
    `内存不够：台账太大，程序最多能用 ${mostMegabytes} MB 内存`,
    remedy,
    ExitCode.failure,
    true,
  )
}

let nextLook = most

/** Called between the pieces of what is read. */
function requireMemory(): void {
  const statistics = getHeapStatistics()
  const limit = statistics.heap_size_limit - young
  const usable = Math.max(limit - own, megabyte)
  if (statistics.used_heap_size - own < nextLook * usable) return
  const held = (heldNow() - own) / usable
  if (held > most) throw tooMuch(limit)
  nextLook = Math.max(most, held + step)
}

/** What the system refuses while it is read, as a sentence. */
export async function* wordedStream(
  subject: string,
  opened: () => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of opened()) {
      yield piece
      requireMemory()
    }
  } catch (error) {
    throw inWords(error, subject, 'read')
  }
}

/** What is said beside a result is not to cost the result: nobody can be told that nobody can be told. */
export function outputStream(
  name: string,
  stream: () => NodeJS.WriteStream,
  { isBeside }: { readonly isBeside: boolean },
): Stream {
  let readerGone = false
  let listening = false
  function send(data: string | Uint8Array): Promise<void> {
    return new Promise((done, fail) => {
      stream().write(data, (error) => (error ? fail(error) : done()))
    })
  }
  /** What goes on to a file or another program is data and stays as it is. */
  const shown = (data: string | Uint8Array): string | Uint8Array =>
    typeof data === 'string' && (isBeside || stream().isTTY) ? harmlessInColour(data) : data
  return {
    get isTerminal() {
      return stream().isTTY === true
    },
    get columns() {
      return stream().isTTY ? stream().columns : undefined
    },
    async write(data) {
      // Node throws an unheard 'error' event, besides what the callback is told.
      if (!listening) stream().on('error', () => undefined)
      listening = true
      if (readerGone || data.length === 0) return
      try {
        await send(shown(data))
      } catch (error) {
        // `| head` has seen enough: the run goes on to its own exit code.
        const code = errnoOf(error)
        readerGone = code === 'EPIPE' || (isBeside && code !== undefined)
        if (!readerGone) throw inWords(error, name, 'write')
      }
    },
  }
}
