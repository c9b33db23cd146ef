import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ExitCode, UserError } from '../../src/io/io.ts'
import { nodeIo } from '../../src/io/node-io.ts'

const { disk, template } = nodeIo()
const bytes = new TextEncoder().encode('案件类型\n')
const once = { force: false }
const anyway = { force: true }

let folder = ''
const at = (name: string) => join(folder, name)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '办案-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

function failure(message: string, remedy: string): UserError {
  return new UserError(message, remedy, ExitCode.failure)
}

async function collected(path: string): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of disk.stream(path)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const checkPath = '请检查路径和文件名是否写对。'

test('a file is written and read as it is', async () => {
  await disk.write(at('台账.csv'), bytes, once)
  expect(await collected(at('台账.csv'))).toEqual('案件类型\n')
  expect(await disk.read(at('台账.csv'))).toEqual(Buffer.from(bytes))
})

test('writing makes the parent folders and leaves nothing beside the file', async () => {
  await disk.write(at('六月/上报/表.csv'), bytes, once)
  expect(await readdir(at('六月/上报'))).toEqual(['表.csv'])
})

test('an existing file stays without force', async () => {
  await writeFile(at('表.csv'), '旧')
  await expect(disk.write(at('表.csv'), bytes, once)).rejects.toEqual(
    failure(`${at('表.csv')} 已经存在`, '换一个文件名；确要替换的，加 --force。'),
  )
  expect(await readFile(at('表.csv'), 'utf8')).toEqual('旧')
  expect(await readdir(folder)).toEqual(['表.csv'])
})

test('of many who write one name at once, one succeeds and its bytes are whole', async () => {
  const writers = Array.from({ length: 20 }, (_, each) => Buffer.from(`${each}\n`.repeat(50_000)))
  const results = await Promise.allSettled(writers.map((data) => disk.write(at('表.csv'), data, once)))
  const winners = writers.filter((_, each) => results[each]?.status === 'fulfilled')
  expect(winners).toEqual([await readFile(at('表.csv'))])
  expect(await readdir(folder)).toEqual(['表.csv'])
})

test('with force the file is replaced, its permissions kept', async () => {
  await writeFile(at('表.csv'), '旧')
  await chmod(at('表.csv'), 0o600)
  await disk.write(at('表.csv'), bytes, anyway)
  expect(await readFile(at('表.csv'), 'utf8')).toEqual('案件类型\n')
  expect((await stat(at('表.csv'))).mode & 0o777).toEqual(0o600)
})

test('with force what a link points to is replaced, not the link', async () => {
  await writeFile(at('表.csv'), '旧')
  await symlink(at('表.csv'), at('最新.csv'))
  await disk.write(at('最新.csv'), bytes, anyway)
  expect(await readFile(at('表.csv'), 'utf8')).toEqual('案件类型\n')
  expect(await disk.list(folder)).toEqual([
    { name: '最新.csv', kind: 'file' },
    { name: '表.csv', kind: 'file' },
  ])
})

test('a folder is listed with what each entry is', async () => {
  await writeFile(at('表.csv'), '')
  await mkdir(at('六月'))
  await symlink(at('六月'), at('本月'))
  await symlink(at('没有'), at('断链.csv'))
  const entries = [...(await disk.list(folder))].sort((one, other) => (one.name < other.name ? -1 : 1))
  expect(entries).toEqual([
    { name: '六月', kind: 'folder' },
    { name: '断链.csv', kind: 'other' },
    { name: '本月', kind: 'other' },
    { name: '表.csv', kind: 'file' },
  ])
})

test('what stands at a path is a file, a folder or nothing', async () => {
  await writeFile(at('表.csv'), '')
  expect(await disk.kindOf(at('表.csv'))).toEqual('file')
  expect(await disk.kindOf(folder)).toEqual('folder')
  expect(await disk.kindOf(at('没有.csv'))).toEqual('absent')
  expect(await disk.kindOf(at('表.csv/没有.csv'))).toEqual('absent')
})

test('every name of a file is the same file', async () => {
  await writeFile(at('表.csv'), '')
  await symlink(at('表.csv'), at('最新.csv'))
  await writeFile(at('副本.csv'), '')
  const names = ['表.csv', './表.csv', '最新.csv', '副本.csv', '没有.csv']
  const [file, same, linked, copy, absent] = await Promise.all(names.map((name) => disk.identityOf(at(name))))
  expect([same, linked, absent]).toEqual([file, file, undefined])
  expect(copy).not.toEqual(file)
})

const refusals: readonly [string, () => Promise<unknown>, () => UserError][] = [
  [
    'reading what is missing',
    () => disk.read(at('没有.csv')),
    () => failure(`${at('没有.csv')} 不存在`, checkPath),
  ],
  [
    'streaming what is missing',
    () => collected(at('没有.csv')),
    () => failure(`${at('没有.csv')} 不存在`, checkPath),
  ],
  ['listing what is missing', () => disk.list(at('没有')), () => failure(`${at('没有')} 不存在`, checkPath)],
  [
    'reading a folder',
    () => disk.read(folder),
    () => failure(`${folder} 是文件夹，不是文件`, '请写明文件夹里的文件名。'),
  ],
  [
    'streaming a folder',
    () => collected(folder),
    () => failure(`${folder} 是文件夹，不是文件`, '请写明文件夹里的文件名。'),
  ],
  [
    'writing a folder',
    () => disk.write(folder, bytes, anyway),
    () => failure(`${folder} 是文件夹，不是文件`, '请写明文件夹里的文件名。'),
  ],
  [
    'a name too long to be one',
    () => disk.write(at('长'.repeat(100)), bytes, once),
    () => failure(`${at('长'.repeat(100))} 名称太长`, '请把文件名或路径改短。'),
  ],
  [
    'a name with a character no name can have',
    () => disk.read(at('表\0.csv')),
    () => failure(`${at('表\0.csv')} 的名称不合规`, '请检查文件名中是否有不能用的字符。'),
  ],
]

test.each(refusals)('%s is a sentence with a remedy', async (_, work, expected) => {
  await expect(work()).rejects.toEqual(expected())
  expect(await readdir(folder)).toEqual([])
})

test('a file in the place of a folder is a sentence with a remedy', async () => {
  await writeFile(at('表.csv'), '')
  const inside = at('表.csv/新.csv')
  const refused = failure(`${inside} 的上级路径不是文件夹`, '请检查路径是否写对。')
  await expect(disk.write(inside, bytes, once)).rejects.toEqual(refused)
  await expect(disk.read(inside)).rejects.toEqual(refused)
  await expect(disk.list(at('表.csv'))).rejects.toEqual(
    failure(`${at('表.csv')} 的上级路径不是文件夹`, '请检查路径是否写对。'),
  )
})

test('a link that leads to itself is a sentence with a remedy', async () => {
  await symlink(at('甲'), at('乙'))
  await symlink(at('乙'), at('甲'))
  await expect(disk.kindOf(at('甲'))).rejects.toEqual(
    failure(`${at('甲')} 的符号链接绕成了圈`, '请改用真实的路径。'),
  )
})

test('templates are read from the package', async () => {
  expect(JSON.parse(Buffer.from(await template('schema/config.json')).toString()).type).toEqual('object')
})
