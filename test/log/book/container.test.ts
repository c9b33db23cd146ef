import { CFB } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openContainer } from '../../../src/log/book/container.ts'
import { runs } from '../../property-tests.ts'

const bytesOf = (length: number, step: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * step) % 251)

const streams = { Book: bytesOf(300, 3), Workbook: bytesOf(9_000_000, 7), empty: new Uint8Array() }

function written(contents: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(contents)) {
    CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content))
  }
  return new Uint8Array(CFB.write(file, { type: 'buffer' }))
}

test('streams of every length are read whole', () => {
  const read = openContainer(written(streams))
  for (const [name, content] of Object.entries(streams)) {
    expect(Buffer.compare(read?.get(name.toLowerCase())?.content() ?? Buffer.from('?'), content)).toBe(0)
  }
})

test('what lies in a folder is another document’s', () => {
  const read = openContainer(written({ 'MBD1/Workbook': bytesOf(10, 1), WordDocument: bytesOf(10, 1) }))
  expect(read?.has('worddocument')).toBe(true)
  expect(read?.has('workbook')).toBe(false)
})

test('a file that breaks off has no whole stream', () => {
  const whole = written({ Workbook: bytesOf(20_000, 1) })
  const read = openContainer(whole.subarray(0, 12_000))
  expect(read?.get('workbook')?.content()).toBe(undefined)
  expect(openContainer(whole.subarray(0, 500))).toBe(undefined)
})

const small = written({ Workbook: bytesOf(6000, 1), Book: bytesOf(100, 1) })
const anyFlips = fc.array(fc.tuple(fc.nat(small.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })

test('whatever bits are flipped, reading ends', () => {
  fc.assert(
    fc.property(anyFlips, (flips) => {
      const bytes = Uint8Array.from(small)
      for (const [at, byte] of flips) bytes[at] = byte
      const lengths = [...(openContainer(bytes)?.values() ?? [])].map(({ content }) => content()?.length ?? 0)
      expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(bytes.length)
    }),
    { numRuns: runs(1000) },
  )
})
