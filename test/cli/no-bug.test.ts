import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownFolder } from '../own-folder.ts'
import { program } from '../program.ts'
import { randomOf } from '../soak/random.ts'
import { headings, lineOf, soundCases } from '../soak/sound-log.ts'

// What the machine does to a run, and what is no fault of the program: never 70, and the table where it can be had.

const comma = { delimiter: ',', lineEnd: '\n', isQuoted: false }

function logOf(logs: number): string {
  const cases = Array.from({ length: logs }, (_, seed) => soundCases(randomOf(seed))).flat()
  return [
    '填报单位：凌源市市场监督管理局',
    ...[headings, ...cases].map((cells) => lineOf(cells, comma)),
    '',
  ].join('\n')
}

const folder = ownFolder()
await writeFile(join(folder, '台账.csv'), logOf(1))
await writeFile(join(folder, '长台账.csv'), logOf(2500))

interface Ran {
  readonly exitCode: number
  readonly out: string
  readonly err: string
}

/** As typed into a shell; `ipcase` stands for the built program. */
function ran(line: string): Promise<Ran> {
  const ipcase = `ipcase() { "${process.execPath}" $NODE_FLAGS "${program}" "$@"; }`
  const setting = { cwd: folder, env: { ...process.env, IPCASE_AS_OF: '2024-06-07' } }
  return new Promise((done) => {
    execFile('bash', ['-c', `${ipcase}; ${line}`], setting, (error, out, err) => {
      done({ exitCode: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

const table = 'ipcase report 台账.csv --no-config'

test('the table is whole whether or not anybody hears what is said beside it', async () => {
  const { exitCode, out } = await ran(table)
  expect(exitCode).toBe(0)
  for (const unheard of ['2>/dev/full', '2>&-', '2</dev/null', '2>/dev/null']) {
    expect(await ran(`${table} ${unheard}`)).toEqual({ exitCode, out, err: '' })
  }
})

const noFile = 'ipcase report 没有.csv --no-config'
const noSpace = 'ipcase：标准输出 写不下：磁盘空间已满\n  请清理磁盘，或用 -o 改写到别处。\n'

test.each<readonly [what: string, line: string, exitCode: number, err: string]>([
  ['a failure nobody can be told of', `${noFile} 2>/dev/full`, 3, ''],
  ['findings nobody can be told of', 'ipcase report 长台账.csv --no-config 2>/dev/full', 1, ''],
  ['a misuse nobody can be told of', 'ipcase reprot 2>/dev/full', 2, ''],
  ['a table that does not fit', `${table} -q >/dev/full`, 3, noSpace],
  ['neither table nor sentence fits', `${table} >/dev/full 2>/dev/full`, 3, ''],
  ['standard output is closed', `${table} -q >&-`, 0, ''],
  ['nothing at all is open', `${table} <&- >&- 2>&-`, 0, ''],
])('%s: the exit code of the contract', async (_, line, exitCode, err) => {
  expect(await ran(line)).toEqual({ exitCode, out: '', err })
})

const gone = 'mkdir gone && cd gone && rmdir ../gone &&'

test('a working folder that somebody has deleted is a sentence', async () => {
  const { exitCode, err } = await ran(`${gone} ipcase report 台账.csv`)
  expect({ exitCode, err }).toEqual({
    exitCode: 3,
    err: 'ipcase：当前文件夹已经不在了：被删除或改了名\n  请用 cd 换到别的文件夹，再运行一次。\n',
  })
})

test('what needs no folder is said in one that is deleted', async () => {
  const { exitCode, out } = await ran(`${gone} ipcase --help`)
  expect({ exitCode, isHelp: out.includes('validate') }).toEqual({ exitCode: 0, isHelp: true })
})

test('where memory will not do for the table, that is said before Node dies of it', async () => {
  const line = 'ipcase report 长台账.csv --no-config --allow-errors -q -o 表.csv'
  const { exitCode, err } = await ran(`NODE_FLAGS=--max-old-space-size=32; ${line}`)
  expect({ exitCode, err }).toEqual({
    exitCode: 3,
    err: `ipcase：内存不够：台账太大，程序最多能用 32 MB 内存
  请分几次处理；电脑内存够大的，先设环境变量 NODE_OPTIONS=--max-old-space-size=8192 再运行。\n`,
  })
  await expect(readFile(join(folder, '表.csv'))).rejects.toThrow('ENOENT')
})

test('a small heap does for a log of an ordinary county', async () => {
  const { exitCode } = await ran(`NODE_FLAGS=--max-old-space-size=32; ${table} -q -o 县表.csv`)
  expect(exitCode).toBe(0)
})
