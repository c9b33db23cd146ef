import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { attempt, UserError } from '../../src/io/io.ts'
import { nodeIo } from '../../src/io/node-io.ts'
import { readArchive } from '../../src/returns/handed-in.ts'
import { type Filing, storeReceipt } from '../../src/returns/store-receipt.ts'
import { ownFolder } from '../own-folder.ts'
import { buildParts } from '../program.ts'
import { receiptOf } from './receipt.ts'

const io = nodeIo()
let archive = ''

const folder = ownFolder()

beforeAll(async () => {
  const entries = { store: 'src/returns/store-receipt.ts', door: 'src/io/node-io.ts' }
  await buildParts(join(folder, 'parts'), entries)
})

beforeEach(async () => {
  archive = await mkdtemp(join(folder, '报送-'))
})

/** The file's name tells the receipts apart. */
function filing(file: string, unitKey = '凌源市', force = false): Filing {
  const {
    digest: _,
    revision: __,
    ...draft
  } = receiptOf({ unitKey, file: { name: file, sha256: 'cd'.repeat(32) } })
  return { folder: archive, draft, force }
}

async function filesStored(): Promise<readonly string[]> {
  const { stored, damaged } = await readArchive(archive, io)
  expect(damaged).toEqual([])
  return stored.map(({ receipt }) => receipt.file.name)
}

const names = Array.from({ length: 12 }, (_, at) => `${at + 1}.xlsx`)

test('of many units at once none is lost', async () => {
  await Promise.all(names.map((name) => storeReceipt(filing(name, `第${name}所`), io)))
  expect((await filesStored()).toSorted()).toEqual(names.toSorted())
})

test('of many who record one unit at once one succeeds, and the others are told', async () => {
  const results = await Promise.all(names.map((name) => attempt(() => storeReceipt(filing(name), io))))
  const refused = results.filter((result) => result instanceof UserError)
  expect([refused.length, new Set(refused.map(({ exitCode }) => exitCode))]).toEqual([11, new Set([3])])
  expect(await readdir(join(archive, '2024-06'))).toEqual(['凌源市.json'])
})

test('of many who correct one unit at once none is lost', async () => {
  await storeReceipt(filing('原稿.xlsx'), io)
  await Promise.all(names.map((name) => storeReceipt(filing(name, '凌源市', true), io)))
  expect(new Set(await filesStored())).toEqual(new Set(['原稿.xlsx', ...names]))
})

/** A process of its own that does this with the real disk. */
async function started(work: string): Promise<ChildProcess> {
  const script = join(folder, `${crypto.randomUUID()}.mjs`)
  const lines = [
    `import door from './parts/door.cjs'`,
    `import archive from './parts/store.cjs'`,
    `const filing = ${JSON.stringify(filing('更正.xlsx', '凌源市', true))}`,
    `const store = (name) => archive.storeReceipt({ ...filing, draft: { ...filing.draft, file: { ...filing.draft.file, name } } }, door.nodeIo())`,
    work,
  ]
  await writeFile(script, lines.join('\n'))
  return spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
}

test('of several processes that correct one unit at once none loses its receipt', async () => {
  const children = await Promise.all(
    ['甲', '乙', '丙', '丁'].map((who) => started(`for (let i = 0; i < 5; i++) await store('${who}' + i)`)),
  )
  const exits = await Promise.all(children.map((child) => once(child, 'exit')))
  expect(exits.map(([code]) => code)).toEqual([0, 0, 0, 0])
  const expected = ['甲', '乙', '丙', '丁'].flatMap((who) => [0, 1, 2, 3, 4].map((i) => `${who}${i}`))
  expect(new Set(await filesStored())).toEqual(new Set(expected))
})

/** Corrects a large return aloud, again and again, until it is killed; how often it has said so. */
async function killedAfter(delay: number): Promise<number> {
  const child = await started(`
    filing.draft.cases = Array.from({ length: 2000 }, () => filing.draft.cases[0])
    for (let i = 1; ; i++) { await store('第' + i); process.stdout.write('.') }`)
  let heard = 0
  child.stdout?.on('data', (dots: Uint8Array) => {
    heard += dots.length
  })
  const closed = once(child, 'close')
  await Promise.race([once(child.stdout ?? child, 'data'), closed])
  await wait(delay)
  child.kill('SIGKILL')
  expect((await closed)[1]).toBe('SIGKILL')
  return heard
}

test.each(Array.from({ length: 20 }, (_, at) => (at * 37) % 101))(
  'killed %d ms after the first receipt the archive is the old one or the new one',
  async (delay) => {
    const heard = await killedAfter(delay)
    const { stored, damaged } = await readArchive(archive, io)
    expect(damaged).toEqual([])
    const newest = Math.max(...stored.map(({ receipt }) => receipt.revision))
    expect([heard, heard + 1]).toContain(newest)
    const kept = new Set(stored.map(({ receipt }) => receipt.file.name))
    expect(kept).toEqual(new Set(Array.from({ length: newest }, (_, at) => `第${at + 1}`)))
  },
)
