import { execFile, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { ownFolder } from '../own-folder.ts'
import { program } from '../program.ts'

// Cases of a bureau leave the machine with nobody's knowledge if they leave it at all: so nothing opens a connection.

const log = `填报单位：凌源市市场监督管理局
案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注
商标侵权,朝市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1.html,
`

/** Whatever leads out of the machine is told to whoever listens and then refused. */
const guard = `
const refuse = (name) => () => {
  require('node:fs').writeSync(2, 'NETWORK: ' + name + '\\n')
  throw new Error('network: ' + name)
}
const modules = {
  'node:net': ['connect', 'createConnection', 'createServer'],
  'node:tls': ['connect', 'createServer'],
  'node:http': ['request', 'get', 'createServer'],
  'node:https': ['request', 'get', 'createServer'],
  'node:http2': ['connect', 'createServer'],
  'node:dgram': ['createSocket'],
  'node:dns': ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'],
  'node:child_process': ['spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync'],
}
for (const [name, members] of Object.entries(modules)) {
  const found = require(name)
  for (const member of members) found[member] = refuse(name + '.' + member)
}
const { Socket, Server } = require('node:net')
Socket.prototype.connect = refuse('Socket.connect')
Server.prototype.listen = refuse('Server.listen')
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = refuse(name)
if (process.env.PROVE_THE_GUARD === 'fetch') fetch('http://localhost')
if (process.env.PROVE_THE_GUARD === 'net') require('node:net').connect(80)
if (process.env.PROVE_THE_GUARD === 'socket') new Socket().connect(80)
`

const folder = ownFolder()
await writeFile(join(folder, '台账.csv'), log)
await writeFile(join(folder, '旧.csv'), log.replace('1号', '2号'))
await writeFile(join(folder, 'guard.cjs'), guard)

interface Ran {
  readonly exitCode: number
  readonly said: string
}

function ran(before: readonly string[], args: readonly string[], proof = ''): Promise<Ran> {
  const env = { ...process.env, IPCASE_AS_OF: '2024-06-07', PROVE_THE_GUARD: proof }
  const [file = '', ...words] = [...before, process.execPath, '--require', './guard.cjs', program, ...args]
  return new Promise((done) => {
    execFile(file, words, { cwd: folder, env }, (error, out, err) => {
      done({ exitCode: typeof error?.code === 'number' ? error.code : 0, said: out + err })
    })
  })
}

/** Each command with what reaches most of it. */
const lines: Readonly<Record<string, string>> = {
  report:
    'report 台账.csv -o 表.xlsx -o 表.docx -o 表.pdf -o 表.html -o 表.md -o 表.csv -o 表.json --archive 存档 --record',
  validate: 'validate 台账.csv 旧.csv -o 问题.xlsx -o 问题.html -f json',
  number: 'number 台账.csv',
  fix: 'fix 台账.csv -o 改.csv',
  deadline: 'deadline --ics -o 期限.ics',
  record: 'record 台账.csv --archive 另存',
  diff: 'diff 旧.csv 台账.csv',
  collect: 'collect 台账.csv 旧.csv',
  template: 'template -o 录入.xlsx',
  explain: 'explain url-too-general',
  init: 'init --unit 凌源',
  completion: 'completion bash',
}

test.each(['fetch', 'net', 'socket'])('the guard sees %s', async (proof) => {
  const { exitCode, said } = await ran([], ['--version'], proof)
  expect({ exitCode: exitCode > 0, isSeen: said.includes('NETWORK:') }).toEqual({
    exitCode: true,
    isSeen: true,
  })
})

test('every command is tried', () => {
  expect(Object.keys(lines).toSorted()).toEqual(commands.map(({ name }) => name).toSorted())
})

test.each(Object.entries(lines))(
  '%s opens no connection and starts no program',
  async (_, line) => {
    const { exitCode, said } = await ran([], line.split(' '))
    expect(said).not.toContain('NETWORK')
    expect([0, 1, 4]).toContain(exitCode)
  },
  30_000,
)

const isCut = spawnSync('unshare', ['-rn', 'true']).status === 0

test.runIf(isCut)('a report is made where there is no network at all', async () => {
  const { exitCode } = await ran(['unshare', '-rn'], ['report', '台账.csv', '--no-config', '-o', '无网.xlsx'])
  expect(exitCode).toBe(0)
  expect((await readFile(join(folder, '无网.xlsx'))).length).toBeGreaterThan(1000)
})
