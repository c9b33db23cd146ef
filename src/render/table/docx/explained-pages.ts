import { explainedHeadings, explainedTitle } from '../../../model/explanation.ts'
import type { Statistics } from '../../../model/table.ts'
import {
  childNamed,
  childrenNamed,
  descendants,
  element,
  isElement,
  type XmlElement,
  type XmlNode,
} from '../../../office/xml-tree.ts'
import { dateText, unitText } from '../cells.ts'
import { explainedRows, explainedWidths, isProse } from '../explained.ts'
import { columnNames, fieldNames } from '../markers.ts'
import { cellOf } from './by-heading.ts'
import { textNodes } from './paragraph.ts'
import { copied } from './rows.ts'
import { spotsIn } from './spots.ts'

/**
 * 审核说明 on pages of their own behind the form, ours or a bureau's: its table has the form's borders and width, its
 * title, headings and cells the form's letters, which are found where the markers stand.
 */

function holds(parent: XmlElement, name: string): boolean {
  return [...spotsIn(parent)].some((spot) => spot.name === name)
}

function paragraphOf(main: XmlElement, name: string): XmlElement | undefined {
  return [...descendants(main, 'w:p')].find((paragraph) => holds(paragraph, name))
}

/** Of 22 points in the middle, where the form's own title is no marker. */
const plainTitle = element(
  'w:p',
  {},
  element('w:pPr', {}, element('w:jc', { 'w:val': 'center' })),
  element(
    'w:r',
    {},
    element(
      'w:rPr',
      {},
      element('w:b'),
      element('w:sz', { 'w:val': '44' }),
      element('w:szCs', { 'w:val': '44' }),
    ),
  ),
)

const beforeBreak: ReadonlySet<string> = new Set(['w:pStyle', 'w:keepNext', 'w:keepLines'])

/** What Word wants to find before it stays there. */
function onNewPage(look: XmlElement): XmlElement {
  const kept = look.children.filter((child) => !isElement(child, 'w:sectPr'))
  const isBefore = (child: XmlNode): boolean => typeof child !== 'string' && beforeBreak.has(child.name)
  const rest = kept.filter((child) => !isBefore(child))
  return { ...look, children: [...kept.filter(isBefore), element('w:pageBreakBefore'), ...rest] }
}

/** A paragraph with this content in the look of another. */
function likeParagraph(
  pattern: XmlElement,
  content: readonly XmlElement[],
  change: (look: XmlElement) => XmlElement,
) {
  const run = [...descendants(pattern, 'w:r')][0]
  const own = run && childNamed(run, 'w:rPr')
  const look = change(childNamed(pattern, 'w:pPr') ?? element('w:pPr'))
  return element('w:p', {}, look, element('w:r', {}, ...(own ? [own] : []), ...content))
}

interface FormTable {
  readonly table: XmlElement
  /** Cells whose looks the headings, short words and sentences take. */
  readonly heading: XmlElement
  readonly centred: XmlElement
  readonly prose: XmlElement
}

/** The innermost table around the row of the cases. */
function formTableOf(main: XmlElement, row: XmlElement): FormTable | undefined {
  const table = [...descendants(main, 'w:tbl')].findLast((one) => [...descendants(one, 'w:tr')].includes(row))
  const cells = [...descendants(row, 'w:tc')]
  const named = (name: string): number => cells.findIndex((cell) => holds(cell, name))
  const number = named(columnNames.caseNumber)
  const [centred, prose] = [cells[number], cells[named(columnNames.remark)]]
  if (table === undefined || centred === undefined || prose === undefined) return undefined
  const rows = [...descendants(table, 'w:tr')]
  const above = rows[rows.indexOf(row) - 1]
  return { table, heading: (above && [...descendants(above, 'w:tc')][number]) ?? centred, centred, prose }
}

function widthsIn(table: XmlElement): readonly number[] {
  const [grid] = childrenNamed(table, 'w:tblGrid')
  const whole = childrenNamed(grid, 'w:gridCol').reduce(
    (sum, one) => sum + Number(one.attributes['w:w'] ?? 0),
    0,
  )
  const shares = explainedWidths.reduce((sum, width) => sum + width, 0)
  return explainedWidths.map((width) => Math.round(((whole || 9000) * width) / shares))
}

function rowOf(texts: readonly string[], widths: readonly number[], patternOf: (at: number) => XmlElement) {
  const isHeading = texts === explainedHeadings
  const properties = element(
    'w:trPr',
    {},
    element('w:cantSplit'),
    ...(isHeading ? [element('w:tblHeader')] : []),
  )
  return element(
    'w:tr',
    {},
    properties,
    ...texts.map((text, at) => cellOf(patternOf(at), text, widths[at] ?? 0)),
  )
}

function tableOf({ table, heading, centred, prose }: FormTable, { explained }: Statistics): XmlElement {
  const widths = widthsIn(table)
  const columns = widths.map((width) => element('w:gridCol', { 'w:w': String(width) }))
  const look = childNamed(table, 'w:tblPr') ?? element('w:tblPr')
  // One that floats would stand beside the form.
  const properties = { ...look, children: look.children.filter((child) => !isElement(child, 'w:tblpPr')) }
  return element(
    'w:tbl',
    {},
    properties,
    element('w:tblGrid', {}, ...columns),
    rowOf(explainedHeadings, widths, () => heading),
    ...explainedRows(explained).map((texts) => rowOf(texts, widths, (at) => (isProse(at) ? prose : centred))),
  )
}

/** Word ends a document with a paragraph, not with a table; this one takes no room. */
const end = element(
  'w:p',
  {},
  element(
    'w:pPr',
    {},
    element('w:spacing', { 'w:before': '0', 'w:after': '0', 'w:line': '20', 'w:lineRule': 'exact' }),
  ),
)

/** What comes behind the form; `main` still has its markers. */
function pagesOf(main: XmlElement, row: XmlElement, statistics: Statistics): readonly XmlElement[] {
  const form = formTableOf(main, row)
  if (form === undefined) return []
  const { table } = statistics
  const title = likeParagraph(
    paragraphOf(main, fieldNames.title) ?? plainTitle,
    textNodes(explainedTitle),
    onNewPage,
  )
  const line = [...textNodes(unitText(table)), element('w:tab'), ...textNodes(dateText(table))]
  const unit = likeParagraph(paragraphOf(main, fieldNames.unit) ?? element('w:p'), line, (look) => look)
  return [title, unit, tableOf(form, statistics), end].map(copied)
}

/** The filled document with 审核说明 before the properties of its last section. */
export function withExplainedPages(
  filled: XmlElement,
  { main, row }: { readonly main: XmlElement; readonly row: XmlElement | undefined },
  statistics: Statistics,
): XmlElement {
  const { explained } = statistics
  const added = explained.length === 0 || row === undefined ? [] : pagesOf(main, row, statistics)
  if (added.length === 0) return filled
  const body = (node: XmlNode): XmlNode => {
    if (!isElement(node, 'w:body')) return node
    const last = node.children.findLastIndex((child) => isElement(child, 'w:sectPr'))
    const at = last < 0 ? node.children.length : last
    return { ...node, children: [...node.children.slice(0, at), ...added, ...node.children.slice(at)] }
  }
  return { ...filled, children: filled.children.map(body) }
}
