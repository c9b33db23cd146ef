import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nodeIo } from '../../src/io/node-io.ts'

const { disk } = nodeIo()

let folder = ''
const at = (name: string) => join(folder, name)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '办案-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

test('a name is claimed once, whole, however many try', async () => {
  const texts = Array.from({ length: 20 }, (_, each) => `${each}\n`.repeat(50_000))
  const claims = await Promise.all(texts.map((text) => disk.claim(at('六月/表.csv'), Buffer.from(text))))
  expect(texts.filter((_, each) => claims[each])).toEqual([await readFile(at('六月/表.csv'), 'utf8')])
  expect(await readdir(at('六月'))).toEqual(['表.csv'])
  await expect(disk.claim(at('六月'), Buffer.from('表'))).rejects.toThrow(`${at('六月')} 是文件夹，不是文件`)
})

test('a file gets a new name, over another; of many who move it one succeeds', async () => {
  await writeFile(at('表.csv'), '新')
  await writeFile(at('表.1.csv'), '旧')
  const moves = Array.from({ length: 10 }, () => disk.move(at('表.csv'), at('表.1.csv')))
  const results = await Promise.allSettled(moves)
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
  expect(await readdir(folder)).toEqual(['表.1.csv'])
  expect(await readFile(at('表.1.csv'), 'utf8')).toEqual('新')
  await expect(disk.move(at('表.csv'), at('表.2.csv'))).rejects.toThrow(`${at('表.csv')} 不存在`)
})
