import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Contest, Entry } from './contests.ts'

export interface Timing {
  readonly entry: Entry
  readonly milliseconds: number
  readonly peakMebibytes: number | undefined
}

// Node starts three times slower with certificates of its own; the others would change what is done.
const leftOut =
  /^(?:NODE_EXTRA_CA_CERTS$|IPCASE_|NODE_OPTIONS$|NODE_COMPILE_CACHE$|NODE_V8_COVERAGE$|FORCE_COLOR$|VITEST)/

const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !leftOut.test(name)))

/** Runs it whole; what it says goes nowhere. */
function timed(
  { title, command, exitCode = 0 }: Entry,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const [program = '', ...args] = command
  return new Promise((done, fail) => {
    const began = performance.now()
    const child = spawn(program, args, { cwd: folder, env: { ...environment, ...env }, stdio: 'ignore' })
    child.once('error', fail)
    child.once('exit', (code) => {
      if (code === exitCode) done(performance.now() - began)
      else fail(new Error(`${title}: exit code ${code}`))
    })
  })
}

const hook = pathToFileURL(resolve('test/bench/say-peak.js')).href

async function weighed({ command: [node = '', ...args], ...entry }: Entry, folder: string): Promise<number> {
  const file = join(folder, 'peak')
  await timed({ ...entry, command: [node, '--import', hook, ...args] }, folder, { BENCH_PEAK_FILE: file })
  return Number(await readFile(file, 'utf8')) / 1024
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Those that do their work; of ours every one has to. */
async function able(
  entries: readonly Entry[],
  folder: string,
  say: (line: string) => void,
): Promise<readonly Entry[]> {
  const fit: Entry[] = []
  for (const entry of entries) {
    try {
      await timed(entry, folder)
      fit.push(entry)
    } catch (error) {
      if (!entry.isPeer) throw error
      say(`${entry.title} 没有装，或没有做完，未列入。`)
    }
  }
  return fit
}

/** Once unmeasured, then one run of each, then the next of each. */
export async function hold(
  { entries, runs }: Contest,
  folder: string,
  say: (line: string) => void,
): Promise<readonly Timing[]> {
  const fit = await able(entries, folder, say)
  const times = new Map<Entry, number[]>(fit.map((entry) => [entry, []]))
  for (let run = 0; run < runs; run++) {
    for (const [entry, taken] of times) taken.push(await timed(entry, folder))
  }
  const timings: Timing[] = []
  for (const [entry, taken] of times) {
    const peakMebibytes = entry.isWeighed ? await weighed(entry, folder) : undefined
    timings.push({ entry, milliseconds: median(taken), peakMebibytes })
  }
  return timings
}
