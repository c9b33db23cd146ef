import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { commandHelp } from '../../src/commands/help.ts'
import { commands } from '../../src/commands/index.ts'
import { parseArguments } from '../../src/commands/parse.ts'
import { ExitCode } from '../../src/io/io.ts'
import { displayWidth } from '../../src/render/width.ts'
import { exampleLog } from '../example-log.ts'
import { fakeIo, transcript } from '../fake-io.ts'
import { sample } from './sample-command.ts'

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

test('a command’s help names its arguments, options, choices, defaults and examples', async () => {
  await expect(commandHelp(sample, undefined)).toMatchFileSnapshot('golden/help.txt')
})

test('on a narrow terminal the help is wrapped beside its column', async () => {
  const help = commandHelp(sample, 60)
  await expect(help).toMatchFileSnapshot('golden/help-60.txt')
  const wide = help.split('\n').filter((line) => displayWidth(line) > 60)
  expect(wide).toEqual([])
})

test.each(commands)(
  'ipcase help $name is what ipcase $name --help says, in Chinese',
  async ({ name, summary }) => {
    const help = await transcript(['help', name])
    expect(help).toEqual(await transcript([name, '--help']))
    expect([help.exitCode, help.err, help.out.split('\n')[0]]).toEqual([0, '', summary])
    expect(help.out).not.toMatch(/usage|options|default|choices|display/i)
  },
)

test.each(commands)('every example of ipcase $name is one that ipcase reads', async ({ name, load }) => {
  const { default: command } = await load()
  expect(command.examples.length).toBeGreaterThan(0)
  for (const { line } of command.examples) {
    const [first, ...words] = line.split(' ')
    expect(first).toEqual(name)
    expect(parseArguments({ name, command }, words)).toEqual({
      operands: expect.any(Array),
      options: expect.any(Object),
      words: line.split(' '),
    })
  }
})

const faulty = exampleLog([{ filed: '' }])
const doubtful = exampleLog([{ published: '', url: '' }])

/** The command that the last lines of a run suggest. */
async function suggested(words: readonly string[], log: string): Promise<string | undefined> {
  const { out, err } = await transcript(words, {
    files: { '凌源.csv': log, '问题.csv': '规则,所据内容,说明\n' },
  })
  return /再运行 (ipcase .*)/.exec(out + err)?.[1]
}

test.each([
  ['validate 凌源.csv', 'validate 凌源.csv'],
  [
    'validate 凌源.csv --as-of 2024-06-07 --rule url-missing=off',
    'validate 凌源.csv --as-of 2024-06-07 --rule url-missing=off',
  ],
  ['validate 凌源.csv -f text -o 问题.xlsx', 'validate 凌源.csv -f text -o 问题.xlsx --explained 问题.xlsx'],
  ['validate 凌源.csv -f text -o 问题.html', 'validate 凌源.csv -f text -o 问题.html --force'],
  ['report 凌源.csv --unit 凌源市 -o 统计表.xlsx', 'report 凌源.csv --unit 凌源市 -o 统计表.xlsx --force'],
  ['report 凌源.csv --explained 问题.csv', 'report 凌源.csv --explained 问题.csv'],
  ['number 凌源.csv', 'number 凌源.csv --force'],
])('after %s the next run is %s', async (line, next) => {
  expect(await suggested(line.split(' '), doubtful)).toBe(`ipcase ${next}`)
})

test.each([
  'report 凌源.csv -o 统计表.xlsx -o 统计表.pdf',
  'record 凌源.csv --archive 报送存档 --unit 凌源市',
])('where errors kept %s from writing, it is run as it was', async (line) => {
  expect(await suggested(line.split(' '), faulty)).toBe(`ipcase ${line}`)
})
