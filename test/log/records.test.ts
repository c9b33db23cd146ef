import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../../src/log/row.ts'
import { cellsOfRecords } from '../../src/log/text/quoted-cells.ts'
import { createSplitter } from '../../src/log/text/records.ts'
import { exampleLog } from '../example-log.ts'
import { gb18030 } from '../gb18030.ts'
import { readBack } from '../read-log.ts'

const comma = { delimiter: ',', lineEnd: '\n', separators: 2 } as const

function rowsOf(pieces: readonly string[], dialect: Parameters<typeof createSplitter>[0] = comma): Row[] {
  const rows: Row[] = []
  const splitter = createSplitter(dialect, (row) => rows.push(row), cellsOfRecords)
  for (const piece of pieces) splitter.push(piece)
  splitter.end()
  return rows
}

const inPieces = (text: string, size: number): string[] => text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []

test.each([
  [
    'plain lines',
    'a,b,c\nd,e,f\n',
    [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
  ],
  ['a last line without its end', 'a,b\nc', [['a', 'b'], ['c']]],
  [
    'Windows line ends',
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a lone carriage return among line feeds',
    'a,b\rc,d\ne,f',
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
  ],
  ['a blank line', 'a\n\nb', [['a'], [''], ['b']]],
  ['a quoted separator', '"a,b",c\n', [['a,b', 'c']]],
  ['a doubled quote', '"a""b",c\n', [['a"b', 'c']]],
  ['a quote inside a cell', '5"口径,b\n', [['5"口径', 'b']]],
])('%s', (_, text, cells) => {
  expect(rowsOf([text]).map((row) => row.cells)).toEqual(cells)
})

test('a line break in a quoted cell moves the physical line on and not the spreadsheet row', () => {
  expect(rowsOf(['a,"b\nc",d\ne,f,g\n'])).toEqual([
    { line: 1, row: 1, cells: ['a', 'b\nc', 'd'] },
    { line: 3, row: 2, cells: ['e', 'f', 'g'] },
  ])
})

test('Mac line ends', () => {
  const mac = { ...comma, lineEnd: '\r' } as const
  expect(rowsOf(['a,b\rc,d\r'], mac).map((row) => row.cells)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})

test('a quote that never closes breaks its own line only', () => {
  const text = 'a,"b,c\nd,e,f\n'
  expect(rowsOf([text])).toEqual([
    { line: 1, row: 1, cells: ['a', 'b', 'c'], broken: { rule: 'quote-unclosed', text: 'a,"b,c' } },
    { line: 2, row: 2, cells: ['d', 'e', 'f'] },
  ])
})

test('a quoted cell that swallows rows gives them back', () => {
  const text = '1,a,"b\n2,c,d\n3,e,"f"\n4,g,h\n'
  expect(rowsOf([text])).toEqual([
    {
      line: 1,
      row: 1,
      cells: ['1', 'a', 'b'],
      broken: { rule: 'quote-swallows-rows', text: '1,a,"b', lines: 2 },
    },
    { line: 2, row: 2, cells: ['2', 'c', 'd'] },
    { line: 3, row: 3, cells: ['3', 'e', 'f'] },
    { line: 4, row: 4, cells: ['4', 'g', 'h'] },
  ])
})

test('a quoted cell of more than a hundred lines is taken for one that never closes', () => {
  const text = `a,"${'b\n'.repeat(100)}",c\n`
  const rows = rowsOf([text])
  expect(rows.map((row) => row.broken?.rule).filter(Boolean)).toEqual(['quote-unclosed', 'quote-unclosed'])
  expect(rows).toHaveLength(101)
})

const cell = fc.stringMatching(/^[ab"\n\r,;\t 案]{0,6}$/)
const written = (cells: readonly string[]): string =>
  cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')

test('well-formed text is split as csv-parse splits it, in pieces of any size', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      fc.nat(20),
      (rows, size) => {
        const text = `${rows.map(written).join('\n')}\n`
        const wide = { ...comma, separators: 99 }
        const expected: string[][] = parse(text, { relax_column_count: true, record_delimiter: '\n' })
        const normal = (cells: readonly string[]) => cells.map((c) => c.replaceAll(/\r\n?/g, '\n'))
        expect(rowsOf(inPieces(text, size + 1), wide).map((row) => normal(row.cells))).toEqual(
          expected.map(normal),
        )
      },
    ),
  )
})

test('text without quotes is split as csv-parse splits it', () => {
  const plain = fc.stringMatching(/^[ab;\t 案]{0,6}$/)
  fc.assert(
    fc.property(
      fc.array(fc.array(plain, { minLength: 2, maxLength: 3 }), { minLength: 1 }),
      fc.nat(20),
      (rows, size) => {
        const text = `${rows.map((cells) => cells.join(',')).join('\n')}\n`
        const expected: string[][] = parse(text, { relax_column_count: true })
        expect(rowsOf(inPieces(text, size + 1)).map((row) => row.cells)).toEqual(expected)
      },
    ),
  )
})

test('no physical line is lost, whatever the quotes', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ab",\n案]{0,60}$/), fc.nat(10), (text, size) => {
      const rows = rowsOf(inPieces(text, size + 1))
      expect(rows).toEqual(rowsOf([text]))
      const lines = text === '' ? 0 : text.replace(/\n$/, '').split('\n').length
      const taken = rows.reduce((sum, row, at) => sum + ((rows[at + 1]?.line ?? lines + 1) - row.line), 0)
      expect(taken).toBe(text === '\n' ? 1 : lines)
    }),
  )
})

const rows = 3000
const wordy = (around: string): string =>
  exampleLog(
    Array.from({ length: rows }, (_, row) => ({ remark: `${around}已${'送'.repeat(row % 41)}达${around}` })),
  )

test.each([
  ['UTF-8', Buffer.from(wordy(''))],
  ['GB18030', gb18030(wordy(''))],
  ['quoted', Buffer.from(wordy(','))],
])('a log read as one piece, however long, is what it is in small ones: %s', async (_, log) => {
  const whole = await readBack(log, { size: log.length })
  expect(whole.cases.length).toBe(rows)
  expect(await readBack(log, { size: 70_001 })).toEqual(whole)
  expect(await readBack(log, { size: 997 })).toEqual(whole)
})
