import type { Random } from './random.ts'

/** The nine cells of a case as the form has them, blank ones ''. */
export type Cells = readonly string[]

export const headings = [
  ...['序号', '案件类型', '案件编号', '立案时间', '结案时间', '结案方式', '是否公开', '公开网址', '备注'],
]

const penalties = ['商标侵权', '假冒专利', '地理标志和官方标志'] as const

function day(random: Random, month: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `2024-${two(month)}-${two(1 + random.below(28))}`
}

/** Filed in spring, closed in April: within every limit. */
function days(random: Random): readonly [filed: string, closed: string] {
  return [day(random, 1 + random.below(3)), day(random, 4)]
}

function link(at: number): string {
  return `https://www.gsxt.example.gov.cn/xzcf/2024/${1000 + at}.html`
}

type Kind = (random: Random, at: number) => readonly [type: string, ...rest: readonly string[]]

const kinds: readonly Kind[] = [
  (random, at) => {
    const [filed, closed] = days(random)
    const number = `朝市监知裁字〔2024〕${at}号`
    return ['专利侵权裁决', number, filed, closed, '裁决（侵权成立）', '是', link(at), '']
  },
  (random, at) => {
    const [filed, closed] = days(random)
    const number = `朝市监知调字〔2024〕${at}号`
    return ['专利纠纷调解', number, filed, closed, '达成调解协议', '否', '', '已申请行政调解司法确认']
  },
  (random, at) => [random.of(penalties), `朝市监立〔2024〕${at}号`, day(random, 5), '', '在办', '', '', ''],
  (random, at) => {
    const [filed, closed] = days(random)
    const number = `朝市监处罚〔2024〕${at}号`
    return [random.of(penalties), number, filed, closed, '不予行政处罚', '否', '', '首违不罚，依法不予公开']
  },
  (random, at) => {
    const [filed, closed] = days(random)
    return [random.of(penalties), `朝市监处罚〔2024〕${at}号`, filed, closed, '行政处罚', '是', link(at), '']
  },
]

/** Some cases, numbered per type where the log has that habit. */
export function soundCases(random: Random): readonly Cells[] {
  const isNumbered = random.below(3) > 0
  const counts = new Map<string, number>()
  return Array.from({ length: 4 + random.below(9) }, (_, at) => {
    const [type, ...rest] = random.of(kinds)(random, at + 1)
    const count = (counts.get(type) ?? 0) + 1
    counts.set(type, count)
    return [isNumbered ? String(count) : '', type, ...rest]
  })
}

export interface Dialect {
  readonly delimiter: string
  readonly lineEnd: string
  readonly isQuoted: boolean
}

export function dialectOf(random: Random): Dialect {
  return {
    delimiter: random.of([',', ',', '\t', ';']),
    lineEnd: random.of(['\r\n', '\n']),
    isQuoted: random.below(4) === 0,
  }
}

export function lineOf(cells: readonly string[], { delimiter, isQuoted }: Dialect): string {
  return cells.map((cell) => (isQuoted ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)
}
