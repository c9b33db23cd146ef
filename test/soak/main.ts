import { parseArgs } from 'node:util'
import { simulate } from '../simulator/simulate.ts'
import { type Figures, type Soak, saveFigures } from './figures.ts'
import { readHostile } from './hostile.ts'
import { killAll } from './kills.ts'
import { pollute } from './polluter.ts'

/*
 * npm run soak                    2,000 damaged logs, 2,000 simulated worlds, 100 kills, and files that ask for too much
 * npm run soak -- 50000           as many as one likes, of each
 * npm run soak -- 5000 --only logs --from 10001
 * npm run soak -- --seed 17       one of each once more, and what was done
 * npm run soak -- --save          puts the figures where docs/reliability.md has them from
 */

interface Stretch {
  readonly found: Figures['found']
  /** Of what does not go by seeds. */
  readonly count?: number
  /** What went wrong, each with its seed. */
  readonly broken: readonly string[]
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function ofLogs(from: number, count: number): Promise<Stretch> {
  const { unharmed, losses, crashes } = await pollute(from, count)
  const found = { 毫无损失: unharmed, 无声丢失或改变案件: losses.length, 崩溃: crashes.length }
  return { found, broken: [...losses, ...crashes] }
}

async function ofRuns(from: number, count: number, isTold: boolean): Promise<Stretch> {
  const broken: string[] = []
  let [runs, killed, failed] = [0, 0, 0]
  for (let seed = from; seed < from + count; seed++) {
    const world = await simulate(seed)
    runs += world.lines.length
    killed += world.killed
    failed += world.failed
    if (isTold) for (const line of world.lines) say(line)
    if (world.broken.length > 0)
      broken.push(`seed ${seed}: ${[...world.lines, ...world.broken].join('\n  ')}`)
  }
  return { found: { 运行: runs, 中途断电: killed, 读写失败: failed, 不合约定: broken.length }, broken }
}

async function ofKills(from: number, count: number): Promise<Stretch> {
  const { renewed, broken } = await killAll(from, count)
  return { found: { 当时新表已写成: renewed, 半份文件或损坏的存档: broken.length }, broken }
}

/** Always the same files: a seed makes no other ones. */
async function ofHostile(): Promise<Stretch> {
  const { count, slowest, largest, broken } = await readHostile()
  return { count, found: { 最慢几秒: slowest, 最多占用MiB: largest, 没有说明的结束: broken.length }, broken }
}

const soaks: Readonly<Record<Soak, (from: number, count: number, isTold: boolean) => Promise<Stretch>>> = {
  logs: ofLogs,
  runs: ofRuns,
  kills: ofKills,
  hostile: ofHostile,
}

const usualCounts: Readonly<Record<Soak, number>> = { logs: 2000, runs: 2000, kills: 100, hostile: 1 }

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      only: { type: 'string' },
      from: { type: 'string' },
      seed: { type: 'string' },
      save: { type: 'boolean' },
    },
    allowPositionals: true,
  })
  const from = Number(values.seed ?? values.from ?? 1)
  const asked = values.seed === undefined ? positionals[0] : 1
  const figures: Figures[] = []
  for (const what of Object.keys(soaks) as Soak[]) {
    if (values.only !== undefined && values.only !== what) continue
    const count = Number(asked ?? usualCounts[what])
    const { found, broken, count: own = count } = await soaks[what](from, count, values.seed !== undefined)
    for (const one of broken) say(one)
    say(`${what}, seeds ${from} to ${from + count - 1}: ${JSON.stringify(found)}`)
    figures.push({ what, from, count: own, found })
    if (broken.length > 0) process.exitCode = 1
  }
  if (values.save) await saveFigures(figures)
}

// What was cut off in a simulated world waits for ever.
void main().then(() => process.exit())
