import { gb18030 } from '../gb18030.ts'
import type { Random } from './random.ts'
import { type Cells, type Dialect, headings, lineOf } from './sound-log.ts'

/** A log as text: the lines above, the heading, a line a case. */
export interface TextLog {
  readonly above: readonly string[]
  readonly heading: string
  readonly lines: readonly string[]
  readonly dialect: Dialect
}

export interface TextDamage {
  readonly name: string
  readonly hurt: (log: TextLog, random: Random, cases: readonly Cells[]) => TextLog
}

function withLine(log: TextLog, at: number, change: (line: string) => string): TextLog {
  return { ...log, lines: log.lines.map((line, index) => (index === at ? change(line) : line)) }
}

function oneLine(name: string, change: (line: string, random: Random, log: TextLog) => string): TextDamage {
  return {
    name,
    hurt: (log, random) => withLine(log, random.below(log.lines.length), (line) => change(line, random, log)),
  }
}

function insert(line: string, random: Random, what: string): string {
  const at = random.below(line.length + 1)
  return line.slice(0, at) + what + line.slice(at)
}

/** Before the last cell: a remark that is cut in two shows to nobody. */
function insertBeforeRemark(line: string, random: Random, what: string, { dialect }: TextLog): string {
  const at = random.below(line.lastIndexOf(dialect.delimiter))
  return line.slice(0, at) + what + line.slice(at)
}

/** The cells of one case changed before it is written as a line. */
function oneCase(name: string, change: (cells: Cells, random: Random) => readonly string[]): TextDamage {
  return {
    name,
    hurt(log, random, cases) {
      const at = random.below(cases.length)
      const cells = cases[at]
      return cells ? withLine(log, at, () => lineOf(change(cells, random), log.dialect)) : log
    },
  }
}

export const textDamages: readonly TextDamage[] = [
  { name: '完好', hurt: (log) => log },
  oneCase('换分隔符', (cells, random) => [cells.join(random.of(['\t', ';', '，', ' ', '|']))]),
  oneLine('整行加引号', (line) => `"${line.replaceAll('"', '""')}"`),
  oneLine('引号不闭合', (line, random) => insert(line, random, '"')),
  // Behind the type and before the last separator: a line cut elsewhere is a placeholder, or whole.
  oneLine('截断', (line, random, { dialect }) => {
    const from = line.indexOf(dialect.delimiter, line.indexOf(dialect.delimiter) + 1) + 2
    return line.slice(0, from + random.below(Math.max(1, line.lastIndexOf(dialect.delimiter) - from)))
  }),
  // Between quotes it is a sign like any other.
  oneLine('多一个分隔符', (line, random, { dialect }) =>
    dialect.isQuoted ? line : insert(line, random, dialect.delimiter),
  ),
  oneLine('控制字符', (line, random) => insert(line, random, random.of(['\u0000', '\u0007', '\u0013']))),
  oneLine('折行', (line, random, log) => insertBeforeRemark(line, random, log.dialect.lineEnd, log)),
  oneLine('只有回车', (line, random, log) => insertBeforeRemark(line, random, '\r', log)),
  {
    name: '换行混用',
    hurt: (log, random) => ({
      ...log,
      lines: [log.lines.reduce((text, line) => `${text}${random.of(['\r\n', '\n', '\r'])}${line}`)],
    }),
  },
  oneCase('两格互换', (cells, random) => {
    const [one, other] = [1 + random.below(7), 1 + random.below(7)]
    return cells.map((cell, at) =>
      at === one ? (cells[other] ?? '') : at === other ? (cells[one] ?? '') : cell,
    )
  }),
  oneCase('整行右移', (cells) => ['', ...cells]),
  oneCase('整行左移', (cells) => cells.slice(1)),
  oneCase('丢一格', (cells, random) => cells.toSpliced(1 + random.below(8), 1)),
  {
    name: '表头重复',
    hurt: (log, random) => ({
      ...log,
      lines: log.lines.toSpliced(random.below(log.lines.length), 0, log.heading),
    }),
  },
  {
    name: '案件在表头上面',
    hurt: ({ lines: [first = '', ...rest], ...log }) => ({
      ...log,
      above: [...log.above, first],
      lines: rest,
    }),
  },
  {
    name: '两行并一行',
    hurt: ({ lines, ...log }, random) => {
      const at = random.below(lines.length)
      return { ...log, lines: lines.toSpliced(at, 2, lines.slice(at, at + 2).join('')) }
    },
  },
  {
    name: '一行写了两遍',
    hurt: ({ lines, ...log }, random) => {
      const at = random.below(lines.length)
      return { ...log, lines: lines.toSpliced(at, 0, ...lines.slice(at, at + 1)) }
    },
  },
  {
    name: '表头错一个字',
    hurt: (log, random) => ({
      ...log,
      heading: insert(log.heading, random, random.of(['某', '"', ' ', '，'])),
    }),
  },
]

export interface WrittenLog {
  readonly name: string
  readonly bytes: Uint8Array
}

export const encodings = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le'] as const

function encoded(text: string, encoding: (typeof encodings)[number]): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`)
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le')
    default:
      return gb18030(text.replaceAll('\u200b', ' '))
  }
}

type ByteDamage = (bytes: Uint8Array, random: Random) => Uint8Array

function inserting(what: Uint8Array): ByteDamage {
  return (bytes, random) => {
    const at = random.below(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)])
  }
}

/** The highest: what was a sign of its own is then a piece of another, or the other way round. */
const flippingBit: ByteDamage = (bytes, random) => {
  const at = random.below(bytes.length)
  return bytes.map((byte, index) => (index === at ? byte ^ 0x80 : byte))
}

const none: ByteDamage = (bytes) => bytes

/** Of a kind that shows: a digit that became another digit, or in UTF-16 another sign, shows to nobody. */
const byteDamages: Readonly<Record<(typeof encodings)[number], readonly ByteDamage[]>> = {
  'utf-8': [none, none, inserting(Uint8Array.of(0xff)), inserting(gb18030('朝阳')), flippingBit],
  'utf-8-bom': [none, none, inserting(Uint8Array.of(0xff)), inserting(gb18030('朝阳')), flippingBit],
  gb18030: [none, none, inserting(Uint8Array.of(0xff)), inserting(Uint8Array.of(0))],
  'utf-16le': [none],
}

/** A sound log, then one damage to its text and perhaps one to its bytes. */
export function damagedText(cases: readonly Cells[], dialect: Dialect, random: Random): WrittenLog {
  const log: TextLog = {
    above: random.below(2) > 0 ? ['填报单位：凌源市市场监督管理局'] : [],
    heading: lineOf(headings, dialect),
    lines: cases.map((cells) => lineOf(cells, dialect)),
    dialect,
  }
  const damage = random.of(textDamages)
  const { above, heading, lines } = damage.hurt(log, random, cases)
  const text = [...above, heading, ...lines, ''].join(dialect.lineEnd)
  const encoding = random.of(encodings)
  const bytes = encoded(text, encoding)
  const damaged = random.of(byteDamages[encoding])(bytes, random)
  return { name: damaged === bytes ? damage.name : `${damage.name}、字节`, bytes: damaged }
}
