import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLog } from '../bench/make-log.ts'
import { buildProgram } from '../program.ts'

let folder = ''

/** More than is read before the first row is looked at. */
const rows = 8000
const count = 16

/** The program, but for threads that begin at once, and logs that are long when they are not short. */
const eager = `
  import cli from './program/cli.cjs'
  import door from './program/door.cjs'
  const io = door.nodeIo()
  let begun = 0
  const start = (known) => {
    begun++
    return io.threads.start(known)
  }
  const threads = { ...io.threads, worthCases: 0, stretchBytes: 10_000, start }
  process.exitCode = await cli.run(process.argv.slice(2), { ...io, threads })
  process.stderr.write(\`\${begun} begun\`)`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ipcase-'))
  const entries = { cli: 'src/cli.ts', worker: 'src/worker.ts', door: 'src/io/node-io.ts' }
  await buildProgram(join(folder, 'program'), entries)
  await writeFile(join(folder, 'run.mjs'), eager)
  const logs = join(folder, '报送')
  await mkdir(logs)
  for (let log = 0; log < count; log++) {
    const recipe = { rows, isFaulty: log % 5 === 3, isQuoted: log % 2 === 0, firstNumber: log * rows }
    await makeLog(join(logs, `${log}.csv`), { ...recipe, encoding: log % 3 === 0 ? 'gb18030' : 'utf-8' })
  }
  await cp(join(logs, '1.csv'), join(logs, '12.csv'))
  await cp('fixtures/logs', join(logs, '样'), { recursive: true })
})

afterAll(() => rm(folder, { recursive: true }))

async function ended(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [...args], { cwd: folder, env: { ...process.env, ...env } })
  const [out, err, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { exitCode, out, err }
}

test.each(['text', 'json', 'csv'])('three threads say byte by byte what one says, as %s', async (format) => {
  const found = { 报送: 3, '报送/1.csv': 0, '报送/3.csv': 1, '报送/8.csv': 1, '报送/9.csv': 0 }
  for (const [logs, exitCode] of Object.entries(found)) {
    const args = ['run.mjs', 'validate', logs, '-f', format, '--as-of', '2024-06-07']
    const [one, three] = await Promise.all(
      ['1', '3'].map((threads) => ended(args, { IPCASE_THREADS: threads })),
    )
    expect(three).toEqual({ ...one, err: '2 begun' })
    expect(one).toMatchObject({ exitCode, err: '0 begun' })
  }
})

/** What a script does with the real door, in a process that must end by itself. */
async function script(work: string) {
  const path = join(folder, `${crypto.randomUUID()}.mjs`)
  const types = `['商标侵权']`
  const known = `{ circumstances: { asOf: '2024-06-07', types: ${types}, foldsRepeatedLogs: true, showsAll: true }, overrides: {}, text: {} }`
  await writeFile(
    path,
    `import door from './program/door.cjs'\nconst { threads } = door.nodeIo()\nconst known = ${known}\n${work}`,
  )
  return await ended([path])
}

test('a thread answers question by question and holds nothing open', async () => {
  const { out, err } = await script(`
    const thread = await threads.start(known)
    const answers = await Promise.all(['报送/0.csv', '报送/1.csv', '没有.csv'].map((log) => thread.ask({ errand: { log } })))
    console.log(JSON.stringify(answers.map(({ apart }) => apart?.read.cases)))`)
  expect({ out, err }).toEqual({ out: `[${rows},${rows},null]\n`, err: '' })
})

test('a thread that breaks or is ended answers nothing more, and says so', async () => {
  const { out, err } = await script(`
    const refused = (asked) => asked.then(() => 'answered', (error) => error.constructor.name)
    const broken = await threads.start(undefined)
    console.log(await refused(broken.ask({ errand: { log: '报送/0.csv' } })), await refused(broken.ask({ errand: { log: '报送/0.csv' } })))
    const ended = await threads.start(known)
    const asked = ended.ask({ errand: { log: '报送/0.csv' } })
    ended.end()
    console.log(await refused(asked), await refused(ended.ask({ errand: { log: '报送/0.csv' } })))`)
  expect({ out, err }).toEqual({ out: 'TypeError TypeError\nError Error\n', err: '' })
})

test('a run whose threads are at work is interrupted like any other', async () => {
  const { exitCode } = await script(`
    const thread = await threads.start(known)
    await thread.ask({ errand: { log: '报送/0.csv' } })
    for (let log = 0; log < 16; log++) void thread.ask({ errand: { log: \`报送/\${log}.csv\` } }).catch(() => undefined)
    process.kill(process.pid, 'SIGINT')`)
  expect(exitCode).toBe(130)
})

test('an answer stands in the room that came with its question, or in a larger one', async () => {
  const { out, err } = await script(`
    const thread = await threads.start(known)
    const ask = (log, room) => thread.ask({ errand: { log }, room })
    const tooSmall = new SharedArrayBuffer(1024)
    const { apart, room } = await ask('报送/0.csv', tooSmall)
    const mark = new Int32Array(room, room.byteLength - 4)
    mark[0] = 42
    const again = await ask('报送/1.csv', room)
    const nothing = await ask('没有.csv', again.room)
    const marks = [room, again.room, nothing.room].map((each) => new Int32Array(each, each.byteLength - 4)[0])
    const isInRoom = ({ apart, room }) => [apart.findings.places, apart.memory.numbers.table.numbers].every(({ buffer }) => buffer === room)
    console.log(room.byteLength > 1024, isInRoom({ apart, room }), isInRoom(again), marks.join())`)
  expect({ out, err }).toEqual({ out: 'true true true 42,42,42\n', err: '' })
})
