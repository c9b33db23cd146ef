/**
 * A font as a page needs it. In the page's text a character is a number (`code`), which the embedded file turns into a
 * shape; `file` gives that file with the shapes of the characters asked for so far, and no other.
 */
export interface Face {
  /** Its PostScript name. */
  readonly name: string
  readonly glyphOf: (codePoint: number) => Glyph | undefined
  readonly file: () => FontFile
}

export interface Glyph {
  readonly code: number
  /** In thousandths of the font's size, as all measures here. */
  readonly width: number
}

export interface FontFile {
  readonly bytes: Uint8Array
  readonly outlines: 'TrueType' | 'CFF'
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly italicAngle: number
  readonly box: readonly [left: number, bottom: number, right: number, top: number]
}

interface FontTable {
  readonly tag: string
  readonly bytes: Buffer
}

function tablesOf(file: Buffer): ReadonlyMap<string, Buffer> {
  const count = file.readUInt16BE(4)
  const entries = Array.from({ length: count }, (_, index) => {
    const at = 12 + index * 16
    const [start, length] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)]
    return [file.toString('latin1', at, at + 4), file.subarray(start, start + length)] as const
  })
  return new Map(entries)
}

function fileOf(tables: readonly FontTable[]): Buffer {
  const head = Buffer.alloc(12 + tables.length * 16)
  head.writeUInt32BE(0x00010000)
  head.writeUInt16BE(tables.length, 4)
  let start = head.length
  const parts = tables.map(({ tag, bytes }, index) => {
    const at = 12 + index * 16
    head.write(tag, at, 'latin1')
    // Check sums stay 0: what reads a font inside a PDF does not ask for them.
    head.writeUInt32BE(start, at + 8)
    head.writeUInt32BE(bytes.length, at + 12)
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4)
    bytes.copy(padded)
    start += padded.length
    return padded
  })
  return Buffer.concat([head, ...parts])
}

const widestTable = 10

/** The character map of format 12: groups of neighbours, in order. */
function groupsIn(cmap: Buffer): Buffer {
  const count = cmap.readUInt16BE(2)
  const places = Array.from({ length: count }, (_, index) => 4 + index * 8)
  const wide = places.find((at) => cmap.readUInt16BE(at) === 3 && cmap.readUInt16BE(at + 2) === widestTable)
  const start = cmap.readUInt32BE((wide ?? 4) + 4)
  return cmap.subarray(start + 16, start + cmap.readUInt32BE(start + 4))
}

function indexIn(groups: Buffer, codePoint: number): number {
  let [low, high] = [0, groups.length / 12 - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const first = groups.readUInt32BE(middle * 12)
    if (codePoint < first) high = middle - 1
    else if (codePoint > groups.readUInt32BE(middle * 12 + 4)) low = middle + 1
    else return groups.readUInt32BE(middle * 12 + 8) + codePoint - first
  }
  return 0
}

type FontTables = (tag: string) => Buffer

function startOf(glyph: number, tables: FontTables): number {
  const loca = tables('loca')
  return isShort(tables) ? loca.readUInt16BE(glyph * 2) * 2 : loca.readUInt32BE(glyph * 4)
}

function lastMeasured(tables: FontTables): number {
  return tables('hhea').readUInt16BE(34) - 1
}

function isShort(tables: FontTables): boolean {
  return tables('head').readInt16BE(50) === 0
}

/** The same font with the shapes of these glyphs only: the others keep their number and have no length. */
function subsetOf(tables: FontTables, used: ReadonlySet<number>): Buffer {
  const [loca, glyf, hmtx] = [tables('loca'), tables('glyf'), tables('hmtx')]
  const count = loca.length / (isShort(tables) ? 2 : 4) - 1
  const starts = Buffer.alloc((count + 1) * 4)
  const metrics = Buffer.alloc(hmtx.length)
  // The last full measure holds for all glyphs behind it, which have shorter entries.
  const last = lastMeasured(tables)
  hmtx.copy(metrics, last * 4, last * 4)
  const shapes: Buffer[] = []
  let end = 0
  for (let glyph = 0; glyph < count; glyph += 1) {
    starts.writeUInt32BE(end, glyph * 4)
    if (!used.has(glyph)) continue
    const shape = glyf.subarray(startOf(glyph, tables), startOf(glyph + 1, tables))
    shapes.push(shape)
    end += shape.length
    if (glyph < last) hmtx.copy(metrics, glyph * 4, glyph * 4, glyph * 4 + 4)
  }
  starts.writeUInt32BE(end, count * 4)
  const head = Buffer.from(tables('head'))
  head.writeInt16BE(1, 50)
  return fileOf([
    { tag: 'glyf', bytes: Buffer.concat(shapes) },
    { tag: 'head', bytes: head },
    { tag: 'hhea', bytes: tables('hhea') },
    { tag: 'hmtx', bytes: metrics },
    { tag: 'loca', bytes: starts },
    { tag: 'maxp', bytes: tables('maxp') },
  ])
}

/**
 * One of our own fonts. They are made for this (templates/fonts/README.md): a thousand units to the em, no shape made of
 * others, a character map of format 12. So their characters need no library, and nothing in them is numbered anew.
 */
export function shippedFace(name: string, bytes: Uint8Array): Face {
  const known = tablesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const tables = (tag: string): Buffer => {
    const table = known.get(tag)
    if (table === undefined) throw new TypeError(`${name} has no table ${tag}`)
    return table
  }
  const [head, hhea, hmtx] = [tables('head'), tables('hhea'), tables('hmtx')]
  const groups = groupsIn(tables('cmap'))
  const last = lastMeasured(tables)
  const used = new Set([0])
  return {
    name,
    glyphOf: (codePoint) => {
      const code = indexIn(groups, codePoint)
      if (code === 0) return undefined
      used.add(code)
      return { code, width: hmtx.readUInt16BE(Math.min(code, last) * 4) }
    },
    file: () => ({
      bytes: subsetOf(tables, used),
      outlines: 'TrueType',
      ascent: hhea.readInt16BE(4),
      descent: hhea.readInt16BE(6),
      capHeight: tables('OS/2').readInt16BE(88),
      italicAngle: 0,
      box: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    }),
  }
}
