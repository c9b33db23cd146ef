import { readFileSync } from 'node:fs'
import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { readBook } from '../../../src/log/book/book.ts'
import { gb18030 } from '../../gb18030.ts'
import { container, record } from './old-workbook.ts'

function workbook(...sheets: readonly WorkSheet[]): Uint8Array {
  const book = utils.book_new()
  for (const [at, sheet] of sheets.entries()) utils.book_append_sheet(book, sheet, `台账${at + 1}`)
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }))
}

async function cellsIn(bytes: Uint8Array): Promise<unknown> {
  const book = await readBook(bytes)
  return 'refused' in book ? book : book.sheets.map(({ rows }) => rows.map(({ cells }) => cells))
}

const rows = [
  ['序号', '案件类型', '案件编号'],
  [1, '商标侵权', '朝双市监处罚〔2024〕12号'],
]

const read = [
  ['序号', '案件类型', '案件编号'],
  ['1', '商标侵权', '朝双市监处罚〔2024〕12号'],
]

test('a workbook of 1997 is read, each of its sheets by name', async () => {
  const book = await readBook(workbook(utils.aoa_to_sheet(rows), utils.aoa_to_sheet([])))
  expect(book).toEqual({
    sheets: [
      { name: '台账1', preamble: [], rows: read.map((cells, at) => ({ line: at + 1, row: at + 1, cells })) },
      { name: '台账2', preamble: [], rows: [] },
    ],
    skipped: [],
  })
})

const format = (z: string, v: number): CellObject => ({ t: 'n', v, z })

test('cells read as they are shown', async () => {
  const cells: readonly (CellObject | string | number | boolean)[] = [
    ...[true, 123456789012, format('yyyy"年"m"月"d"日"', 45356), format('yyyy"年"m"月"', 45352)],
    ...[
      format('"朝双市监处罚〔2024〕"0"号"', 7),
      format('h:mm', 0.5),
      '甲\r\n乙',
      { t: 'e', v: 0x17 } as const,
    ],
  ]
  expect(await cellsIn(workbook(utils.aoa_to_sheet([[...cells]])))).toEqual([
    [
      [
        '是',
        '123456789012',
        '2024-03-05',
        '2024年3月',
        '朝双市监处罚〔2024〕7号',
        '12:00:00',
        '甲\n乙',
        '#REF!',
      ],
    ],
  ])
})

const linked = (v: string, Target: string): CellObject => ({ t: 's', v, l: { Target } })

test('merges and links are kept', async () => {
  const sheet = utils.aoa_to_sheet([
    ['商标侵权', linked('查看', 'https://a.cn/1'), linked('内部', '#台账1!A1')],
    ['', linked('https://a.cn/2', 'https://a.cn/2')],
  ])
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }]
  const book = await readBook(workbook(sheet))
  expect('sheets' in book && book.sheets[0]?.rows).toEqual([
    { line: 1, row: 1, cells: ['商标侵权', '查看', '内部'], links: new Map([[1, 'https://a.cn/1']]) },
    { line: 2, row: 2, cells: ['', 'https://a.cn/2'], merged: new Map([[0, '商标侵权']]) },
  ])
})

const beginning = 0x0809
const end = record(0x000a)
const padding = Buffer.alloc(16)

interface StreamSource {
  readonly version?: number
  readonly globals?: readonly Buffer[]
  /** Of the one sheet: 0 for cells, 2 for a chart. */
  readonly kind?: number
  readonly cells: readonly Buffer[]
}

/** The stream of a workbook with one sheet, written by hand where no library writes it. */
function stream({ version = 0x600, globals = [], kind = 0, cells }: StreamSource): Buffer {
  const name = version === 0x600 ? Buffer.from([1, 1, 0x61, 0]) : Buffer.from([1, 0x61])
  const before = Buffer.concat([record(beginning, version, 5, padding.subarray(8)), ...globals])
  const sheetAt = before.length + 4 + 6 + name.length + end.length
  const sheet = record(0x0085, sheetAt & 0xffff, sheetAt >> 16, kind << 8, name)
  const start = record(beginning, version, kind === 2 ? 0x20 : 0x10, padding.subarray(8))
  return Buffer.concat([before, sheet, end, start, ...cells, end])
}

const number = (value: number) => record(0x0203, 0, 0, 0, Buffer.from(Float64Array.of(value).buffer))
const style = (format: number) => record(0x00e0, 0, format, padding)
const label = (text: Buffer) => record(0x0204, 0, 0, 0, text.length, text)

test.each([
  ['a date format without code', { globals: [style(31)], cells: [number(45356)] }, '2024-03-05'],
  ['a month format without code', { globals: [style(57)], cells: [number(45352)] }, '2024年3月'],
  [
    'days counted from 1904',
    { globals: [record(0x0022, 1), style(14)], cells: [number(43894)] },
    '2024-03-05',
  ],
  [
    'GBK of Excel 95',
    { version: 0x500, globals: [record(0x0042, 936)], cells: [label(gb18030('商标侵权'))] },
    '商标侵权',
  ],
  ['GBK that is not named', { version: 0x500, cells: [label(gb18030('商标侵权'))] }, '商标侵权'],
  [
    'Big5 of Excel 95',
    { version: 0x500, globals: [record(0x0042, 950)], cells: [label(Buffer.from('aed7a5f3', 'hex'))] },
    '案件',
  ],
])('%s is read', async (_, source, text) => {
  const name = 'version' in source ? 'Book' : 'Workbook'
  expect(await cellsIn(container(name, stream(source)))).toEqual([[[text]]])
})

test('a stream without its container is read', async () => {
  const text = gb18030('商标侵权')
  const cell = record(0x0004, 0, 0, Buffer.from([0, 0, 0, text.length]), text)
  expect(await cellsIn(Buffer.concat([record(0x0009, 2, 0x10), cell, end]))).toEqual([[['商标侵权']]])
})

test('text of 1997 is read the same after a workbook of 1995', async () => {
  await readBook(container('Book', stream({ version: 0x500, cells: [label(gb18030('商标'))] })))
  expect(await cellsIn(workbook(utils.aoa_to_sheet(rows)))).toEqual([read])
})

test('a sheet that is a chart is skipped by name', async () => {
  expect(await readBook(container('Workbook', stream({ kind: 2, cells: [] })))).toEqual({
    sheets: [],
    skipped: [{ name: 'a', reason: '图表，没有单元格' }],
  })
})

const protectedStream = stream({ globals: [record(0x002f, 0, 0x1234, 0x5678)], cells: [number(1)] })

test.each([
  ['a workbook of 1997 with a password', container('Workbook', protectedStream), 'encrypted'],
  ['a newer file with a password', container('EncryptedPackage', padding), 'encrypted'],
  ['a Word document of 1997', container('WordDocument', padding), 'old-word'],
  ['slides of 1997', container('PowerPoint Document', padding), 'foreign-document'],
  ['a stream that is no workbook', container('Workbook', padding), 'damaged'],
  [
    'a stream without its last record',
    container('Workbook', stream({ cells: [number(1)] }).subarray(0, -4)),
    'damaged',
  ],
  ['a stream without its sheet', container('Workbook', stream({ cells: [] }).subarray(0, -28)), 'damaged'],
])('%s is refused', async (_, bytes, refused) => {
  expect(await readBook(bytes)).toEqual({ refused })
})

test('a workbook that breaks off is damaged, never short', async () => {
  const whole = workbook(utils.aoa_to_sheet(Array.from({ length: 200 }, () => rows[1] ?? [])))
  const sound = await cellsIn(whole)
  for (let length = 8; length < whole.length; length += 101) {
    const found = await cellsIn(whole.subarray(0, length))
    if (JSON.stringify(found) !== JSON.stringify(sound))
      expect([length, found]).toEqual([length, { refused: 'damaged' }])
  }
})

test('what a flipped bit makes of its properties is of no concern to the cells', async () => {
  const bytes = readFileSync('fixtures/logs/ok/renamed-xls.xlsx')
  const sound = await cellsIn(bytes)
  const properties = bytes.indexOf(Buffer.from('feff0000010002', 'hex'))
  bytes[properties + 55] = 0x40
  expect(await cellsIn(bytes)).toEqual(sound)
})
