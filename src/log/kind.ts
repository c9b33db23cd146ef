/** rich-text and web-archive: documents that are text by their bytes and no case log. */
export type FileKind =
  | 'text'
  | 'page'
  | 'zip'
  | 'ole'
  | 'bare-sheet'
  | 'pdf'
  | 'image'
  | 'archive'
  | 'rich-text'
  | 'web-archive'
  | 'binary'

const sampleBytes = 4096

/** Kinds by the first bytes in hexadecimal; bare-sheet is an Excel 2–95 stream without its container. */
const signatures: readonly (readonly [FileKind, string])[] = [
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['zip', '504b0708'],
  ['ole', 'd0cf11e0a1b11ae1'],
  ['bare-sheet', '09000400'],
  ['bare-sheet', '09020600'],
  ['bare-sheet', '09040600'],
  ['bare-sheet', '09080800'],
  ['bare-sheet', '09081000'],
  ['pdf', '255044462d'],
  ['image', '89504e470d0a1a0a'],
  ['image', 'ffd8ff'],
  ['image', '4749463837'],
  ['image', '4749463839'],
  ['image', '49492a00'],
  ['image', '4d4d002a'],
  ['archive', '526172211a07'],
  ['archive', '377abcaf271c'],
  ['archive', '1f8b08'],
  ['rich-text', '7b5c727466'],
  ['web-archive', '4d494d452d56657273696f6e3a'],
]

const lessThan = 0x3c
const tab = 0x09
const carriageReturn = 0x0d
const space = 0x20
const byteOrderMark = 0xfeff

/** What a file is goes by its first bytes (4 KiB, or all it has), not its name. */
export function kindOf(firstBytes: Uint8Array): FileKind {
  const sample = firstBytes.subarray(0, sampleBytes)
  const start = [...sample.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const known = signatures.find(([, signature]) => start.startsWith(signature))
  if (known) return known[0]
  const wide = wideText(sample)
  if (!wide && sample.includes(0)) return 'binary'
  const text = wide ?? (start.startsWith('efbbbf') ? sample.subarray(3) : sample)
  const first = text.find((character) => character > space && character !== byteOrderMark)
  return first === lessThan ? 'page' : 'text'
}

function wideText(sample: Uint8Array): Uint16Array | undefined {
  const isMarked = sample[0] === 0xff || sample[0] === 0xfe
  if (!isMarked && !sample.includes(0)) return undefined
  return [true, false].map((littleEndian) => pairs(sample, littleEndian)).find(isText)
}

function pairs(sample: Uint8Array, littleEndian: boolean): Uint16Array {
  const view = new DataView(sample.buffer, sample.byteOffset, sample.byteLength)
  return Uint16Array.from({ length: sample.byteLength >> 1 }, (_, index) =>
    view.getUint16(index * 2, littleEndian),
  )
}

// A log is at least one part in eight digits, separators and line ends; random bytes are one in five hundred.
function isText(characters: Uint16Array): boolean {
  if (characters[0] === byteOrderMark) return !characters.includes(0)
  const ascii = characters.filter((character) => character < 0x80).length
  return ascii * 8 > characters.length && characters.every(isCharacter)
}

function isCharacter(character: number): boolean {
  return (character >= tab && character <= carriageReturn) || (character >= space && character < 0xfffe)
}
