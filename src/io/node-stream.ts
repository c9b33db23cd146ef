import { errnoOf, inWords } from './errno.ts'
import type { Stream } from './io.ts'
import { requireMemory } from './memory.ts'
import { harmlessInColour } from './terminal-text.ts'

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
