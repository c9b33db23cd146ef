import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Deed, inWords } from '../../src/io/errno.ts'
import { ExitCode, UserError } from '../../src/io/io.ts'
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

function refusedBySystem(code: string): Error {
  return Object.assign(new Error(`${code}: what the system says`), { code, syscall: 'open' })
}

test.each<[string, Deed, string, string]>([
  ['EBUSY', 'write', '表.xlsx 正被其他程序占用', '请先在 Excel/WPS 中关闭该文件，再运行一次。'],
  ['EBUSY', 'read', '表.xlsx 正被其他程序占用', '请先在 Excel/WPS 中关闭该文件，再运行一次。'],
  [
    'EPERM',
    'write',
    '表.xlsx 没有写入权限',
    '请先在 Excel/WPS 中关闭该文件；仍不行，请用 -o 改写到自己的文件夹。',
  ],
  ['EACCES', 'read', '表.xlsx 没有读取权限', '请让文件的主人开放权限，或把文件复制到自己的文件夹。'],
  ['ENOSPC', 'write', '表.xlsx 写不下：磁盘空间已满', '请清理磁盘，或用 -o 改写到别处。'],
  ['EROFS', 'write', '表.xlsx 所在的磁盘是只读的', '请用 -o 改写到可以写入的文件夹。'],
  ['EMFILE', 'read', '表.xlsx 打不开：同时打开的文件太多', '请关闭一些程序，或分批处理。'],
  ['EIO', 'read', '表.xlsx 读写出错', '请检查磁盘、U 盘或网络是否正常。'],
  ['ESTALE', 'read', '表.xlsx 无法读取（ESTALE）', '请检查磁盘和文件是否正常。'],
  ['ESTALE', 'write', '表.xlsx 无法写入（ESTALE）', '请检查磁盘和文件是否正常。'],
])('%s at a %s is a sentence with a remedy', (code, deed, message, remedy) => {
  expect(inWords(refusedBySystem(code), '表.xlsx', deed)).toEqual(
    new UserError(message, remedy, ExitCode.failure),
  )
})

test.each([[new TypeError('a bug')], [new UserError('已说明', '照做')], ['no error at all']])(
  'what no system call refused comes back as it was: %s',
  (error) => {
    expect(inWords(error, '表.xlsx', 'read')).toBe(error)
  },
)
