import { bytesPerRow, millisecondsPerRow, type Results, ratio, timingOf } from './results.ts'

export interface Bound {
  readonly measured: string
  /** What one of is the unit; nothing where the figure stands for itself. */
  readonly against?: string
  readonly atMost: number
  readonly unit: '倍' | 'MiB' | '字节'
  readonly figure: (results: Results) => number | undefined
  /** Where it is not kept: what the profile shows. Stands in the document only then. */
  readonly shortfall?: string
}

export interface Judgement {
  readonly bound: Bound
  /** Undefined where the bench could not measure it. */
  readonly figure: number | undefined
  readonly isBroken: boolean
}

function times(of: string, to: string): Bound['figure'] {
  return (results) => ratio(timingOf(results, of), timingOf(results, to))
}

/** The heaviest of them. */
function peak(start: string): Bound['figure'] {
  return ({ heats }) => {
    const timings = heats.flatMap((heat) => heat.timings).filter(({ id }) => id.startsWith(start))
    const peaks = timings.flatMap(({ peakMebibytes }) => peakMebibytes ?? [])
    return peaks.length === 0 ? undefined : Math.max(...peaks)
  }
}

function growth(results: Results) {
  const [small, middle, large] = ['growth-100k', 'growth-1m', 'growth-10m'].map((id) => timingOf(results, id))
  return small && middle && large ? { small, middle, large } : undefined
}

/** A row of the last nine million against one of the nine hundred thousand before: starting up falls out of both. */
function slowing(results: Results): number | undefined {
  const sizes = growth(results)
  return (
    sizes && millisecondsPerRow(sizes.middle, sizes.large) / millisecondsPerRow(sizes.small, sizes.middle)
  )
}

function bytesACase(results: Results): number | undefined {
  const sizes = growth(results)
  return sizes && bytesPerRow(sizes.middle, sizes.large)
}

export const bounds: readonly Bound[] = [
  {
    measured: 'ipcase --version',
    against: 'node -e 0',
    atMost: 1.25,
    unit: '倍',
    figure: times('version', 'node'),
    shortfall: '多出来的是读入并编译三份小文件，装上写标准输出的流；Node.js 20 没有编译缓存。',
  },
  {
    measured: 'validate，1000 行',
    against: 'node -e 0',
    atMost: 2,
    unit: '倍',
    figure: times('ipcase-1k', 'node'),
    shortfall:
      '十行的台账已要这些时间的四分之三：读入并编译 300 KB 程序，多半是规则的文字、读命令行的 commander 和放假日历；Node.js 20 没有编译缓存。',
  },
  {
    measured: 'report -o 统计表.xlsx，1000 行',
    against: 'node -e 0',
    atMost: 6,
    unit: '倍',
    figure: times('report', 'node'),
    shortfall: '剖析里最多的是压缩 xlsx（JavaScript 写的 deflate），其次是回收内存和编译程序。',
  },
  {
    measured: 'validate，100 万行',
    against: 'DuckDB',
    atMost: 3,
    unit: '倍',
    figure: times('ipcase-1m', 'duckdb-1m'),
    shortfall:
      '两边都用两个核；DuckDB 只数不说，ipcase 的时间分散在切行、读字节、比对编号、解码和几十条规则上。',
  },
  {
    measured: 'validate，100 万行',
    against: 'csv-parse + zod',
    atMost: 0.25,
    unit: '倍',
    figure: times('ipcase-1m', 'plain-1m'),
    shortfall:
      '时间分散在切行、读字节、比对编号、解码和几十条规则上，没有一项超过一成半；csv-parse + zod 这一份已是最快的寻常写法。',
  },
  {
    measured: 'validate，100 万行，每行一处错误',
    against: '全部正确的',
    atMost: 2,
    unit: '倍',
    figure: times('ipcase-1m-faulty', 'ipcase-1m'),
  },
  {
    measured: 'validate，100 万行，GBK',
    against: 'UTF-8 的',
    atMost: 1.2,
    unit: '倍',
    figure: times('ipcase-1m-gbk', 'ipcase-1m'),
  },
  {
    measured: 'validate，100 万行，峰值内存，各种写法中最多的',
    atMost: 250,
    unit: 'MiB',
    figure: peak('ipcase-1m'),
  },
  {
    measured: 'validate，200 份台账，各 5000 行',
    against: '只用一个线程',
    atMost: 0.6,
    unit: '倍',
    figure: times('many', 'many-alone'),
    shortfall:
      '头八十毫秒只有一个线程，另一个再过七十毫秒才开始读。V8 在旁边编译：一个线程时占的是空闲的处理器，两个线程时各编一遍，与核对争用，约 0.25 秒处理器时间；主线程另有 7% 用来并入对方记下的编号。',
  },
  {
    // Leaves room for n·log n (7/6) and for a table that outgrows the processor's caches, for nothing steeper.
    measured: '100 万行到 1000 万行，每多一行的时间',
    against: '10 万行到 100 万行',
    atMost: 1.3,
    unit: '倍',
    figure: slowing,
  },
  {
    measured: '100 万行到 1000 万行，每多一件的峰值内存',
    atMost: 24,
    unit: '字节',
    figure: bytesACase,
  },
]

export function judge(results: Results): readonly Judgement[] {
  return bounds.map((bound) => {
    const figure = bound.figure(results)
    return { bound, figure, isBroken: figure !== undefined && !(figure <= bound.atMost) }
  })
}
