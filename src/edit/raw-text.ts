import type { Encoding } from '../model/log.ts'

/** Bytes as a string that turns back into the same bytes, valid or not: in UTF-8 and GB18030 a sign is a byte. */
export interface RawText {
  readonly text: string
  readonly toBytes: (text: string) => Uint8Array
}

export interface RawLog extends RawText {
  readonly delimiter: string
}

const nothing = new Uint8Array()

function wide(bytes: Uint8Array, isLittleEndian: boolean): RawText {
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

function fromLatin(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}

export function rawTextOf(bytes: Uint8Array, encoding: Encoding): RawText {
  if (encoding === 'utf-16le') return wide(bytes, true)
  if (encoding === 'utf-16be') return wide(bytes, false)
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { text: view.toString('latin1'), toBytes: fromLatin }
}

/** Cut where a decoder of GB18030 cuts, also around bytes that are none. */
function charactersOf(latin: string): readonly string[] {
  return latin.match(/[\x81-\xfe][\x30-\x39][\x81-\xfe][\x30-\x39]|[\x81-\xfe][\x40-\x7e\x80-\xfe]|./gs) ?? []
}

// No byte reads as this sign, so it can stand for a separator between the characters of GB18030.
const mark = '\u0100'

function markedGb18030({ text }: RawText, delimiter: string): RawLog {
  const decoder = new TextDecoder('gb18030')
  const characters = charactersOf(text)
  const separator = [...new Set(characters)].find((one) => decoder.decode(fromLatin(one)) === delimiter)
  return {
    text: characters.map((one) => (one === separator ? mark : one)).join(''),
    delimiter: mark,
    toBytes: (marked) => fromLatin(marked.replaceAll(mark, separator ?? '')),
  }
}

const alwaysAlone = /^[\t -/:-?]$/

export function rawLogOf(bytes: Uint8Array, encoding: Encoding, delimiter: string): RawLog {
  const raw = rawTextOf(bytes, encoding)
  if (encoding === 'utf-8') return { ...raw, delimiter: Buffer.from(delimiter).toString('latin1') }
  return encoding === 'gb18030' && !alwaysAlone.test(delimiter)
    ? markedGb18030(raw, delimiter)
    : { ...raw, delimiter }
}

/** Node decodes GB18030 and does not encode it: the way back for its one- and two-byte characters, made once. */
function twoByteCodes(): ReadonlyMap<string, string> {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, string>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      const isOne = trail !== 0x7f && character.length === 1 && character !== '\ufffd'
      if (isOne && !codes.has(character)) codes.set(character, String.fromCharCode(lead, trail))
    }
  }
  return codes
}

let codes: ReadonlyMap<string, string> | undefined

function inGb18030(text: string): string | undefined {
  if (/^[\0-\x7f]*$/.test(text)) return text
  codes ??= twoByteCodes()
  let raw = ''
  for (const character of text) {
    const code = character < '\x80' ? character : codes.get(character)
    if (code === undefined) return undefined
    raw += code
  }
  return raw
}

/** A text as it stands in the raw one; undefined for a character that GBK does not have. */
export function rawWord(word: string, encoding: Encoding): string | undefined {
  if (encoding === 'utf-8') return Buffer.from(word).toString('latin1')
  return encoding === 'gb18030' ? inGb18030(word) : word
}
