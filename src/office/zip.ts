import { crc32, inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { type LimitName, limits } from '../model/limits.ts'

/** The wanted files of an archive, whole and checked, by name in lower case with `/` between folders. */
export type Parts = ReadonlyMap<string, Uint8Array>

interface ZipEntry {
  /** In lower case: Office does not tell names apart by case. */
  readonly name: string
  readonly written: string
  readonly method: number
  readonly checksum: number
  readonly size: number
  readonly packedSize: number
  readonly headerAt: number
}

/** Why an archive is not unpacked. */
export type ZipFault = 'damaged' | Extract<LimitName, 'entries' | 'unpacked'>

const stored = 0
const deflated = 8

/** By hand, because libraries check no checksums: a row behind a flipped bit would be lost in silence. */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Parts | ZipFault {
  const directory = readDirectory(bytes)
  if (typeof directory === 'string') return directory
  const entries = directory.filter((entry) => isWanted(entry.name))
  if (sizeOf(entries) > limits.unpacked.most) return 'unpacked'
  const parts = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const content = unpack(bytes, entry)
    if (!content) return 'damaged'
    parts.set(entry.name, content)
  }
  return parts
}

function sizeOf(entries: readonly ZipEntry[]): number {
  return entries.reduce((total, entry) => total + entry.size, 0)
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const header = viewOf(bytes.subarray(entry.headerAt, entry.headerAt + 30))
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) return undefined
  const start = entry.headerAt + 30 + header.getUint16(26, true) + header.getUint16(28, true)
  const content = inflate(bytes.subarray(start, start + entry.packedSize), entry)
  return content?.length === entry.size && crc32(content) === entry.checksum ? content : undefined
}

function inflate(packed: Uint8Array, { method, size }: ZipEntry): Uint8Array | undefined {
  if (method === stored) return packed
  if (method !== deflated) return undefined
  try {
    // In one piece, which ends before its room does: many would be copied together at the end.
    const chunkSize = Math.min(size, limits.unpacked.most) + 64
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize })
  } catch {
    return undefined
  }
}

function readDirectory(bytes: Uint8Array): readonly ZipEntry[] | ZipFault {
  const view = viewOf(bytes)
  const directory = findDirectory(view)
  if (!directory) return 'damaged'
  if (directory.count > limits.entries.most) return 'entries'
  const entries: ZipEntry[] = []
  let at = directory.offset
  for (let count = 0; count < directory.count; count++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return 'damaged'
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    if (extraEnd > bytes.length) return 'damaged'
    entries.push(readEntry(view, { at, nameEnd, extraEnd }))
    at = extraEnd + view.getUint16(at + 32, true)
  }
  return entries
}

interface EntrySpan {
  readonly at: number
  readonly nameEnd: number
  readonly extraEnd: number
}

function readEntry(view: DataView, { at, nameEnd, extraEnd }: EntrySpan): ZipEntry {
  const name = new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + at + 46, nameEnd - at - 46),
  )
  const long = longNumbers(view, nameEnd, extraEnd)
  const numberAt = (offset: number): number => {
    const short = view.getUint32(at + offset, true)
    return short === inExtra ? (long.shift() ?? short) : short
  }
  // Where all three are too long for the header, the extra field has them in this order.
  const size = numberAt(24)
  const packedSize = numberAt(20)
  const headerAt = numberAt(42)
  const written = name.replaceAll('\\', '/').replace(/^\//, '')
  return {
    name: written.toLowerCase(),
    written,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    size,
    packedSize,
    headerAt,
  }
}

/** Stands in a short field whose number is in the ZIP64 extra field, as some writers do for every file. */
const inExtra = 0xffffffff

function longNumbers(view: DataView, start: number, end: number): number[] {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const count = Math.min(view.getUint16(at + 2, true), end - at - 4) >> 3
    return Array.from({ length: count }, (_, index) => Number(view.getBigUint64(at + 4 + index * 8, true)))
  }
  return []
}

const endRecordBytes = 22
const longestComment = 0xffff

function findDirectory(view: DataView): { readonly offset: number; readonly count: number } | undefined {
  const last = view.byteLength - endRecordBytes
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    return (
      findLongDirectory(view, at - 20) ?? {
        offset: view.getUint32(at + 16, true),
        count: view.getUint16(at + 10, true),
      }
    )
  }
  return undefined
}

function findLongDirectory(view: DataView, locator: number) {
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return undefined
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) return undefined
  return { offset: Number(view.getBigUint64(at + 48, true)), count: Number(view.getBigUint64(at + 32, true)) }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

// A zip entry keeps local time, so a time without zone is the same bytes everywhere; 1980 is the format's first year.
const entryTime = '1980-01-01T12:00:00'

export function zipped(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files }, { mtime: entryTime, level: 6 })
}

/** By name; undefined takes a file out. */
export type Changes = ReadonlyMap<string, Uint8Array | undefined>

/** A sound archive with some files changed, taken out or put behind the others; all else is as it was. */
export function rezipped(bytes: Uint8Array, changes: Changes): Uint8Array {
  const changed = new Map([...changes].map(([name, content]) => [name.toLowerCase(), { name, content }]))
  const files = new Map<string, Uint8Array | undefined>()
  const directory = readDirectory(bytes)
  for (const entry of typeof directory === 'string' ? [] : directory) {
    if (entry.written.endsWith('/')) continue
    const change = changed.get(entry.name)
    changed.delete(entry.name)
    files.set(entry.written, change ? change.content : unpack(bytes, entry))
  }
  for (const { name, content } of changed.values()) files.set(name, content)
  const kept = [...files].flatMap(([name, content]) => (content ? [[name, content] as const] : []))
  return zipped(Object.fromEntries(kept))
}
