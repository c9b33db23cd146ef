import { win32 } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { type Receipt, receiptSchema } from '../../src/archive/receipt.ts'
import {
  placeOf,
  readReceipt,
  receiptBytes,
  sealed,
  unitFileName,
  unitPartOf,
} from '../../src/archive/receipt-file.ts'
import { expectCurrent } from '../docs/current.ts'
import { archivedCase, receiptOf } from './receipt.ts'

const place = { round: '2024-06', name: '凌源市.json' }
const text = (receipt: Receipt) => new TextDecoder().decode(receiptBytes(receipt))
const read = (json: string, at = place) => readReceipt(new TextEncoder().encode(json), at)

test('templates/schema/receipt.json is the schema of a receipt', async () => {
  const schema = `${JSON.stringify(z.toJSONSchema(receiptSchema, { io: 'input' }), null, 2)}\n`
  await expectCurrent('templates/schema/receipt.json', schema)
  const fits = new Ajv2020({ strict: false }).compile(JSON.parse(schema))
  expect(fits(JSON.parse(text(receiptOf()))) ? [] : fits.errors).toEqual([])
})

test('a receipt is written one case a line and read as it was', () => {
  const receipt = receiptOf({ cases: [archivedCase, { ...archivedCase, caseNumber: null, links: [] }] })
  expect(placeOf(receipt)).toEqual(place)
  expect(read(text(receipt))).toEqual(receipt)
  expect(
    text(receipt)
      .split('\n')
      .filter((line) => line.includes('商标侵权')).length,
  ).toBe(2)
  expect(read(text(receiptOf({ cases: [] })))).toEqual(receiptOf({ cases: [] }))
})

test('one that was replaced is believed under its number', () => {
  expect(read(text(receiptOf()), { ...place, name: '凌源市.12.json' })).toEqual(receiptOf())
})

test('another layout and another order of keys change nothing', () => {
  const { cases, ...head } = JSON.parse(text(receiptOf()))
  expect(read(JSON.stringify({ cases, ...head }))).toEqual(receiptOf())
})

const good = text(receiptOf())

test.each([
  ['an empty file', '', '不是完整的 JSON 文件'],
  ['half a file', good.slice(0, good.length / 2), '不是完整的 JSON 文件'],
  ['another document', '{"schemaVersion": 1}', '不是报送记录：缺少 tool'],
  ['a list', '[]', '不是报送记录：整个文件 应当是对象 {…}'],
  ['a later version', '{"schemaVersion": 2}', '由更新版本的 ipcase 写成，本版本读不了'],
  ['a day moved forward', good.replace('"day": "2024-06-07"', '"day": "2024-06-06"'), '登记以后被改动过'],
  ['a case taken out', good.replace(/\n {4}\{"type".*\n/, '\n'), '登记以后被改动过'],
  ['a case reopened', good.replace('"open":false', '"open":true'), '登记以后被改动过'],
  [
    'no day of the calendar',
    good.replace('2024-04-18', '2024-04-31'),
    '不是报送记录：cases[0].closed 不是日历上的日子',
  ],
  ['a key of its own', good.replace('"round"', '"note": "", "round"'), '不是报送记录：不认识 note'],
])('%s proves nothing', (_, json, damage) => {
  expect(read(json)).toEqual({ damage })
})

test.each([
  ['another round', { round: '2024-09', name: '凌源市.json' }],
  ['another unit', { round: '2024-06', name: '北票市.json' }],
])('a receipt copied to %s proves nothing', (_, elsewhere) => {
  expect(read(good, elsewhere)).toEqual({ damage: '不在登记时的位置，被移动或改名过' })
})

test('the seal covers every part', () => {
  const { digest: _, ...draft } = receiptOf()
  const changed = [
    sealed({ ...draft, unit: '凌源' }),
    sealed({ ...draft, revision: 2 }),
    sealed({ ...draft, cases: [{ ...archivedCase, remark: '已移送' }] }),
  ]
  expect(new Set([receiptOf(), ...changed].map(({ digest }) => digest)).size).toBe(4)
})

test.each([
  ['凌源市.json', '凌源市'],
  ['凌源市.3.json', '凌源市'],
  ['.ipcase-1.tmp', undefined],
  ['凌源市.json.bak', undefined],
  ['凌源市.old.json', undefined],
  ['凌源市.0.json', undefined],
  ['说明.txt', undefined],
])('%s is the file of the unit %s', (name, unit) => {
  expect(unitPartOf(name)).toBe(unit)
})

test.each([
  ['凌源市', '凌源市'],
  ['喀喇沁左翼蒙古族自治县', '喀喇沁左翼蒙古族自治县'],
  ['城区（知识产权科）', '城区（知识产权科）'],
  ['../../etc/passwd', '%2E%2E%2F%2E%2E%2Fetc%2Fpasswd'],
  ['C:\\凌源', 'C%3A%5C凌源'],
  ['一所/二所', '一所%2F二所'],
  ['第1.5所', '第1%2E5所'],
  ['100%', '100%25'],
  ['CON', '%43ON'],
  ['lpt1', '%6Cpt1'],
  ['COM¹', '%43OM¹'],
  ['console', 'console'],
  ['东\u200b所', '东%E2%80%8B所'],
])('%s has the file %s', (unit, name) => {
  expect(unitFileName(unit)).toBe(name)
})

test('a name too long for a disk is cut and stays distinct', () => {
  const [one, other] = [unitFileName(`${'长'.repeat(200)}一`), unitFileName(`${'长'.repeat(200)}二`)]
  expect(one).not.toBe(other)
  expect(Buffer.byteLength(one)).toBeLessThan(180)
  expect(one.startsWith('长长长')).toBe(true)
})

const anyUnit = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }),
  fc.constantFrom('.', '..', 'a ', 'aux'),
)

test('whatever the unit, its file is one plain name on every system', () => {
  fc.assert(
    fc.property(anyUnit, (unit) => {
      const name = unitFileName(unit)
      expect(win32.basename(name)).toBe(name)
      expect(name).not.toMatch(/[<>:"/\\|?*.\p{Cc}\s]/u)
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|(?:com|lpt)\d)$/i)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180)
    }),
  )
})

test('two units never share a file', () => {
  fc.assert(
    fc.property(anyUnit, anyUnit, (one, other) => {
      const [a, b] = [one, other].map((unit) => Buffer.from(unit.normalize('NFC')).toString())
      expect(unitFileName(one) === unitFileName(other)).toBe(a === b)
    }),
  )
})
