import { win32 } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitFileName } from '../../src/archive/receipt-file.ts'

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
