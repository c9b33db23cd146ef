import type { Encoding } from '../../model/log.ts'

const byteOrderMarks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

const searchedForNul = 4096

// Digits, tabs and line ends of UTF-16 leave a NUL on one side of each pair.
function byNulPattern(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, searchedForNul)
  let odds = 0
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) odds += at % 2 === 0 ? -1 : 1
  if (!sample.includes(0)) return undefined
  return odds >= 0 ? 'utf-16le' : 'utf-16be'
}

/**
 * What the text may be, likeliest first. Decoding without error proves nothing (GB18030 accepts Big5, EUC-KR and
 * Shift_JIS), so the caller takes the first in which the heading row reads.
 */
export function encodingsOf(head: Uint8Array): readonly Encoding[] {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, at) => head[at] === byte))
  if (marked) return [marked[0]]
  const wide = byNulPattern(head)
  return wide ? [wide] : ['utf-8', 'gb18030']
}

export interface Decoder {
  /** Bytes the encoding does not allow become U+FFFD. */
  readonly decode: (bytes: Uint8Array) => string
  readonly end: () => string
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Just behind the last line end, which is never part of a longer character; 0 when there is none. */
function lineEndIn(bytes: Uint8Array): number {
  return Math.max(bytes.lastIndexOf(lineFeed), bytes.lastIndexOf(carriageReturn)) + 1
}

/**
 * Node's decoder throws on some invalid GB18030 that is cut into pieces, so it is given whole lines. What waits for
 * its line end is joined once, not with every piece: a line of many megabytes would be copied thousands of times.
 */
function byLines(decoder: InstanceType<typeof TextDecoder>): Decoder {
  let open: Uint8Array[] = []
  const taken = (last: Uint8Array): string => {
    const text = decoder.decode(open.length > 0 ? Buffer.concat([...open, last]) : last)
    open = []
    return text
  }
  return {
    decode(bytes) {
      const end = lineEndIn(bytes)
      const text = end > 0 ? taken(bytes.subarray(0, end)) : ''
      if (end < bytes.length) open.push(new Uint8Array(bytes.subarray(end)))
      return text
    },
    end: () => taken(new Uint8Array()),
  }
}

function decoderOf(encoding: Encoding): Decoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  if (encoding === 'gb18030') return byLines(decoder)
  return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}

export function createDecoder(encoding: Encoding): Decoder {
  const decoder = decoderOf(encoding)
  let atStart = true
  const withoutMark = (text: string): string => {
    if (!atStart || text === '') return text
    atStart = false
    return text.startsWith('\ufeff') ? text.slice(1) : text
  }
  return {
    decode: (bytes) => withoutMark(decoder.decode(bytes)),
    end: () => withoutMark(decoder.end()),
  }
}
