import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { readBook } from '../../src/log/book/book.ts'
import { rezipped } from '../../src/office/zip.ts'
import { fakeIo } from '../fake-io.ts'

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/logs/ok/${name}`, import.meta.url))

async function number(source: Uint8Array): Promise<{ readonly exitCode: number; readonly bytes: Buffer }> {
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
  const { exitCode, bytes } = await number(source)
  expect(exitCode).toBe(0)
  expect(await readBook(bytes)).toEqual(await readBook(original))
  expect(cellsIn(bytes)).toEqual(cellsIn(original))
  expect(changedParts(source, bytes).every((part) => part.startsWith('xl/worksheets/sheet'))).toBe(true)
  expect((await number(bytes)).bytes).toEqual(bytes)
})
