import { crc32 } from 'node:zlib'
import { deflateSync } from 'fflate'
import { type Entry, readDirectory } from '../office/zip.ts'

/** New contents of files by their names in lower case; undefined takes a file out. */
export type FileChanges = ReadonlyMap<string, Uint8Array | undefined>

const headerBytes = 30
const recordBytes = 46
const endBytes = 22
const long = 1
const sizeBehind = 1 << 3
const deflated = 8

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Without the field for sizes past four GiB: the header itself has room for those of a workbook. */
function withoutLongField(extra: Uint8Array): Uint8Array {
  const view = viewOf(extra)
  for (let at = 0; at + 4 <= extra.length; ) {
    const next = at + 4 + view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === long) return Buffer.concat([extra.subarray(0, at), extra.subarray(next)])
    at = next
  }
  return extra
}

interface Packed {
  readonly checksum: number
  readonly size: number
  readonly data: Uint8Array
}

function packed(content: Uint8Array): Packed {
  return { checksum: crc32(content), size: content.length, data: deflateSync(content, { level: 6 }) }
}

function newHeader(old: Uint8Array, { checksum, size, data }: Packed): Uint8Array {
  const view = viewOf(old)
  const nameEnd = headerBytes + view.getUint16(26, true)
  const extra = withoutLongField(old.subarray(nameEnd, nameEnd + view.getUint16(28, true)))
  const header = Buffer.concat([old.subarray(0, nameEnd), extra])
  header.writeUInt16LE(view.getUint16(6, true) & ~sizeBehind, 6)
  header.writeUInt16LE(deflated, 8)
  header.writeUInt32LE(checksum, 14)
  header.writeUInt32LE(data.length, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(extra.length, 28)
  return header
}

function newRecord(old: Uint8Array, { entry, at, content }: Placed): Uint8Array {
  const view = viewOf(old)
  const nameEnd = recordBytes + view.getUint16(28, true)
  const extraEnd = nameEnd + view.getUint16(30, true)
  const extra = withoutLongField(old.subarray(nameEnd, extraEnd))
  const record = Buffer.concat([old.subarray(0, nameEnd), extra, old.subarray(extraEnd)])
  record.writeUInt32LE(content?.data.length ?? entry.packedSize, 20)
  record.writeUInt32LE(content?.size ?? entry.size, 24)
  record.writeUInt16LE(extra.length, 30)
  record.writeUInt32LE(at, 42)
  if (!content) return record
  record.writeUInt16LE(view.getUint16(8, true) & ~sizeBehind, 8)
  record.writeUInt16LE(deflated, 10)
  record.writeUInt32LE(content.checksum, 16)
  return record
}

interface Placed {
  readonly entry: Entry
  readonly at: number
  readonly content: Packed | undefined
}

interface Directory {
  readonly start: number
  readonly size: number
  readonly count: number
}

function newEnd(bytes: Uint8Array, { start, size, count }: Directory): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = whole.lastIndexOf('PK\x05\x06', whole.length - endBytes, 'latin1')
  const end = Buffer.from(whole.subarray(at))
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(start, 16)
  return end
}

/** The archive with some files changed; the others keep their packed bytes, times and order. */
export function replaceFiles(bytes: Uint8Array, changes: FileChanges): Uint8Array {
  const entries = readDirectory(bytes) ?? []
  const directoryAt = Math.min(...entries.map(({ record: [start] }) => start))
  const byPlace = entries.toSorted((one, other) => one.headerAt - other.headerAt)
  const pieces = [bytes.subarray(0, byPlace[0]?.headerAt)]
  const placed = new Map<Entry, Placed>()
  let at = byPlace[0]?.headerAt ?? 0
  for (const [index, entry] of byPlace.entries()) {
    const old = bytes.subarray(entry.headerAt, byPlace[index + 1]?.headerAt ?? directoryAt)
    const change = changes.get(entry.name)
    if (!change && changes.has(entry.name)) continue
    const content = change && packed(change)
    const copy = content ? [newHeader(old, content), content.data] : [old]
    placed.set(entry, { entry, at, content })
    pieces.push(...copy)
    at += copy.reduce((size, piece) => size + piece.length, 0)
  }
  const records = entries.flatMap((entry) => {
    const place = placed.get(entry)
    return place ? [newRecord(bytes.subarray(...entry.record), place)] : []
  })
  const size = records.reduce((sum, record) => sum + record.length, 0)
  return Buffer.concat([...pieces, ...records, newEnd(bytes, { start: at, size, count: records.length })])
}
