import type { Encoding } from '../model/log.ts'

const byteOrderMarks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

const searchedForNul = 4096

// Digits, tabs and line ends of UTF-16 leave a NUL on one side of each pair.
function byNulPattern(bytes: Uint8Array): Encoding | undefined {
  let even = 0
  let odd = 0
  for (let at = 0; at < Math.min(bytes.length, searchedForNul); at++) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  if (even + odd === 0) return undefined
  return odd >= even ? 'utf-16le' : 'utf-16be'
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

export function createDecoder(encoding: Encoding): Decoder {
  const decoder = new TextDecoder(encoding)
  let atStart = true
  const withoutMark = (text: string): string => {
    if (!atStart || text === '') return text
    atStart = false
    // Only the mark of GB18030 is left in by TextDecoder.
    return text.startsWith('\ufeff') ? text.slice(1) : text
  }
  return {
    decode: (bytes) => withoutMark(decoder.decode(bytes, { stream: true })),
    end: () => withoutMark(decoder.decode()),
  }
}
