import { table } from '../docs/markdown-table.ts'
import { judge } from './bounds.ts'
import type { HeatResult, Machine, Results } from './results.ts'
import { boundsTable, type Table, tablesOf } from './tables.ts'

function drawn({ headings, rows }: Table): string {
  return table(headings, rows)
}

function machineTable({ day, machine, versions }: Results): string {
  const { cpu, cores, memoryGibibytes, system }: Machine = machine
  const rows = [
    ['日期', day],
    ['处理器', `${cpu}，${cores} 核`],
    ['内存', `${memoryGibibytes} GiB`],
    ['系统', system],
    ...versions.map(([name, version]) => [name, version ?? '没有安装，未比较']),
  ]
  return table(['', ''], rows)
}

function summary(results: Results): string {
  const judgements = judge(results)
  const broken = judgements.filter(({ isBroken }) => isBroken)
  const unmeasured = judgements.filter(({ figure }) => figure === undefined)
  const kept = judgements.length - broken.length - unmeasured.length
  const others = [
    broken.length > 0 && `超出 ${broken.length} 条`,
    unmeasured.length > 0 && `未测 ${unmeasured.length} 条`,
  ].filter((words) => words)
  return [`${judgements.length} 条界限，守住 ${kept} 条`, ...others].join('，')
}

/** Of each bound that was broken, where the time or the memory goes. */
function shortfalls(results: Results): readonly string[] {
  const broken = judge(results).filter(({ isBroken }) => isBroken)
  return broken.map(({ bound }) => {
    const beside = bound.against === undefined ? '' : `，对照「${bound.against}」`
    return `- ${bound.measured}${beside}：${bound.shortfall ?? '还没有剖析。'}`
  })
}

function boundsSection(results: Results): string {
  const notes = shortfalls(results)
  const reasons = notes.length === 0 ? '' : `\n超出的：\n\n${notes.join('\n')}\n`
  return `## 界限\n\n${summary(results)}。\n\n${drawn(boundsTable(results))}\n${reasons}`
}

function runsOf({ timings }: HeatResult): number {
  return Math.max(...timings.map(({ milliseconds }) => milliseconds.length))
}

function unitOf({ base, timings }: HeatResult): string {
  const one = timings.find(({ id }) => id === base)
  return one === undefined ? '' : `以 \`${one.title}\` 为 1。`
}

function heatSection(heat: HeatResult, [title, shown]: readonly [string, Table]): string {
  const runs = `每个命令先空跑一次，再轮流各跑 ${runsOf(heat)} 次。`
  return `### ${title}\n\n${runs}${unitOf(heat)}\n\n${drawn(shown)}\n`
}

const method = `## 怎么测的

- 测的是打包好的程序，每次都是一个完整的进程，从启动到退出，一个接一个，不同时跑。
- 同一张表里的命令轮流跑（甲乙丙甲乙丙……），机器忽快忽慢时大家一起快慢；取中位数，倍数是中位数之比。
- 峰值内存另跑来量（Linux 上是 VmHWM，包括全部线程），不与计时混在一起。
- 命令在测的人自己的环境里运行，只去掉会改变做法的变量（\`IPCASE_*\`、\`NODE_OPTIONS\` 等），界限按这样判。设了
  \`NODE_EXTRA_CA_CERTS\` 的机器上，Node.js 每次启动先读证书，什么也不做也慢一倍多，倍数因此好看：这样的机器上另有一张
  不带它的表，以那张为准来想没有设它的机器。
- 台账是生成的：九列齐全，编号都不重复，五种案件类型轮流出现。“每行一处错误”是每一行都填了公开而没有网址。
- 空跑那一次同时核对：退出码对不对，输出里的行数、错误数对不对。没有做完的不列入。
- 每多一行的时间是两种大小的时间之差除以行数之差，启动的时间两边相抵。界限是前一段的 1.3 倍：n·log n
  （7/6 倍）和记编号的表大过处理器缓存都容得下，再陡就容不下了。
- 每多一件的内存是 100 万行和 1000 万行两次峰值之差除以行数之差：程序本身的内存两边相抵，剩下的是记住编号（为了查重）
  要的，连表换大那一刻的在内。峰值随回收内存的时机有几 MiB 出入，所以各量三次取中位数。

## 与谁比

- \`node -e 0\`：什么也不做的 Node.js，任何用它写的命令都不会更快。
- csv-parse + zod（\`test/bench/peers/plain.ts\`）：开发者顺手会写的样子：流式读取，每行过一遍 zod（类型、日期、是否、
  网址、先后），数出错误。不认别的编码和写法，不查重号，不说错在哪一格。
- DuckDB（\`test/bench/peers/duckdb.js\`）：\`read_csv\` 按声明的列类型读，同样的约束各数出几行不合，再数不同的编号；
  线程数用默认。只给出几个数，不说错在哪一行。
- Miller：只数有多少个不同的编号（\`count-distinct\`），别的都不查。
- csvclean：只看每行的列数对不对（\`csvclean -n\`）。`

/** docs/benchmarks.md. */
export function benchmarksDocument(results: Results): string {
  const sections = tablesOf(results).map((shown, index) => {
    const heat = results.heats[index]
    return heat ? heatSection(heat, shown) : ''
  })
  return [
    '# 速度与内存\n',
    '由 `npm run bench` 写成，数字全部出自同一次运行。时间因机器而异，能比的是倍数。\n',
    boundsSection(results),
    `## 机器与版本\n\n${machineTable(results)}\n`,
    '## 各项\n',
    ...sections,
    ...results.leftOut.map((line) => `${line}\n`),
    `${method}\n`,
  ].join('\n')
}
