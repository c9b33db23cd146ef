import { resolve } from 'node:path'

/** One command: a whole process, timed from its start to its end. */
export interface Entry {
  readonly id: string
  readonly title: string
  readonly command: readonly string[]
  /** Its exit code when its work was done; 0 where nothing is said. */
  readonly exitCode?: number
  /** Somebody else's program: where it cannot run, the bench goes on without it. */
  readonly isPeer?: true
  /** Its peak memory is taken too. */
  readonly isWeighed?: true
}

/** Commands that run in turns, so that whatever slows the machine down slows all of them. */
export interface Contest {
  readonly title: string
  readonly runs: number
  readonly entries: readonly Entry[]
}

/** What one command may take of another's time, or of memory. */
export interface Bound {
  readonly of: string
  /** Absent: the figure is peak memory in MiB. */
  readonly against?: string
  readonly atMost?: number
  readonly atLeast?: number
}

export interface Sizes {
  readonly small: number
  readonly usual: number
  readonly large: number
  readonly sheet: number
  readonly million: number
  readonly logs: number
  readonly rowsEach: number
  /** Of each of so many returns that a city collects. */
  readonly casesEach: number
  readonly runs: number
  readonly longRuns: number
}

export const full: Sizes = {
  ...{ small: 30, usual: 1000, large: 10_000, sheet: 100_000, million: 1_000_000 },
  ...{ logs: 200, rowsEach: 5000, casesEach: 500, runs: 15, longRuns: 3 },
}

/** Proves that every part of the bench works, and nothing else. */
export const quick: Sizes = {
  ...{
    small: 3,
    usual: 5,
    large: 6,
    sheet: 7,
    million: 8,
    logs: 2,
    rowsEach: 3,
    casesEach: 2,
    runs: 1,
    longRuns: 1,
  },
}

const program = resolve('bin/ipcase.js')
/** What a developer would write in an hour, bundled like the program itself. */
export const plainProgram = resolve('node_modules/.cache/ipcase-bench-plain.mjs')

const peers = resolve('test/bench/peers')
const formats = ['text', 'html', 'md', 'csv', 'json', 'xlsx', 'docx', 'pdf'] as const
const asOf = ['--as-of', '2024-06-07', '--no-config', '-q'] as const

function ipcase(id: string, title: string, ...args: readonly string[]): Entry {
  return { id, title: `ipcase ${title}`, command: [process.execPath, program, ...args] }
}

function peer(id: string, title: string, file: string, ...args: readonly string[]): Entry {
  return { id, title, command: [process.execPath, resolve(peers, file), ...args], isPeer: true }
}

const node: Entry = { id: 'node', title: 'node -e 0', command: [process.execPath, '-e', '0'] }

function report(id: string, cases: string, log: string, format: string): Entry {
  const to = ['text', 'md', 'csv', 'html', 'json'].includes(format)
    ? ['-f', format]
    : ['-o', `表.${format}`, '--force']
  return ipcase(
    `${id}-${format}`,
    `report，${cases}，${format}`,
    'report',
    log,
    '--unit',
    '朝阳市局',
    ...to,
    ...asOf,
  )
}

function validate(id: string, title: string, log: string, exitCode = 0): Entry {
  return { ...ipcase(id, `validate，${title}`, 'validate', log, ...asOf), exitCode }
}

/** A list of ten thousand findings, to be worked through. */
function findings(kind: string): Entry {
  const list = ['validate', '10k-bad.csv', '-o', `问题.${kind}`, '--force', ...asOf]
  const entry = ipcase(`findings-10k-${kind}`, `validate -o 问题.${kind}`, ...list)
  return { ...entry, exitCode: 1, isWeighed: true }
}

/** In the bench all units are strangers: the table is made, whoever is missing. */
function collect(id: string, title: string, folder: string): Entry {
  return ipcase(id, `collect，${title}`, 'collect', folder, '-f', 'csv', ...asOf)
}

/** What people wait for, and beside it what others take for the same. */
export function contests({ runs, longRuns, large }: Sizes): readonly Contest[] {
  return [
    {
      title: '启动，30 件和 1000 件',
      runs,
      entries: [
        node,
        ipcase('version', '--version', '--version'),
        validate('validate-30', '30 件', '30.csv'),
        validate('validate-1k', '1000 件', '1k.csv'),
        ...formats.map((format) => report('report-30', '30 件', '30.csv', format)),
        ...formats.map((format) => report('report-1k', '1000 件', '1k.csv', format)),
      ],
    },
    {
      title: '10,000 件出表',
      runs: longRuns,
      entries: [
        ...['xlsx', 'docx', 'pdf'].map(
          (format): Entry => ({ ...report('report-10k', '10,000 件', '10k.csv', format), isWeighed: true }),
        ),
        peer('docxtemplater', 'docxtemplater 只填表', 'docxtemplater.js', String(large)),
      ],
    },
    { title: '10,000 处问题', runs: longRuns, entries: ['xlsx', 'html'].map(findings) },
    {
      title: '100,000 行的 xlsx 台账',
      runs: longRuns,
      entries: [
        { ...peer('sheetjs', 'SheetJS 只读', 'sheetjs.js', '100k.xlsx') },
        { ...validate('validate-xlsx', 'xlsx', '100k.xlsx'), isWeighed: true },
      ],
    },
    {
      title: '一百万行文本',
      runs: longRuns,
      entries: [
        { ...validate('validate-1m', 'UTF-8', '1m.csv'), isWeighed: true },
        validate('validate-1m-gbk', 'GBK', '1m-gbk.csv'),
        { ...validate('validate-1m-bad', '每行一处错误', '1m-bad.csv', 1), isWeighed: true },
        peer('duckdb', 'DuckDB，只数不说', 'duckdb.js', '1m.csv'),
        peer('plain', 'csv-parse + zod', plainProgram, '1m.csv'),
      ],
    },
    {
      title: '200 份台账，各 5000 行',
      runs: longRuns,
      entries: [{ ...validate('many', '一个文件夹', '许多'), isWeighed: true }],
    },
    {
      title: '汇总 200 份报送，各 500 件',
      runs: longRuns,
      entries: [
        validate('validate-returns', '同样的 200 份', '报送'),
        { ...collect('collect', '200 份，csv', '报送'), isWeighed: true },
      ],
    },
  ]
}

export const bounds: readonly Bound[] = [
  { of: 'validate-1k', against: 'node', atMost: 3 },
  { of: 'report-30-text', against: 'node', atMost: 3.5 },
  { of: 'report-30-xlsx', against: 'node', atMost: 6 },
  { of: 'report-30-docx', against: 'node', atMost: 6 },
  { of: 'report-30-pdf', against: 'node', atMost: 10 },
  { of: 'report-10k-docx', atMost: 400 },
  { of: 'report-10k-pdf', atMost: 400 },
  { of: 'validate-1m', against: 'duckdb', atMost: 4 },
  { of: 'plain', against: 'validate-1m', atLeast: 2.5 },
  { of: 'collect', against: 'validate-returns', atMost: 6 },
  { of: 'collect', atMost: 400 },
  { of: 'validate-xlsx', against: 'sheetjs', atMost: 0.6 },
]
