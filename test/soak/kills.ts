import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Random, randomOf } from './random.ts'
import { headings, lineOf, soundCases } from './sound-log.ts'

// The built program on a real disk, killed with SIGKILL somewhere on its way: nothing can be tidied up, so whatever
// stands there was whole at every moment.

export interface Kills {
  readonly kills: number
  /** Killed after the new table stood there; before, the old one did. */
  readonly renewed: number
  readonly broken: readonly string[]
}

const program = resolve('bin/ipcase.js')
const unit = '凌源市市场监督管理局'
const tables = ['表.csv', '表.json'] as const
const line = ['report', '台账.csv', ...tables.flatMap((table) => ['-o', table]), '--force']
const recorded = ['--record', '--archive', '存档', '--unit', unit, '--allow-errors', '--no-config', '-q']

function started(args: readonly string[], cwd: string): ChildProcess {
  const env = { ...process.env, IPCASE_AS_OF: '2024-06-07' }
  return spawn(process.execPath, [program, ...args], { cwd, env, stdio: 'ignore' })
}

async function ended(args: readonly string[], cwd: string): Promise<number | null> {
  const [exitCode] = await once(started(args, cwd), 'exit')
  return exitCode
}

async function texts(folder: string): Promise<readonly string[]> {
  return await Promise.all(tables.map((table) => readFile(join(folder, table), 'utf8')))
}

function logText(random: Random): string {
  const comma = { delimiter: ',', lineEnd: '\n', isQuoted: false }
  const cases = Array.from({ length: 200 }, () => soundCases(random)).flat()
  return [headings, ...cases].map((cells) => `${lineOf(cells, comma)}\n`).join('')
}

/** What the archive knows by now stands in the JSON, so that its bytes are not those of the first run. */
function isWhole(now: string, fresh: string): boolean {
  return now === fresh || (now.startsWith('{\n') && now.endsWith('\n}\n'))
}

/** After a kill: each table old or new, the archive sound, and nothing else but a temporary file. */
async function brokenIn(folder: string, fresh: readonly string[]): Promise<readonly string[]> {
  const now = await texts(folder)
  const half = tables.filter((_, at) => now[at] !== '旧表' && !isWhole(now[at] ?? '', fresh[at] ?? ''))
  const strangers = (await readdir(folder)).filter(
    (name) => !/^(表\.|台账\.csv$|存档$|\.ipcase-.*\.tmp$)/.test(name),
  )
  const verified = await ended(['record', '--verify', '--archive', '存档', '--no-config'], folder)
  return [
    ...half.map((table) => `${table} is half written`),
    ...strangers.map((name) => `${name} was left behind`),
    ...(verified === 0 ? [] : [`the archive is damaged: exit ${verified}`]),
  ]
}

async function killOnce(folder: string, most: number, random: Random): Promise<void> {
  for (const table of tables) await writeFile(join(folder, table), '旧表')
  const child = started([...line, ...recorded], folder)
  const exited = once(child, 'exit')
  const timer = setTimeout(() => void child.kill('SIGKILL'), random.below(most))
  await exited
  clearTimeout(timer)
}

export async function killAll(from: number, count: number): Promise<Kills> {
  const folder = await mkdtemp(join(tmpdir(), 'ipcase-kills-'))
  const broken: string[] = []
  let renewed = 0
  try {
    await mkdir(join(folder, '存档'))
    await writeFile(join(folder, '台账.csv'), logText(randomOf(1)))
    const begun = performance.now()
    await ended([...line, ...recorded], folder)
    const most = Math.ceil((performance.now() - begun) * 1.1)
    const fresh = await texts(folder)
    for (let seed = from; seed < from + count; seed++) {
      await killOnce(folder, most, randomOf(seed))
      if ((await texts(folder))[0] === fresh[0]) renewed++
      broken.push(...(await brokenIn(folder, fresh)).map((what) => `kill ${seed}: ${what}`))
    }
    if ((await ended([...line, ...recorded], folder)) === 3) broken.push('the next run fails')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return { kills: count, renewed, broken }
}
