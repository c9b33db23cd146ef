import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Bench, bench } from './bench.ts'
import { bounds } from './bounds.ts'

let temporary = ''

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'ipcase-test-'))
})

afterAll(() => rm(temporary, { recursive: true }))

const silent = { out: () => undefined, say: () => undefined }

function quickly(more: Partial<Bench>): Promise<number> {
  const { signal } = new AbortController()
  return bench({ isQuick: true, isWritten: false, temporary, signal, ...silent, ...more })
}

test('a quick run measures all that is bounded, and leaves nothing behind', async () => {
  const document = await readFile('docs/benchmarks.md', 'utf8')
  let shown = ''
  const out = (text: string) => {
    shown += text
  }
  expect(await quickly({ out })).toBe(0)
  expect(bounds.filter(({ measured }) => !shown.includes(measured))).toEqual([])
  expect(shown).not.toContain('NaN')
  expect(await readdir(temporary)).toEqual([])
  expect(await readFile('docs/benchmarks.md', 'utf8')).toBe(document)
})

test('a run that is interrupted leaves nothing behind', async () => {
  const interrupted = new AbortController()
  const { signal } = interrupted
  await expect(quickly({ signal, say: () => interrupted.abort() })).rejects.toThrow(/abort/i)
  expect(await readdir(temporary)).toEqual([])
})
