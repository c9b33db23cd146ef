import type { Encoding } from '../../model/log.ts'

/**
 * The bytes of a text log as a string that turns back into the same bytes, valid in its encoding or not. In UTF-8 and
 * GB18030 a character stands for a byte: no byte of a longer character is an ASCII separator, a quote or a line end.
 */
export interface RawText {
  readonly text: string
  /** The separator as it stands in `text`. */
  readonly delimiter: string
  readonly toBytes: (text: string) => Uint8Array
}

const nothing = new Uint8Array()

function wide(bytes: Uint8Array, isLittleEndian: boolean): Pick<RawText, 'text' | 'toBytes'> {
  const whole = bytes.length - (bytes.length % 2)
  // Half a character at the end of a torn file is kept beside the text.
  const tail = whole < bytes.length ? bytes.subarray(whole) : nothing
  const pairs = Buffer.from(bytes.subarray(0, whole))
  return {
    text: (isLittleEndian ? pairs : pairs.swap16()).toString('utf16le'),
    toBytes(text) {
      const written = Buffer.from(text, 'utf16le')
      return Buffer.concat([isLittleEndian ? written : written.swap16(), tail])
    },
  }
}

/** In GB18030 a byte from 0x81 leads two, or four where a digit follows. */
function charactersOf(latin: string): readonly string[] {
  return latin.match(/[\x81-\xfe][\x30-\x39].{2}|[\x81-\xfe].|./gs) ?? []
}

const wideComma = '，'
const wideCommaBytes = '\xa3\xac'
// No byte reads as this sign, so it can stand for the full-width comma between the characters of GB18030.
const mark = '\u0100'

function markedGb18030(latin: string): RawText {
  return {
    text: charactersOf(latin)
      .map((sign) => (sign === wideCommaBytes ? mark : sign))
      .join(''),
    delimiter: mark,
    toBytes: (text) => Buffer.from(text.replaceAll(mark, wideCommaBytes), 'latin1'),
  }
}

export function rawTextOf(bytes: Uint8Array, encoding: Encoding, delimiter: string): RawText {
  if (encoding === 'utf-16le') return { ...wide(bytes, true), delimiter }
  if (encoding === 'utf-16be') return { ...wide(bytes, false), delimiter }
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (encoding === 'gb18030' && delimiter === wideComma) return markedGb18030(latin)
  return {
    text: latin,
    delimiter: Buffer.from(delimiter).toString('latin1'),
    toBytes: (text) => Buffer.from(text, 'latin1'),
  }
}

/** Node has no encoder for GB18030; these are all that is ever written in it, a character a byte. */
const inGb18030 = { 序号: '\xd0\xf2\xba\xc5', '，': wideCommaBytes } as const

/** How words of our own stand in `RawText.text`. */
export function rawWord(word: keyof typeof inGb18030, encoding: Encoding): string {
  if (encoding === 'gb18030') return inGb18030[word]
  return encoding === 'utf-8' ? Buffer.from(word).toString('latin1') : word
}
