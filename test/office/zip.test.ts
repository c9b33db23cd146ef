import { crc32 } from 'node:zlib'
import { CFB } from '@e965/xlsx'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openContainer } from '../../src/log/book/container.ts'
import { limits } from '../../src/model/limits.ts'
import { rezipped, unzip } from '../../src/office/zip.ts'
import { runs } from '../property-tests.ts'

/** Some writers put every size into the ZIP64 extra field, however small the file. */
function zip64(file: string, content: Uint8Array): Buffer {
  const name = Buffer.from(file)
  const sizes = Buffer.alloc(20)
  sizes.writeUInt16LE(1, 0)
  sizes.writeUInt16LE(16, 2)
  sizes.writeBigUInt64LE(BigInt(content.length), 4)
  sizes.writeBigUInt64LE(BigInt(content.length), 12)
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt32LE(crc32(content), 16)
  header.writeUInt32LE(0xffffffff, 20)
  header.writeUInt32LE(0xffffffff, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(sizes.length, 30)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const start = local.length + name.length + content.length
  const directoryLength = header.length + name.length + sizes.length
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(1n, 32)
  end64.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(start + directoryLength), 8)
  const end = Buffer.alloc(22, 0xff)
  end.writeUInt32LE(0x06054b50, 0)
  return Buffer.concat([local, name, content, header, name, sizes, end64, locator, end])
}

const all = () => true
const content = Buffer.from('案件类型,案件编号\n'.repeat(20))

const archive = zipSync({ 'xl/workbook.xml': content, '台账.csv': [content, { level: 0 }] })

function textsOf(bytes: Uint8Array): unknown {
  const parts = unzip(bytes, all)
  return typeof parts === 'string'
    ? parts
    : [...parts].map(([name, part]) => [name, Buffer.from(part).toString()])
}

test('packed and stored files come out whole, in the order of the directory', () => {
  expect(textsOf(archive)).toEqual([
    ['xl/workbook.xml', content.toString()],
    ['台账.csv', content.toString()],
  ])
})

test('an archive without a file is sound', () => {
  expect(textsOf(zipSync({}))).toEqual([])
})

test('names are told apart by neither case nor kind of slash', () => {
  const parts = unzip(zipSync({ 'XL\\Workbook.xml': content, '/word/Document.xml': content }), all)
  expect([...(parts as Map<string, Uint8Array>).keys()]).toEqual(['xl/workbook.xml', 'word/document.xml'])
})

/** The archive, which says of one file that it will be as large as this. */
function sizedAs(size: number, name: string): Uint8Array {
  const said = Uint8Array.from(archive)
  const at = Buffer.from(said).lastIndexOf(name) - 46
  new DataView(said.buffer).setUint32(at + 24, size, true)
  return said
}

test('only wanted files count towards the limit and are unpacked', () => {
  const isWanted = (name: string) => name.endsWith('.xml')
  const parts = unzip(archive, isWanted)
  expect([...(parts as Map<string, Uint8Array>).keys()]).toEqual(['xl/workbook.xml'])
  expect(unzip(sizedAs(limits.unpacked.most + 1, 'xl/workbook.xml'), isWanted)).toBe('unpacked')
  expect(unzip(sizedAs(limits.unpacked.most + 1, '台账.csv'), isWanted)).toEqual(parts)
})

test('a list of more files than any document has is not gone through', () => {
  const many = Uint8Array.from(archive)
  new DataView(many.buffer).setUint16(many.length - 12, limits.entries.most + 1, true)
  expect(unzip(many, all)).toBe('entries')
})

test('an archive that breaks off anywhere is damaged', () => {
  for (let length = 0; length < archive.length; length++) {
    expect([length, unzip(archive.subarray(0, length), all)]).toEqual([length, 'damaged'])
  }
})

test('bytes behind the archive, such as a comment, do no harm', () => {
  expect(textsOf(Buffer.concat([archive, Buffer.alloc(100)]))).toEqual(textsOf(archive))
})

test('a flipped bit never changes a file in silence', () => {
  const sound = textsOf(archive)
  fc.assert(
    fc.property(fc.nat(archive.length - 1), fc.nat(7), (at, bit) => {
      const damaged = Uint8Array.from(archive)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << bit)
      const found = textsOf(damaged)
      const isKept = (entry: unknown) =>
        (sound as unknown[]).some((known) => (known as string[])[1] === (entry as string[])[1])
      expect(
        found === 'damaged' ||
          found === 'entries' ||
          found === 'unpacked' ||
          (found as unknown[]).every(isKept),
      ).toBe(true)
    }),
    { numRuns: runs(500) },
  )
})

test('sizes in the ZIP64 field are read', () => {
  expect(textsOf(zip64('a.xml', content))).toEqual([['a.xml', content.toString()]])
})

test('a copy has some files changed, some taken out and some new, whatever the case of their names', () => {
  const source = zipSync({
    'xl/Workbook.xml': strToU8('<a/>'),
    'xl/b.xml': strToU8('<b/>'),
    'c/': new Uint8Array(),
  })
  const changes = new Map([
    ['xl/workbook.xml', strToU8('<new/>')],
    ['XL/B.xml', undefined],
    ['xl/d.xml', strToU8('<d/>')],
  ])
  const copy = unzipSync(rezipped(source, changes))
  expect(Object.entries(copy).map(([name, part]) => [name, strFromU8(part)])).toEqual([
    ['xl/Workbook.xml', '<new/>'],
    ['xl/d.xml', '<d/>'],
  ])
  expect(rezipped(source, new Map())).toEqual(rezipped(rezipped(source, new Map()), new Map()))
})

const bytesOf = (length: number, step: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * step) % 251)

const streams = { Book: bytesOf(300, 3), Workbook: bytesOf(9_000_000, 7), empty: new Uint8Array() }

function written(contents: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(contents)) {
    CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content))
  }
  return new Uint8Array(CFB.write(file, { type: 'buffer' }))
}

test('streams of every length are read whole', () => {
  const read = openContainer(written(streams))
  for (const [name, content] of Object.entries(streams)) {
    expect(Buffer.compare(read?.get(name.toLowerCase())?.content() ?? Buffer.from('?'), content)).toBe(0)
  }
})

test('what lies in a folder is another document’s', () => {
  const read = openContainer(written({ 'MBD1/Workbook': bytesOf(10, 1), WordDocument: bytesOf(10, 1) }))
  expect(read?.has('worddocument')).toBe(true)
  expect(read?.has('workbook')).toBe(false)
})

test('a file that breaks off has no whole stream', () => {
  const whole = written({ Workbook: bytesOf(20_000, 1) })
  const read = openContainer(whole.subarray(0, 12_000))
  expect(read?.get('workbook')?.content()).toBe(undefined)
  expect(openContainer(whole.subarray(0, 500))).toBe(undefined)
})

const small = written({ Workbook: bytesOf(6000, 1), Book: bytesOf(100, 1) })
const anyFlips = fc.array(fc.tuple(fc.nat(small.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })

test('whatever bits are flipped, reading ends', () => {
  fc.assert(
    fc.property(anyFlips, (flips) => {
      const bytes = Uint8Array.from(small)
      for (const [at, byte] of flips) bytes[at] = byte
      const lengths = [...(openContainer(bytes)?.values() ?? [])].map(({ content }) => content()?.length ?? 0)
      expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(bytes.length)
    }),
    { numRuns: runs(1000) },
  )
})
