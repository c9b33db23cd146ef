import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, expect, test } from 'vitest'
import { ownFolder } from '../own-folder.ts'

const headings = '案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const log = [
  headings,
  ...Array.from({ length: 50 }, (_, at) => `商标侵权,〔2024〕${at}号,2024-03-05,,,,,`),
].join('\n')

let folder = ''
const at = (name: string) => join(folder, name)

const program = ownFolder()
await cp('dist', program, { recursive: true })
await chmod(program, 0o755)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '办案-'))
  await chmod(folder, 0o755)
  await writeFile(at('台账.csv'), log)
  return () => rm(folder, { recursive: true })
})

interface Ended {
  readonly exitCode: number
  readonly err: string
}

/** No wall stops the superuser. */
const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

async function report(words: string, limits = 'true'): Promise<Ended> {
  const args = [
    join(program, 'main.cjs'),
    'report',
    ...words.split(' '),
    '--unit',
    '凌源市局',
    '--as-of',
    '2024-06-07',
    '-q',
  ]
  const shell = ['--norc', '-c', `${limits} && exec "$@"`, '-', process.execPath, ...args]
  return await promisify(execFile)('bash', shell, { cwd: folder, ...somebody }).then(
    ({ stderr }) => ({ exitCode: 0, err: stderr }),
    ({ code, stderr }) => ({ exitCode: code, err: stderr }),
  )
}

test('a failure in the middle of a file leaves the old one whole and nothing beside it', async () => {
  await mkdir(at('上报'))
  await chmod(at('上报'), 0o777)
  await writeFile(at('上报/表.csv'), '旧')
  await chmod(at('上报/表.csv'), 0o666)
  expect(await report('台账.csv -o 上报/表.csv --force', 'ulimit -f 1')).toEqual({
    exitCode: 3,
    err: 'ipcase：上报/表.csv 太大，磁盘格式存不下\n  请用 -o 改写到别处。\n',
  })
  expect([await readdir(at('上报')), await readFile(at('上报/表.csv'), 'utf8')]).toEqual([['表.csv'], '旧'])
  expect(await report('台账.csv -o 上报/表.csv --force')).toEqual({ exitCode: 0, err: '' })
  expect([await readdir(at('上报')), await readFile(at('上报/表.csv'), 'utf8')]).toEqual([
    ['表.csv'],
    expect.stringContaining('〔2024〕49号'),
  ])
})

test.each(['表.csv', '新/表.csv'])('%s in a folder that nobody may write to is a sentence', async (name) => {
  await chmod(folder, 0o555)
  expect(await report(`台账.csv -o ${name}`)).toEqual({
    exitCode: 3,
    err: `ipcase：${name} 没有写入权限\n  请先在 Excel/WPS 中关闭该文件；仍不行，请用 -o 改写到自己的文件夹。\n`,
  })
  expect(await readdir(folder)).toEqual(['台账.csv'])
  await chmod(folder, 0o755)
})

test('a log that nobody may read is named, and no table is made', async () => {
  await chmod(at('台账.csv'), 0o200)
  const { exitCode, err } = await report('台账.csv')
  expect(exitCode).toBe(3)
  expect(err).toContain('台账.csv：没有读取权限 → 请让文件的主人开放权限')
})

test('a log is not replaced under any of its names', async () => {
  await chmod(folder, 0o777)
  await symlink('台账.csv', at('表.csv'))
  expect(await report('台账.csv -o 表.csv --force')).toEqual({
    exitCode: 3,
    err: 'ipcase：表.csv 是要读取的文件，不能替换它\n  请换一个文件名。\n',
  })
  expect(await readFile(at('台账.csv'), 'utf8')).toBe(log)
})

test('a full disk under standard output is a sentence', async () => {
  expect(await report('台账.csv -f csv', 'exec >/dev/full')).toEqual({
    exitCode: 3,
    err: 'ipcase：标准输出 写不下：磁盘空间已满\n  请清理磁盘，或用 -o 改写到别处。\n',
  })
})
