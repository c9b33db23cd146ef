import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { commands } from '../../src/commands/index.ts'
import { ExitCode } from '../../src/io/io.ts'
import { fakeIo, transcript } from '../fake-io.ts'

const manifest = JSON.parse(await readFile('package.json', 'utf8'))
const seeAll = '全部命令见 ipcase --help。'

test.each([[['--version']], [['-V']], [['--version', '--help']]])(
  '%j prints the version alone',
  async (args) => {
    expect(await transcript(args)).toEqual({ exitCode: 0, out: `${manifest.version}\n`, err: '' })
  },
)

test('the overview lists every command with its summary', async () => {
  const { exitCode, out, err } = await transcript(['--help'])
  const lines = out.split('\n').map((line) => line.trim().split(/\s{2,}/))
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
  expect(lines).toEqual(expect.arrayContaining(commands.map(({ name, summary }) => [name, summary])))
})

test.each([[['-h']], [['help']], [['help', '--help']]])('%j prints the overview', async (args) => {
  expect(await transcript(args)).toEqual(await transcript(['--help']))
})

test('nothing to do prints the overview where messages go', async () => {
  const { out } = await transcript(['--help'])
  expect(await transcript([])).toEqual({ exitCode: 2, out: '', err: out })
})

test.each([
  [['zzz'], '没有命令 zzz', seeAll],
  [['help', 'zzz'], '没有命令 zzz', seeAll],
  [['台账.csv'], '没有命令 台账.csv', `您要的可能是 ipcase validate 台账.csv。${seeAll}`],
  [['没有.csv'], '没有命令 没有.csv', seeAll],
  [['--versio'], '没有选项 --versio', `您要的可能是 --version。${seeAll}`],
  [['--unit', '凌源市'], '选项 --unit 前面缺少命令', `请写成 ipcase <命令> --unit。${seeAll}`],
])('%j is refused: %s', async (args, message, remedy) => {
  expect(await transcript(args, { files: { '台账.csv': '' } })).toEqual({
    exitCode: 2,
    out: '',
    err: `ipcase：${message}\n  ${remedy}\n`,
  })
})

test('options may stand before the command', async () => {
  const files = { '台账.csv': '' }
  const args = ['--format', 'json', '--no-color', '台账.csv']
  expect(await transcript(['--no-color', '--format', 'json', 'validate', '台账.csv'], { files })).toEqual(
    await transcript(['validate', ...args], { files }),
  )
})

test('a bug leaves its stack and asks to be reported', async () => {
  const bug = new TypeError('a slip of the programmer')
  const io = fakeIo()
  const broken = { ...io, disk: { ...io.disk, kindOf: () => Promise.reject(bug) } }
  expect(await run(['台账.csv'], broken)).toEqual(ExitCode.bug)
  expect(io.printed).toEqual({
    out: '',
    err: `${bug.stack}\nipcase 自身出错，不是台账的问题。请把以上文字和所用的命令一并发给向您提供本程序的人。\n`,
  })
})
