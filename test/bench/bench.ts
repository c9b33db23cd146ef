import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { judge } from './bounds.ts'
import { type Competed, compete } from './compete.ts'
import { benchmarksDocument } from './document.ts'
import { heatsOf } from './heats.ts'
import { findPeers, type Peers } from './peers.ts'
import type { Machine, Results } from './results.ts'
import { full, quick } from './scale.ts'
import { screen } from './screen.ts'
import { exitCodeOf } from './verdict.ts'

export interface Bench {
  readonly isQuick: boolean
  /** Logs are written in a folder in it, and removed however the bench ends. */
  readonly temporary: string
  /** Whether docs/benchmarks.md is written. */
  readonly isWritten: boolean
  readonly signal: AbortSignal
  readonly out: (text: string) => void
  readonly say: (line: string) => void
}

function thisMachine(): Machine {
  const [first] = cpus()
  return {
    cpu: first?.model.trim() ?? '',
    cores: cpus().length,
    memoryGibibytes: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release().split('-')[0]}`,
  }
}

/** In Beijing, like every day of the program. */
function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
}

function resultsOf(competed: readonly Competed[], peers: Peers): Results {
  const others = [
    ['csv-parse + zod', peers.plain],
    ['DuckDB', peers.duckdb],
    ['Miller', peers.miller],
    ['csvkit', peers.csvclean],
  ] as const
  return {
    day: today(),
    machine: thisMachine(),
    versions: [
      ['Node.js', process.versions.node],
      ...others.map(([name, peer]) => [name, peer?.version] as const),
    ],
    heats: competed.map(({ result }) => result),
    leftOut: competed.flatMap(({ failed }) => failed),
  }
}

async function resultsIn(folder: string, { isQuick, signal, say }: Bench): Promise<Results> {
  const peers = await findPeers({ folder, mayInstall: !isQuick, say })
  const competed: Competed[] = []
  for (const heat of heatsOf(isQuick ? quick : full, peers)) {
    say(`${heat.title}：${heat.contestants.length} 个命令，各 ${heat.runs} 次…`)
    competed.push(await compete(heat, { folder, signal }))
  }
  return resultsOf(competed, peers)
}

/** Times the built program beside its peers; 1 where a bound is broken. */
export async function bench(options: Bench): Promise<number> {
  const folder = await mkdtemp(join(options.temporary, 'ipcase-bench-'))
  try {
    const results = await resultsIn(folder, options)
    options.out(screen(results))
    if (options.isQuick) options.say('快速试跑：台账只有几十行，只证明测得出来，数字没有意义，不判界限。')
    if (options.isWritten) await writeFile('docs/benchmarks.md', benchmarksDocument(results))
    return options.isQuick ? 0 : exitCodeOf(judge(results), options.say)
  } finally {
    await rm(folder, { recursive: true })
  }
}
