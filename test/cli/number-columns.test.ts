import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { readBook } from '../../src/log/book/book.ts'
import { headings } from '../../src/model/case.ts'
import { rezipped } from '../../src/office/zip.ts'
import { bytesAt, type FakeIo, fakeIo } from '../fake-io.ts'
import { packed, sheetData, workbookParts } from '../log/book/office.ts'

const withoutSerial = [...Object.values(headings).slice(1), '经办']
const closed = ['2024-03-05', '2024-04-18', '行政处罚', '是', 'https://a.example.gov.cn/1', '']
const rows = [
  ['商标侵权', '朝凌市监处罚〔2024〕1号', ...closed],
  ['假冒专利', '朝凌市监处罚〔2024〕2号', ...closed],
  ['商标侵权', '朝凌市监处罚〔2024〕3号', ...closed],
]

const sheet = sheetData([withoutSerial, ...rows])
  .replace('<row r="2">', '<row r="2" spans="1:9" ht="30">')
  .replace('<c r="A2" ', '<c r="A2" s="1" ')

function book(before: string, behind = ''): Uint8Array {
  return packed(workbookParts({ sheets: { 台账: `${before}${sheet}${behind}` } }))
}

async function number(io: FakeIo): Promise<Uint8Array> {
  expect(await run(['number', '台账.xlsx', '--as-of', '2024-06-07', '--force'], io)).toBe(0)
  return bytesAt(io, '台账-编号.xlsx')
}

function sheetIn(bytes: Uint8Array): string {
  return Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString()
}

test.each([
  ['J', book('<dimension ref="A1:I4"/>')],
  ['L', book('', '<mergeCells><mergeCell ref="A9:K9"/></mergeCells>')],
])('a missing column comes last, as %s, and nothing moves', async (column, source) => {
  const io = fakeIo({ files: { '台账.xlsx': source } })
  const written = await number(io)
  expect(io.printed.err).toContain(
    `工作表“台账”原来没有序号这一栏，已加在最右边的 ${column} 列，其他各列没有移动；设有打印区域的，请自行放宽。\n`,
  )
  const cells = Object.values(read(Buffer.from(written)).Sheets).at(0)
  expect([1, 2, 3, 4].map((row) => [cells?.[`A${row}`]?.v, cells?.[`${column}${row}`]?.v])).toEqual([
    ['案件类型', '序号'],
    ['商标侵权', 1],
    ['假冒专利', 1],
    ['商标侵权', 2],
  ])
})

test('its cells look like those of the type, and no reach is told that is not true', async () => {
  const xml = sheetIn(await number(fakeIo({ files: { '台账.xlsx': book('<dimension ref="A1:I4"/>') } })))
  expect(xml).toContain('<row r="2" ht="30">')
  expect(xml).toContain('<c r="J2" s="1"><v>1</v></c></row>')
  expect(xml).not.toContain('<dimension')
})

test('numbered again, nothing changes', async () => {
  const written = await number(fakeIo({ files: { '台账.xlsx': book('') } }))
  expect(Buffer.from(await number(fakeIo({ files: { '台账.xlsx': written } })))).toEqual(Buffer.from(written))
})

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/logs/ok/${name}`, import.meta.url))

async function numbered(source: Uint8Array): Promise<{ readonly exitCode: number; readonly bytes: Buffer }> {
  const io = fakeIo({ files: { '台账.xlsx': source } })
  const exitCode = await run(['number', '台账.xlsx', '--as-of', '2024-06-07'], io)
  const bytes = io.files.get('/办案/台账-编号.xlsx')
  return { exitCode, bytes: bytes instanceof Uint8Array ? Buffer.from(bytes) : Buffer.alloc(0) }
}

/** What SheetJS finds in every cell, dates and all. */
function cellsIn(bytes: Uint8Array): unknown {
  const { Sheets } = read(Buffer.from(bytes), { cellNF: true })
  return Object.entries(Sheets).map(([name, sheet]) => [
    name,
    utils.sheet_to_json(sheet, { header: 1, raw: false }),
  ])
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString()]))
}

function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const old = partsOf(before)
  const now = partsOf(after)
  expect([...now.keys()].filter((name) => !old.has(name))).toEqual([])
  return [...old.keys()].filter((name) => old.get(name) !== now.get(name))
}

const digits = /(<(?:x:)?c r="[AH]\d+"(?:(?! t=)[^>])*)><(?:x:)?v>[1-9]<\/(?:x:)?v><\/(?:x:)?c>/g

/** In several-sheets.xlsx, where it is not read and so not numbered. */
const hiddenSheet = 'xl/worksheets/sheet3.xml'

/** The workbook with nothing in 序号. */
function emptied(bytes: Uint8Array): Uint8Array {
  const sheets = [...partsOf(bytes)].filter(
    ([name]) => name.startsWith('xl/worksheets/sheet') && name !== hiddenSheet,
  )
  return rezipped(
    bytes,
    new Map(sheets.map(([name, xml]) => [name, Buffer.from(xml.replace(digits, '$1/>'))])),
  )
}

test.each([
  'date1904.xlsx',
  'hyperlinks.xlsx',
  'merged.xlsx',
  'merged-cells.xlsx',
  'notes-and-chart.xlsx',
  'prefixed.xlsx',
  'several-sheets.xlsx',
])('the cases of %s get the numbers they had, and nothing else changes', async (name) => {
  const original = fixture(name)
  const source = emptied(original)
  expect(cellsIn(source)).not.toEqual(cellsIn(original))
  const { exitCode, bytes } = await numbered(source)
  expect(exitCode).toBe(0)
  expect(await readBook(bytes)).toEqual(await readBook(original))
  expect(cellsIn(bytes)).toEqual(cellsIn(original))
  expect(changedParts(source, bytes).every((part) => part.startsWith('xl/worksheets/sheet'))).toBe(true)
  expect((await numbered(bytes)).bytes).toEqual(bytes)
})
