import { read } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { headings } from '../../src/model/case.ts'
import { type FakeIo, fakeIo } from '../fake-io.ts'
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
  return io.files.get('/办案/台账-编号.xlsx') as Uint8Array
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
