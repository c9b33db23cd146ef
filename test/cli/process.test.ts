import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { tool } from '../../src/model/tool.ts'
import { ownFolder } from '../own-folder.ts'
import { buildParts, program } from '../program.ts'

const manifest = JSON.parse(await readFile('package.json', 'utf8'))

const folder = ownFolder()

beforeAll(async () => {
  await buildParts(join(folder, 'parts'), { door: 'src/io/node-io.ts' })
})

/** A process that does this with the real `io`. */
async function started(work: string, stdout: 'pipe' | number = 'pipe'): Promise<ChildProcess> {
  const script = join(folder, `${crypto.randomUUID()}.mjs`)
  await writeFile(script, `import door from './parts/door.cjs'\nconst io = door.nodeIo()\n${work}`)
  const child = spawn(process.execPath, [script], { stdio: ['pipe', stdout, 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function text(stream: AsyncIterable<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream ?? []) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const sayError = "console.error(error.message + '。' + error.remedy); process.exitCode = error.exitCode"

test('a reader that has seen enough ends the output, not the run', async () => {
  const child = await started(`
    for (let i = 0; i < 100; i++) await io.out.write('行\\n'.repeat(100_000))
    await io.err.write('到底了')
    process.exitCode = 1`)
  child.stdout?.once('data', () => child.stdout?.destroy())
  const [said, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect({ said, exitCode }).toEqual({ said: '到底了', exitCode: 1 })
})

test('a full disk under standard output is a sentence', async () => {
  const full = await open('/dev/full', 'w')
  const child = await started(`await io.out.write('行\\n').catch((error) => { ${sayError} })`, full.fd)
  const [said, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  await full.close()
  expect({ said, exitCode }).toEqual({
    said: '标准输出 写不下：磁盘空间已满。请清理磁盘，或用 -o 改写到别处。\n',
    exitCode: 3,
  })
})

test('a slow reader holds the writer back', async () => {
  const child = await started(`
    let written = 0
    process.on('SIGUSR2', () => console.error(written))
    for (; written < 100; written++) await io.out.write('x'.repeat(1 << 20))`)
  await once(child.stdout ?? child, 'readable')
  await wait(200)
  child.kill('SIGUSR2')
  const [written] = await once(child.stderr ?? child, 'data')
  expect(Number(written)).toBeLessThan(2)
  expect((await text(child.stdout)).length).toEqual(100 << 20)
})

test('a reader that comes late gets all that was said', async () => {
  const words = `"${process.execPath}" "${program}" validate fixtures/logs -f json`
  const child = spawn('bash', ['-c', `${words} | (sleep 1; cat)`])
  const said = JSON.parse(await text(child.stdout))
  expect(said.exitCode).toBe(3)
})

test('standard input is read to its end', async () => {
  const child = await started(`
    let length = 0
    for await (const chunk of io.stdin()) length += chunk.length
    await io.out.write(String(length))`)
  child.stdin?.end('x'.repeat(3 << 20))
  expect(await text(child.stdout)).toEqual(String(3 << 20))
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s leaves no partial file and exits with 130',
  async (signal) => {
    const target = await mkdtemp(join(folder, 'out-'))
    const child = await started(`
    const data = new Uint8Array(64 << 20)
    for (;;) await io.disk.write(${JSON.stringify(join(target, '表.xlsx'))}, data, { force: true })`)
    const exited = once(child, 'exit')
    while (!(await readdir(target)).some((name) => name.endsWith('.tmp'))) await wait(5)
    child.kill(signal)
    const [exitCode] = await exited
    expect(exitCode).toEqual(130)
    expect((await readdir(target)).filter((name) => name !== '表.xlsx')).toEqual([])
  },
)

test('what is thrown where nobody waits for it is a bug, not a finding', async () => {
  const stray = 'data:text/javascript,setTimeout(() => { throw new TypeError("stray") }, 500)'
  const child = spawn(process.execPath, ['--import', stray, program, 'validate', '-'])
  const [out, err, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  expect({ out, exitCode }).toEqual({ out: '', exitCode: 70 })
  expect(err).toMatch(/^TypeError: stray\n[\s\S]+\nipcase 自身出错，不是台账的问题。.+\n$/)
})

test.each([
  ['6.17.1', false],
  ['18.20.8', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.0.0', true],
])('what Node %s is told', async (version, isServed) => {
  const pretend = join(folder, `${version}.cjs`)
  const versions = `{ ...process.versions, node: '${version}' }`
  await writeFile(pretend, `Object.defineProperty(process, 'versions', { value: ${versions} })`)
  const child = spawn(process.execPath, ['--require', pretend, program, '--version'])
  const [out, err, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  const refusal = `ipcase：这台电脑上的 Node.js 是 ${version}，太旧了\n  请到 nodejs.org 下载安装 20.19 或更新的版本。\n`
  const told = isServed
    ? { out: `${tool.version}\n`, err: '', exitCode: 0 }
    : { out: '', err: refusal, exitCode: 3 }
  expect({ out, err, exitCode }).toEqual(told)
  expect(manifest.engines.node).toBe('>=20.19')
})
