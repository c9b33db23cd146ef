import { cpus, totalmem } from 'node:os'
import { table } from '../docs/markdown-table.ts'
import { type Bound, bounds, type Contest } from './contests.ts'
import type { Timing } from './run.ts'

export interface Held {
  readonly contest: Contest
  readonly timings: readonly Timing[]
}

export interface Judged {
  readonly bound: Bound
  /** Undefined where one of the two could not be measured. */
  readonly figure: number | undefined
  readonly isKept: boolean
}

export function judge(held: readonly Held[]): readonly Judged[] {
  const timings = new Map(held.flatMap((one) => one.timings).map((timing) => [timing.entry.id, timing]))
  return bounds.map((bound) => {
    const [of, against] = [timings.get(bound.of), timings.get(bound.against ?? '')]
    const figure =
      bound.against === undefined
        ? of?.peakMebibytes
        : of && against && of.milliseconds / against.milliseconds
    const { atMost = Number.POSITIVE_INFINITY, atLeast = 0 } = bound
    return { bound, figure, isKept: figure === undefined || (figure <= atMost && figure >= atLeast) }
  })
}

function titleOf(id: string | undefined, held: readonly Held[]): string {
  const entries = held.flatMap(({ contest }) => contest.entries)
  return entries.find((entry) => entry.id === id)?.title ?? '—'
}

function boundRow({ bound, figure, isKept }: Judged, held: readonly Held[]): readonly string[] {
  const unit = bound.against === undefined ? ' MiB' : ' 倍'
  const limit = bound.atMost === undefined ? `至少 ${bound.atLeast}` : `至多 ${bound.atMost}`
  const shown = figure === undefined ? '没有量' : `${figure.toFixed(bound.against ? 2 : 0)}${unit}`
  const against = bound.against === undefined ? '峰值内存' : titleOf(bound.against, held)
  return [titleOf(bound.of, held), against, shown, limit + unit, isKept ? '守住' : '超出']
}

function contestTable({ timings }: Held): string {
  const base = timings[0]?.milliseconds ?? Number.NaN
  const rows = timings.map(({ entry, milliseconds, peakMebibytes }) => [
    entry.title,
    (milliseconds / base).toFixed(2),
    `${Math.round(milliseconds)} 毫秒`,
    peakMebibytes === undefined ? '—' : `${Math.round(peakMebibytes)} MiB`,
  ])
  return table(['命令', '倍数', '时间（仅供参考）', '峰值内存'], rows)
}

/** docs/benchmarks.md: every figure out of one run. */
export function benchDocument(held: readonly Held[], day: string, sizes: readonly string[] = []): string {
  const judged = judge(held).map((one) => boundRow(one, held))
  const machine = `${cpus().length} 核，内存 ${Math.round(totalmem() / 2 ** 30)} GiB，Node.js ${process.versions.node}，${day}`
  const contests = held.flatMap((one) => ['', `## ${one.contest.title}`, '', contestTable(one)])
  return [
    '# 速度与内存',
    '',
    '由 `npm run bench` 写成，数字全部出自同一次运行。时间因机器而异，能比的是倍数：各表以第一行为 1。',
    '每个命令是一个完整的进程，先空跑一次，再轮流各跑几次，取中位数。',
    '',
    `${machine}。`,
    '',
    '## 界限',
    '',
    table(['测的是', '对照', '本次', '界限', '结论'], judged),
    ...contests,
    ...sizes,
    '',
  ].join('\n')
}
