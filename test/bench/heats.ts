import { resolve } from 'node:path'
import type { Contestant, Heat, LogFile } from './contestant.ts'
import type { Peers } from './peers.ts'
import type { Scale } from './scale.ts'

type Size = keyof Scale['rows']

const node = process.execPath
const program = resolve('bin/ipcase.js')
const asOf = ['--as-of', '2024-06-07']

function inWords(rows: number): string {
  return rows % 10_000 === 0 ? `${rows / 10_000} 万行` : `${rows} 行`
}

function validate(id: string, title: string, paths: readonly string[]): Contestant {
  return {
    id,
    title,
    command: [node, program, 'validate', ...paths, ...asOf],
    exitCode: 0,
    says: '没有发现问题',
  }
}

/** What differs from a log in UTF-8, without quotes and without a fault. */
const manners = [false, true].flatMap((isQuoted) =>
  [false, true].flatMap((isGbk) => [false, true].map((isFaulty) => ({ isFaulty, isGbk, isQuoted }))),
)

function logsOf(size: Size, rows: number): readonly LogFile[] {
  return manners.map((manner) => {
    const { isFaulty, isGbk, isQuoted } = manner
    const marks = [isFaulty && '-faulty', isGbk && '-gbk', isQuoted && '-quoted'].filter((mark) => mark)
    return { name: `${size}${marks.join('')}.csv`, rows, ...manner }
  })
}

function validateLog(log: LogFile): Contestant {
  const { name, rows, isFaulty, isGbk, isQuoted } = log
  const words = [isFaulty && '每行一处错误', isGbk && 'GBK', isQuoted && '每格加引号'].filter((word) => word)
  const title = ['ipcase validate', ...words].join('，')
  const contestant = validate(`ipcase-${name.replace('.csv', '')}`, title, [name])
  return isFaulty ? { ...contestant, exitCode: 1, says: `错误 ${rows} 处`, rows } : { ...contestant, rows }
}

/** Others, on the log that suits them best: UTF-8, without quotes. */
function peersOn(size: Size, rows: number, peers: Peers): readonly Contestant[] {
  const log = `${size}.csv`
  const peer = { exitCode: 0, isPeer: true, rows }
  const plain = [node, peers.plain.path, log]
  const all: readonly (Contestant | false)[] = [
    {
      ...peer,
      id: `plain-${size}`,
      title: 'csv-parse + zod',
      command: plain,
      says: `"cases":${rows},"faults":0`,
    },
    peers.duckdb !== undefined && {
      ...{ ...peer, id: `duckdb-${size}`, title: 'DuckDB', says: `"cases":"${rows}"` },
      command: [node, peers.duckdb.path, log],
    },
    peers.miller !== undefined && {
      ...{ ...peer, id: `miller-${size}`, title: 'Miller', says: `"count": ${rows}` },
      command: ['mlr', '--icsvlite', '--ojson', '-S', 'count-distinct', '-n', '-f', '案件编号', log],
    },
    peers.csvclean !== undefined && {
      ...{ ...peer, id: `csvclean-${size}`, title: 'csvclean', says: 'No errors.' },
      command: ['csvclean', '-n', log],
    },
  ]
  return all.filter((each) => each !== false)
}

/** What a command costs before it has much to do. */
function shortCommands(): { readonly before: readonly Contestant[]; readonly report: Contestant } {
  const own = { command: [node, program], exitCode: 0 }
  const report = ['report', '1k.csv', ...asOf, '--unit', '朝阳市局', '-o', '统计表.xlsx', '--force']
  return {
    before: [
      { id: 'node', title: 'node -e 0', command: [node, '-e', '0'], exitCode: 0, says: '' },
      { ...own, id: 'version', title: 'ipcase --version', command: [...own.command, '--version'], says: '.' },
    ],
    report: {
      ...{ ...own, id: 'report', title: 'ipcase report -o 统计表.xlsx', says: '已写入' },
      command: [...own.command, ...report],
    },
  }
}

function startHeat(scale: Scale, peers: Peers): Heat {
  const rows = scale.rows['1k']
  const logs = logsOf('1k', rows)
  const { before, report } = shortCommands()
  return {
    title: `启动与小台账（${inWords(rows)}）`,
    base: 'node',
    runs: scale.shortRuns,
    weighings: 1,
    logs,
    contestants: [...before, ...logs.map(validateLog), report, ...peersOn('1k', rows, peers)],
  }
}

const certificates = 'NODE_EXTRA_CA_CERTS'

/** Where Node reads certificates whenever it starts, the time of nothing is long, and every ratio to it small. */
function bareHeat(scale: Scale): readonly Heat[] {
  if (process.env[certificates] === undefined) return []
  const rows = scale.rows['1k']
  const { before, report } = shortCommands()
  const log = { name: '1k.csv', rows }
  const contestants = [...before, validateLog(log), report]
  return [
    {
      title: `启动与小台账（${inWords(rows)}），不带环境变量 ${certificates}`,
      base: 'node-bare',
      runs: scale.shortRuns,
      weighings: 1,
      logs: [log],
      contestants: contestants.map((each) => ({
        ...each,
        id: `${each.id}-bare`,
        env: { [certificates]: undefined },
      })),
    },
  ]
}

function largeHeat(size: '100k' | '1m', scale: Scale, peers: Peers): Heat {
  const rows = scale.rows[size]
  const logs = logsOf(size, rows)
  const contestants = [...logs.map(validateLog), ...peersOn(size, rows, peers)]
  return {
    title: inWords(rows),
    base: `ipcase-${size}`,
    runs: scale.runs,
    weighings: 1,
    logs,
    contestants: contestants.map((contestant) => ({
      ...contestant,
      isWeighed: size === '1m' && contestant.command[0] === node,
    })),
  }
}

function manyHeat({ manyLogs, manyRows, manyRuns }: Scale): Heat {
  const logs = Array.from({ length: manyLogs }, (_, index) => ({
    name: `台账-${String(index + 1).padStart(3, '0')}.csv`,
    rows: manyRows,
    firstNumber: index * manyRows,
  }))
  const paths = logs.map(({ name }) => name)
  const alone = { env: { IPCASE_THREADS: '1' }, isWeighed: true }
  return {
    title: `${manyLogs} 份台账，各 ${manyRows} 行`,
    base: 'many-alone',
    runs: manyRuns,
    weighings: 1,
    logs,
    contestants: [
      { ...validate('many', 'ipcase validate', paths), isWeighed: true },
      { ...validate('many-alone', 'ipcase validate，只用一个线程', paths), ...alone },
    ],
  }
}

function growthHeat(scale: Scale): Heat {
  const sizes = (['10k', '100k', '1m', '10m'] as const).map((size) => [size, scale.rows[size]] as const)
  return {
    title: '增长',
    runs: scale.growthRuns,
    weighings: scale.growthWeighings,
    logs: sizes.map(([size, rows]) => ({ name: `${size}.csv`, rows })),
    contestants: sizes.map(([size, rows]) => ({
      ...validate(`growth-${size}`, `ipcase validate，${inWords(rows)}`, [`${size}.csv`]),
      rows,
      isWeighed: true,
    })),
  }
}

export function heatsOf(scale: Scale, peers: Peers): readonly Heat[] {
  return [
    startHeat(scale, peers),
    ...bareHeat(scale),
    largeHeat('100k', scale, peers),
    largeHeat('1m', scale, peers),
    manyHeat(scale),
    growthHeat(scale),
  ]
}
