import { type Column, columns, type Fact, factHeadings, headings, type LedgerColumn } from '../model/case.ts'
import { asTyped, foldWidth, withoutSpaces } from './spell/blank.ts'

const synonyms: Readonly<Record<Column, readonly string[]>> = {
  serial: ['序', '顺序号', 'No', 'No.', 'NO.'],
  type: ['类型', '案件类别', '案件性质', '案由'],
  caseNumber: [
    ...['案号', '文号', '案件号', '决定书号', '决定书文号', '处罚决定书号', '处罚决定书文号'],
    ...['行政处罚决定书号', '行政处罚决定书文号', '裁决书号', '裁决书文号'],
  ],
  filed: ['立案日期', '受理日期', '受理时间'],
  closed: ['结案日期', '办结时间', '办结日期'],
  outcome: ['处理结果', '办理结果', '处理方式', '处理情况'],
  published: ['是否公示', '公开情况', '公示情况'],
  url: ['公开链接', '公示网址', '公示链接', '网址', '链接', '网址链接'],
  remark: ['备注说明'],
}

const factSynonyms: Readonly<Record<Fact, readonly string[]>> = {
  decided: [
    ...['处罚决定日期', '裁决日期', '决定时间', '处罚决定时间', '裁决时间', '处罚日期', '处罚时间'],
    ...['决定书日期', '行政处罚决定日期', '作出决定日期', '作出处罚决定日期'],
  ],
  filingNumber: ['立案编号', '立案文号', '受理号', '受理编号', '立案审批号'],
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

const facts = new Map<string, Fact>(
  (Object.keys(factHeadings) as readonly Fact[]).flatMap((fact) =>
    [factHeadings[fact], ...factSynonyms[fact]].map((name) => [name, fact] as const),
  ),
)

function plainHeading(text: string): string {
  return foldWidth(withoutSpaces(asTyped(text)))
    .replace(/\(.*\)$/, '')
    .replace(/^\*+|[*:]+$/g, '')
}

const longestHeading = 40

/** What beside the form's columns a heading names. */
export function factNamed(text: string): Fact | undefined {
  return text.length > longestHeading ? undefined : facts.get(plainHeading(text))
}

const ledger: Readonly<Record<LedgerColumn, RegExp>> = {
  value: /^(?:涉案|案件)?(?:案值|货值|涉案金额|货值金额|涉案价值|违法经营额)(?:金额)?$/,
  fined: /^(?:罚没(?:款|金额|总额|款金额|合计)?|罚款(?:金额)?|罚没收入|处罚金额)$/,
  typical: /^(?:是否)?(?:为|报送|推荐)?典型案例$/,
}

/** What notices ask of ledgers and the form has no column for; the unit of 案值（万元） is no part of the name. */
export function ledgerNamed(text: string): LedgerColumn | undefined {
  if (text.length > longestHeading) return undefined
  const plain = plainHeading(text)
  return (['value', 'fined', 'typical'] as const).find((column) => ledger[column].test(plain))
}

/** The form's column a heading cell names, through spaces, line breaks, width, brackets and stars. */
export function headingNamed(text: string): Match | undefined {
  return text === '' || text.length > longestHeading ? undefined : matches.get(plainHeading(text))
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
