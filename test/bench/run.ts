import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Contestant } from './contestant.ts'

/** Where commands run, and until when. */
export interface Place {
  readonly folder: string
  readonly signal: AbortSignal
}

interface Ended {
  readonly exitCode: number | null
  readonly milliseconds: number
  readonly output: string
}

const changesWhatIsDone =
  /^(?:IPCASE_|NODE_OPTIONS$|NODE_COMPILE_CACHE$|NODE_V8_COVERAGE$|FORCE_COLOR$|VITEST)/

const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !changesWhatIsDone.test(name)),
)

function start(
  command: readonly string[],
  more: Contestant['env'],
  { folder, signal }: Place,
  isHeard: boolean,
) {
  const [program = '', ...args] = command
  return spawn(program, args, {
    cwd: folder,
    env: { ...environment, ...more },
    stdio: ['ignore', isHeard ? 'pipe' : 'ignore', 'ignore'],
    signal,
  })
}

function run({ command, env }: Contestant, place: Place, isHeard: boolean): Promise<Ended> {
  return new Promise((done, fail) => {
    const began = performance.now()
    let output = ''
    let milliseconds = Number.NaN
    const child = start(command, env, place, isHeard)
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
    child.once('error', fail)
    child.once('exit', () => {
      milliseconds = performance.now() - began
    })
    child.once('close', (exitCode) => done({ exitCode, milliseconds, output }))
  })
}

/** Runs it once unmeasured, and sees that it does its work. */
export async function warmUp(contestant: Contestant, place: Place): Promise<void> {
  const { exitCode, output } = await run(contestant, place, true)
  if (exitCode === contestant.exitCode && output.includes(contestant.says)) return
  throw new Error(`${contestant.title}: exit code ${exitCode}, ${output.slice(-400)}`)
}

export async function time(contestant: Contestant, place: Place): Promise<number> {
  const { exitCode, milliseconds } = await run(contestant, place, false)
  if (exitCode !== contestant.exitCode) throw new Error(`${contestant.title}: exit code ${exitCode}`)
  return milliseconds
}

const hook = pathToFileURL(resolve('test/bench/say-peak.js')).href

/** Peak memory of a run of its own, all threads included. */
export async function weigh(contestant: Contestant, place: Place): Promise<number> {
  const [node = '', ...args] = contestant.command
  const file = join(place.folder, 'peak')
  const command = [node, '--import', hook, ...args]
  await time({ ...contestant, command, env: { ...contestant.env, BENCH_PEAK_FILE: file } }, place)
  return Number(await readFile(file, 'utf8')) / 1024
}
