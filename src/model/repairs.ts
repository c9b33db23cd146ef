import type { Case, Column, Links } from './case.ts'

/** A cell that was read in another spelling than written. */
export interface Repair {
  readonly column: Column
  readonly from: string
  readonly to: string
}

const nothing: readonly Repair[] = []

function isRepaired({ links, words }: Links, text: string): boolean {
  const [first] = links
  if (first === undefined || first === text) return false
  return [...links, ...words].join('；') !== text
}

function repaired(c: Case, column: 'type' | 'filed' | 'closed' | 'published'): readonly Repair[] {
  const to = c[column]
  return to && to !== c.text[column] ? [{ column, from: c.text[column], to }] : nothing
}

function joined(c: Case, column: 'caseNumber' | 'outcome'): readonly Repair[] {
  const from = c.joined?.[column]
  return from === undefined ? nothing : [{ column, from, to: c.text[column] }]
}

/** Asked of every case of every log: one without any costs no list. */
export function repairsOf(c: Case): readonly Repair[] {
  const { url } = c
  const link = url && isRepaired(url, c.text.url)
  const isPlain =
    (!c.type || c.type === c.text.type) &&
    (!c.filed || c.filed === c.text.filed) &&
    (!c.closed || c.closed === c.text.closed) &&
    (!c.published || c.published === c.text.published) &&
    c.joined === undefined
  if (isPlain && !link) return nothing
  return [
    ...repaired(c, 'type'),
    ...joined(c, 'caseNumber'),
    ...repaired(c, 'filed'),
    ...repaired(c, 'closed'),
    ...joined(c, 'outcome'),
    ...repaired(c, 'published'),
    ...(link
      ? [{ column: 'url' as const, from: c.text.url, to: [...url.links, ...url.words].join('；') }]
      : nothing),
  ]
}

/** Why it may be read so. */
export const repairReasons: Readonly<Partial<Record<Column, string>>> = {
  type: '同一案件类型的另一种写法',
  caseNumber: '格子窄，编号折成了几行',
  outcome: '几行并作一行',
  filed: '同一日期的另一种写法',
  closed: '同一日期的另一种写法',
  published: '是、否、尚未公开的另一种写法；尚未公开的在统计表中为否',
  url: '网址前后的文字、标点、空格不属网址',
}
