import { type Column, columns, headings } from '../model/case.ts'
import { asTyped, foldWidth, withoutSpaces } from './spell/blank.ts'

const synonyms: Readonly<Record<Column, readonly string[]>> = {
  serial: ['序', '顺序号', 'No', 'No.', 'NO.'],
  type: ['类型', '案件类别'],
  caseNumber: ['案号', '文号', '决定书文号', '处罚决定书文号', '行政处罚决定书文号'],
  filed: ['立案日期'],
  closed: ['结案日期', '办结时间', '办结日期'],
  outcome: ['处理结果', '办理结果'],
  published: ['是否公示', '公开情况', '公示情况'],
  url: ['公开链接', '公示网址', '公示链接', '网址', '链接', '网址链接'],
  remark: ['备注说明'],
}

interface Match {
  readonly column: Column
  readonly exact: boolean
}

const matches = new Map<string, Match>(
  columns.flatMap((column) => [
    ...synonyms[column].map((name) => [name, { column, exact: false }] as const),
    [headings[column], { column, exact: true }] as const,
  ]),
)

/** The form's column a heading cell names, through spaces, line breaks, width, brackets and stars. */
export function headingNamed(text: string): Match | undefined {
  if (text === '' || text.length > 40) return undefined
  const plain = foldWidth(withoutSpaces(asTyped(text)))
    .replace(/\(.*\)$/, '')
    .replace(/^\*+|[*:]+$/g, '')
  return matches.get(plain)
}

/** Contract: at least three form headings read in it, 案件类型 or 案件编号 among them. */
export function isHeadingRow(cells: readonly string[]): boolean {
  const named = new Set<Column>()
  for (const cell of cells) {
    const match = headingNamed(cell)
    if (match) named.add(match.column)
  }
  return named.size >= 3 && (named.has('type') || named.has('caseNumber'))
}

/** A heading stands among the first rows of a log or not at all. */
export const headingRowsSearched = 30
