import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detectDialect } from '../../src/log/dialect.ts'
import { fillSerials, prependSerials } from '../../src/log/write/serials-text.ts'
import { gb18030 } from '../gb18030.ts'

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
  const dialect = detectDialect(bytes, {})
  if (!dialect) throw new Error('no heading row')
  return dialect
}

const serials = new Map([
  [2, '1'],
  [3, '2'],
  [5, ''],
])

test.each(encoders)('a 序号 column is filled in %s', (_, encode) => {
  for (const delimiter of [',', '\t', ';', '，']) {
    const write = (text: string): Buffer => encode(text.replaceAll(',', delimiter))
    const log = write('序号,案件类型,案件编号\r\n,商标侵权,A1\r\n"9",商标侵权,A2\n\n7,商标,"A3"\r\n注：……')
    const numbered = write(
      '序号,案件类型,案件编号\r\n1,商标侵权,A1\r\n"2",商标侵权,A2\n\n,商标,"A3"\r\n注：……',
    )
    expect(fillSerials(log, dialectOf(log), serials, 0)).toEqual(numbered)
  }
})

test.each(encoders)('a missing 序号 column is put first in %s', (_, encode) => {
  for (const delimiter of [',', '\t', ';', '，']) {
    const write = (text: string): Buffer => encode(text.replaceAll(',', delimiter))
    const log = write('案件类型,案件编号,备注\r商标侵权,A1,\r"商标侵权",A2,\r\r商标,A3,\r注：……\r')
    const numbered = write(
      '序号,案件类型,案件编号,备注\r1,商标侵权,A1,\r2,"商标侵权",A2,\r\r,商标,A3,\r注：……\r',
    )
    expect(prependSerials(log, dialectOf(log), { headingLine: 1, serials })).toEqual(numbered)
  }
})

test('a new column below a heading typed with full-width commas', () => {
  const log = gb18030('案件类型，案件编号，备注\n商标侵权,A1,某\n')
  const numbered = gb18030('序号，案件类型，案件编号，备注\n1,商标侵权,A1,某\n')
  expect(prependSerials(log, dialectOf(log), { headingLine: 1, serials })).toEqual(numbered)
})

test('a record without a cell there is lengthened', () => {
  const log = Buffer.from('案件类型,案件编号,备注,序号\n商标侵权,A1\n商标侵权,A2,,\n')
  const numbered = Buffer.from('案件类型,案件编号,备注,序号\n商标侵权,A1,,1\n商标侵权,A2,,2\n')
  expect(fillSerials(log, dialectOf(log), serials, 3)).toEqual(numbered)
})

test('a cell behind one that breaks over lines is found', () => {
  const log = Buffer.from('案件类型,备注,序号,案件编号\n商标侵权,"甲\n乙,丙",,A1\n')
  const numbered = Buffer.from('案件类型,备注,序号,案件编号\n商标侵权,"甲\n乙,丙",1,A1\n')
  expect(fillSerials(log, dialectOf(log), new Map([[2, '1']]), 2)).toEqual(numbered)
})

test('numbering nothing changes no byte, valid or not', () => {
  const dialects = encoders.map(([, encode]) => dialectOf(encode('序号,案件类型,案件编号\n')))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...dialects), (bytes, dialect) => {
      expect(Buffer.from(fillSerials(bytes, dialect, new Map(), 0))).toEqual(Buffer.from(bytes))
    }),
  )
})
