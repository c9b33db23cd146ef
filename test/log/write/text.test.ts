import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellSpans, rewriteText, writeTextCells } from '../../../src/edit/text-cells.ts'
import type { Row } from '../../../src/log/row.ts'
import { detectDialect } from '../../../src/log/text/dialect.ts'
import { cellsOfRecords } from '../../../src/log/text/quoted-cells.ts'
import { createSplitter } from '../../../src/log/text/records.ts'
import { headings } from '../../../src/model/case.ts'
import type { Edit } from '../../../src/model/edit.ts'
import { gb18030 } from '../../gb18030.ts'
import { runs } from '../../property-tests.ts'

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

const encoders = [
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with its mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['GBK', gb18030],
  ['UTF-16', (text: string) => utf16(`\ufeff${text}`)],
  ['big-endian UTF-16', (text: string) => utf16be(`\ufeff${text}`)],
] as const

function dialectOf(bytes: Uint8Array) {
  const dialect = detectDialect(bytes, {}, cellsOfRecords)
  if (!dialect) throw new Error('no heading row')
  return dialect
}

/** What tells one cell from another whatever is made of its quotes. */
function bare(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('"', '')
}

type Lines = Readonly<Record<number, string>>

function cellsAt(index: number | undefined, lines: Lines): readonly Edit[] {
  const layout = { path: '', index: index === undefined ? {} : { serial: index }, heading: {} }
  return Object.entries(lines).map(([number, to]) => {
    const line = Number(number)
    return { layout, line, row: line, column: 'serial', from: '', to, reason: '' }
  })
}

function filled(log: Uint8Array, index: number, lines: Lines): Buffer {
  return Buffer.from(writeTextCells(log, dialectOf(log), cellsAt(index, lines)).bytes)
}

function widened(log: Uint8Array, lines: Lines): Buffer {
  return Buffer.from(writeTextCells(log, dialectOf(log), cellsAt(undefined, lines)).bytes)
}

const delimiters = [',', '\t', ';', '，']

test.each(encoders)('a 序号 column is filled in %s', (_, encode) => {
  for (const delimiter of delimiters) {
    const write = (text: string): Buffer => encode(text.replaceAll(',', delimiter))
    const log = write('序号,案件类型,案件编号\r\n,商标侵权,A1\r\n"9",商标侵权,A2\n\n7,商标,"A3"\r\n注：……')
    const numbered = write(
      '序号,案件类型,案件编号\r\n1,商标侵权,A1\r\n"2",商标侵权,A2\n\n,商标,"A3"\r\n注：……',
    )
    expect(filled(log, 0, { 2: '1', 3: '2', 5: '' })).toEqual(numbered)
  }
})

test.each(encoders)('a missing 序号 column is put first in %s', (_, encode) => {
  for (const delimiter of delimiters) {
    const write = (text: string): Buffer => encode(text.replaceAll(',', delimiter))
    const log = write('表一\r案件类型,案件编号,备注\r商标侵权,A1,\r"商标侵权",A2,\r\r商标,A3,\r注：……\r')
    const numbered = write(
      '表一\r序号,案件类型,案件编号,备注\r1,商标侵权,A1,\r2,"商标侵权",A2,\r\r,商标,A3,\r注：……\r',
    )
    expect(widened(log, { 2: headings.serial, 3: '1', 4: '2', 6: '' })).toEqual(numbered)
  }
})

test('a new column below a heading typed with full-width commas', () => {
  const log = gb18030('案件类型，案件编号，备注\n商标侵权,A1,某\n')
  const numbered = gb18030('序号，案件类型，案件编号，备注\n1,商标侵权,A1,某\n')
  expect(widened(log, { 1: headings.serial, 2: '1' })).toEqual(numbered)
})

test('a new column is quoted where every heading is', () => {
  const log = Buffer.from('"案件类型","案件编号","备注"\n"商标侵权","A1",""\n"商标","A2",""\n')
  const numbered = '"序号","案件类型","案件编号","备注"\n"1","商标侵权","A1",""\n"","商标","A2",""\n'
  expect(widened(log, { 1: headings.serial, 2: '1', 3: '' }).toString()).toEqual(numbered)
})

test('a heading repeated behind gets the column again', () => {
  const log = Buffer.from('案件类型,案件编号,备注\n商标侵权,A1,\n案件类型,案件编号,备注\n商标侵权,A2,\n')
  const numbered =
    '序号,案件类型,案件编号,备注\n1,商标侵权,A1,\n序号,案件类型,案件编号,备注\n2,商标侵权,A2,\n'
  expect(widened(log, { 1: headings.serial, 2: '1', 3: headings.serial, 4: '2' }).toString()).toEqual(
    numbered,
  )
})

test('a record without a cell there is lengthened, unless it stays blank', () => {
  const log = Buffer.from('案件类型,案件编号,备注,序号\n商标侵权,"A,1"\n商标侵权,A2,,\n商标,A3\n')
  const numbered = '案件类型,案件编号,备注,序号\n商标侵权,"A,1",,1\n商标侵权,A2,,2\n商标,A3\n'
  expect(filled(log, 3, { 2: '1', 3: '2', 4: '' }).toString()).toEqual(numbered)
})

test('a cell behind one that breaks over lines is found', () => {
  const log = Buffer.from('案件类型,备注,序号,案件编号\n商标侵权,"甲\n乙,丙",,A1\n')
  const numbered = '案件类型,备注,序号,案件编号\n商标侵权,"甲\n乙,丙",1,A1\n'
  expect(filled(log, 2, { 2: '1' }).toString()).toEqual(numbered)
})

test.each([
  ['is cut as if its quotes were signs like any other', '"a,b",7,"A1', '"a,b",7,"A1', 1],
  ['loses a number without quotes', '"a,b",7,"A1', '"a,b",,"A1', 2],
  ['keeps the quote that breaks it', '"7,商标侵权,A1', '"7,商标侵权,A1', 0],
])('a broken record %s', (_, record, cleared, index) => {
  const log = Buffer.from(`案件类型,备注,序号,案件编号\n${record}\n商标侵权,某,3,A2\n`)
  expect(filled(log, index, { 2: '' }).toString()).toEqual(
    `案件类型,备注,序号,案件编号\n${cleared}\n商标侵权,某,3,A2\n`,
  )
})

test.each(['|', '7', 'A', '；', '、', '｜'])(
  'GBK with %s between the cells is cut between characters',
  (delimiter) => {
    const write = (text: string): Buffer => gb18030(text.replaceAll(',', delimiter))
    const log = write('序号,案件类型,案件编号,备注\n,商标侵权,〔2024〕1号,亅亅纔珅\n')
    const dialect = detectDialect(log, { delimiter, encoding: 'gb18030' }, cellsOfRecords)
    expect(dialect && Buffer.from(writeTextCells(log, dialect, cellsAt(0, { 2: '9' })).bytes)).toEqual(
      write('序号,案件类型,案件编号,备注\n9,商标侵权,〔2024〕1号,亅亅纔珅\n'),
    )
  },
)

const plainText = fc.stringMatching(/^[a",;\n\r 案]{0,40}$/)

test('every record and cell is cut where the reader cuts it', () => {
  fc.assert(
    fc.property(plainText, fc.boolean(), (signs, isMac) => {
      const text = isMac ? signs.replaceAll('\n', '\r') : signs
      const dialect = {
        delimiter: ',',
        headingDelimiter: ',',
        lineEnd: isMac ? '\r' : '\n',
        separators: 2,
        encoding: 'utf-16le',
      } as const
      const rows: Row[] = []
      const splitter = createSplitter(dialect, (row) => rows.push(row), cellsOfRecords)
      splitter.push(text)
      splitter.end()
      const cut: unknown[] = []
      rewriteText(utf16(text), dialect, ({ line, text: record, isBroken }) => {
        const spans = cellSpans(record, { delimiter: ',', isBroken })
        cut.push({ line, cells: spans.map(({ start, end }) => bare(record.slice(start, end))) })
        return undefined
      })
      expect(cut).toEqual(rows.map(({ line, cells }) => ({ line, cells: cells.map(bare) })))
    }),
    { numRuns: runs(1000) },
  )
})

test('numbering nothing changes no byte, valid or not', () => {
  const dialects = encoders.map(([, encode]) => dialectOf(encode('序号,案件类型,案件编号\n')))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...dialects), (bytes, dialect) => {
      expect(Buffer.from(writeTextCells(bytes, dialect, []).bytes)).toEqual(Buffer.from(bytes))
    }),
  )
})

test.each(encoders)(
  'any text is written into a cell, its quotes kept or put where it needs them, in %s',
  (_, encode) => {
    const log = encode(
      '案件类型,案件编号,备注,序号\r\n商标侵权,A1,"旧",1\r\n商标侵权,A2,旧,2\r\n商标侵权,A3,旧,3\r\n商标侵权,A4\r\n',
    )
    const changed = encode(
      '案件类型,案件编号,备注,序号\r\n商标侵权,A1,"延期至，""五月""",1\r\n商标侵权,A2,"甲,乙",2\r\n商标侵权,A3,行政处罚,3\r\n商标侵权,A4,"丙\n丁"\r\n',
    )
    const texts = { 2: '延期至，"五月"', 3: '甲,乙', 4: '行政处罚', 5: '丙\n丁' }
    expect(filled(log, 2, texts)).toEqual(changed)
  },
)
