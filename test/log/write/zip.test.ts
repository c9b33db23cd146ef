import { strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { replaceFiles } from '../../../src/edit/zip-copy.ts'
import { unzip } from '../../../src/office/zip.ts'
import { zip64 } from '../book/zip64.ts'

const names = ['[Content_Types].xml', 'xl/Workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/media/印章.png']
const text = (name: string): Uint8Array => strToU8(`${name} `.repeat(30))
const files = Object.fromEntries(names.map((name) => [name, text(name)]))
const comment = strToU8('备份')
const plain = zipSync(files, { mtime: '2024-03-05T09:30:00' })
const archive = Buffer.concat([plain.subarray(0, -2), Uint8Array.of(comment.length, 0), comment])

/** As streams are packed: sizes stand behind the data. */
function streamed(): Uint8Array {
  const pieces: Uint8Array[] = []
  const zip = new Zip((_, piece) => pieces.push(piece))
  for (const name of names) {
    const file = new ZipDeflate(name)
    file.mtime = '2024-03-05T09:30:00'
    zip.add(file)
    file.push(text(name), true)
  }
  zip.end()
  return Buffer.concat(pieces)
}

function textsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const parts = unzip(bytes, { isWanted: () => true, maxUnpackedBytes: 1 << 20 })
  if (typeof parts === 'string') throw new Error(parts)
  const found = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString()])
  expect([...parts.values()].map((part) => Buffer.from(part).toString())).toEqual(
    found.map(([, part]) => part),
  )
  return Object.fromEntries(found)
}

const before = textsOf(archive)

test('without a change every byte is as it was', () => {
  expect(replaceFiles(archive, new Map())).toEqual(archive)
})

test.each([
  ['whole', archive],
  ['as a stream', streamed()],
])('in an archive packed %s one file is replaced and one taken out', (_, bytes) => {
  const changes = new Map([
    ['xl/workbook.xml', strToU8('<workbook/>')],
    ['xl/worksheets/sheet1.xml', undefined],
  ])
  const { 'xl/worksheets/sheet1.xml': gone, ...kept } = before
  expect(textsOf(replaceFiles(bytes, changes))).toEqual({ ...kept, 'xl/Workbook.xml': '<workbook/>' })
  expect(gone).toBeDefined()
})

test('the packed bytes of the others and the comment are as they were', () => {
  const copy = Buffer.from(replaceFiles(archive, new Map([['xl/workbook.xml', strToU8('<workbook/>')]])))
  const others = archive.subarray(archive.indexOf('xl/worksheets'), archive.indexOf('PK\x01\x02', 'latin1'))
  expect(copy.includes(others)).toBe(true)
  expect(copy.subarray(-8)).toEqual(archive.subarray(-8))
})

test('a file keeps the time it was packed at', () => {
  const copy = Buffer.from(replaceFiles(archive, new Map([['xl/workbook.xml', strToU8('<workbook/>')]])))
  const timesIn = (bytes: Buffer, from = 0): readonly number[] => {
    const at = bytes.indexOf('PK\x01\x02', from, 'latin1')
    return at < 0 ? [] : [bytes.readUInt32LE(at + 12), ...timesIn(bytes, at + 4)]
  }
  expect(timesIn(copy)).toEqual(timesIn(archive))
})

test('sizes in the ZIP64 field go into the header', () => {
  const bytes = zip64('a.xml', text('a'))
  expect(textsOf(replaceFiles(bytes, new Map([['a.xml', strToU8('<a/>')]])))).toEqual({ 'a.xml': '<a/>' })
  expect(textsOf(replaceFiles(bytes, new Map()))).toEqual({ 'a.xml': Buffer.from(text('a')).toString() })
})
