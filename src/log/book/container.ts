/** The streams at the top of an Office file of before 2007 (MS-CFB), by name in lower case. */
export type Container = ReadonlyMap<string, ContainedStream>

export interface ContainedStream {
  /** undefined where the file breaks off or its sectors lead nowhere. */
  readonly content: () => Uint8Array | undefined
}

const headerBytes = 512
const entryBytes = 128
/** Numbers from here on end a chain of sectors or mark one that is not used. */
const notASector = 0xfffffffa
const streamType = 2

interface Sectors {
  readonly count: number
  readonly sector: (number: number) => Uint8Array
}

function sectorsOf(bytes: Uint8Array, size: number): Sectors {
  return {
    count: Math.ceil(bytes.length / size),
    sector: (number) => bytes.subarray(number * size, (number + 1) * size),
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function numbersIn(bytes: Uint8Array): readonly number[] {
  const view = viewOf(bytes)
  return Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true))
}

/** The sectors of a chain as one; undefined for one that leads out of the file or round in a circle. */
function chain(start: number, next: readonly number[], { count, sector }: Sectors): Uint8Array | undefined {
  const pieces: Uint8Array[] = []
  let at = start
  while (at < notASector) {
    if (at >= count || pieces.length > count) return undefined
    pieces.push(sector(at))
    at = next[at] ?? notASector
  }
  return Buffer.concat(pieces)
}

/** Where the table of sectors stands: the first hundred in the header, the others in a chain of their own. */
function tableOf(header: DataView, sectors: Sectors): readonly number[] {
  const places = Array.from({ length: 109 }, (_, index) => header.getUint32(76 + index * 4, true))
  let more = header.getUint32(68, true)
  for (let seen = 0; more < sectors.count && seen <= sectors.count; seen++) {
    const numbers = numbersIn(sectors.sector(more))
    places.push(...numbers.slice(0, -1))
    more = numbers.at(-1) ?? notASector
  }
  const inFile = [...new Set(places)].filter((place) => place < sectors.count)
  return inFile.flatMap((place) => numbersIn(sectors.sector(place)))
}

interface StreamEntry {
  readonly name: string
  readonly type: number
  readonly siblings: readonly number[]
  readonly child: number
  readonly start: number
  readonly size: number
}

function entriesOf(directory: Uint8Array): readonly StreamEntry[] {
  return Array.from({ length: Math.floor(directory.length / entryBytes) }, (_, index) => {
    const bytes = directory.subarray(index * entryBytes, (index + 1) * entryBytes)
    const view = viewOf(bytes)
    const nameBytes = Math.max(0, Math.min(64, view.getUint16(64, true)) - 2)
    return {
      name: Buffer.from(bytes.subarray(0, nameBytes)).toString('utf16le').toLowerCase(),
      type: view.getUint8(66),
      siblings: [view.getUint32(68, true), view.getUint32(72, true)],
      child: view.getUint32(76, true),
      start: view.getUint32(116, true),
      size: view.getUint32(120, true),
    }
  })
}

/** Only what lies at the top: a document may have another one inside. */
function topEntries(entries: readonly StreamEntry[]): readonly StreamEntry[] {
  const open = [entries[0]?.child ?? notASector]
  const found = new Set<StreamEntry>()
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at]
    if (!entry || found.has(entry)) continue
    found.add(entry)
    open.push(...entry.siblings)
  }
  return [...found]
}

/** By hand: the library's own reader fills the memory where a few bits are flipped. */
export function openContainer(bytes: Uint8Array): Container | undefined {
  if (bytes.length < headerBytes) return undefined
  const header = viewOf(bytes)
  const size = 1 << header.getUint16(30, true)
  if (size !== 512 && size !== 4096) return undefined
  const sectors = sectorsOf(bytes.subarray(size), size)
  const table = tableOf(header, sectors)
  const follow = (start: number) => chain(start, table, sectors)
  const directory = follow(header.getUint32(48, true))
  // Some writers leave the last sector of a stream short; a directory cut short has lost streams.
  const entries = directory && directory.length % size === 0 ? entriesOf(directory) : []
  const root = entries[0]
  if (!root) return undefined
  const shortSectors = () =>
    sectorsOf(follow(root.start) ?? new Uint8Array(), 1 << header.getUint16(32, true))
  const shortTable = () => numbersIn(follow(header.getUint32(60, true)) ?? new Uint8Array())
  const content = ({ start, size }: StreamEntry): Uint8Array | undefined => {
    const isShort = size < header.getUint32(56, true)
    const whole = isShort ? chain(start, shortTable(), shortSectors()) : follow(start)
    return whole && whole.length >= size ? whole.subarray(0, size) : undefined
  }
  const streams = topEntries(entries).filter(({ type }) => type === streamType)
  return new Map(streams.map((entry) => [entry.name, { content: () => content(entry) }]))
}
