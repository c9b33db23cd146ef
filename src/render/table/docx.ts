import { type Column, columns } from '../../model/case.ts'
import type { Statistics, Table } from '../../model/table.ts'
import { relationshipNamespace } from '../../office/package.ts'
import { asWritten, isElement, textOf, type XmlElement, type XmlNode } from '../../office/xml-tree.ts'
import { type TableLine, tableLines } from './cells.ts'
import { markedByHeading } from './docx/by-heading.ts'
import { withExplainedPages } from './docx/explained-pages.ts'
import { linksOf } from './docx/links.ts'
import { openWord, savedWord, type WordPackage } from './docx/package.ts'
import { filledParagraph, type ParagraphFilling } from './docx/paragraph.ts'
import { centred, copied, growing, keptWithNext, spanning } from './docx/rows.ts'
import { type CaseRow, caseRowOf, spotFault, spotsIn } from './docx/spots.ts'
import type { FilledForm, Refusal } from './format.ts'
import { type LinkPiece, printedUrlPieces } from './link-target.ts'
import { columnNamed, fieldNamed, fieldNames, fieldTexts, marker } from './markers.ts'
import { formRenderer } from './template.ts'

/** A control that still shows its prompt would throw away what is filled in at the first key. */
function unprompted(node: XmlElement): XmlElement {
  if (node.name !== 'w:sdt' || spotsIn(node).next().done) return node
  const properties = (child: XmlNode): XmlNode =>
    isElement(child, 'w:sdtPr')
      ? { ...child, children: child.children.filter((one) => !isElement(one, 'w:showingPlcHdr')) }
      : child
  return { ...node, children: node.children.map(properties) }
}

function filledTree(node: XmlElement, filling: ParagraphFilling, rowsFor?: RowsFor): XmlElement {
  // Properties hold nothing to fill in: the rows of a table share them.
  if (node.name.endsWith('Pr')) return node
  const children = unprompted(node).children.flatMap((child): readonly XmlNode[] =>
    typeof child === 'string' ? [child] : (rowsFor?.(child) ?? [filledTree(child, filling, rowsFor)]),
  )
  const filled = { ...node, children }
  return node.name === 'w:p' ? filledParagraph(filled, filling) : filled
}

type RowsFor = (node: XmlElement) => readonly XmlElement[] | undefined

function cellContent(line: TableLine, column: Column): readonly LinkPiece[] {
  if (line.kind === 'nil') return column === 'type' ? [{ text: line.text }] : []
  if (line.kind === 'case' && column === 'url') return printedUrlPieces(line.row)
  return [{ text: line.cells[columns.indexOf(column)] ?? '' }]
}

/** Of a row without a case: what it says, but for the type's own name. */
function inTheMiddle(row: XmlElement, line: TableLine): XmlElement {
  if (line.kind === 'case') return row
  const words = line.kind === 'nil' ? [line.text] : line.cells.slice(columns.indexOf('type') + 1)
  return centred(row, (cell) => words.some((text) => text !== '' && textOf(cell).includes(text)))
}

function caseRows(
  { row, typeIndex }: CaseRow,
  table: Table,
  fillingOf: (line: TableLine) => ParagraphFilling,
): RowsFor {
  const first = growing(row)
  const next = copied(first)
  return (node) => {
    if (node !== row) return undefined
    const lines = tableLines(table)
    return lines.map((line, index) => {
      const pattern = index === 0 ? first : next
      const shaped = line.kind === 'nil' ? spanning(pattern, typeIndex) : pattern
      const filled = inTheMiddle(filledTree(shaped, fillingOf(line)), line)
      // Trees of ten thousand rows would fill the memory.
      return asWritten(index === lines.length - 1 ? keptWithNext(filled) : filled)
    })
  }
}

function withoutLabel(main: XmlElement): XmlElement {
  const isLabel = (node: XmlNode): boolean =>
    isElement(node, 'w:p') && textOf(node).trim() === marker(fieldNames.label)
  const body = (node: XmlNode): XmlNode =>
    isElement(node, 'w:body') ? { ...node, children: node.children.filter((child) => !isLabel(child)) } : node
  return { ...main, children: main.children.map(body) }
}

function hasMarkers({ main, others }: WordPackage): boolean {
  return [main, ...others.values()].some((root) => !spotsIn(root).next().done)
}

function fillWord(
  word: WordPackage,
  statistics: Statistics,
  isByHeading: boolean,
): FilledForm | { readonly refusal: Refusal } {
  const { table } = statistics
  const spots = [...spotsIn(word.main)]
  const row = caseRowOf(spots)
  const marked = [...word.others].filter(([, root]) => !spotsIn(root).next().done)
  const refusal = spotFault(
    spots,
    marked.flatMap(([, root]) => [...spotsIn(root)]),
    isByHeading,
  )
  if (refusal !== undefined) return { refusal }
  const { linked, targets } = linksOf(word)
  const texts = fieldTexts(table)
  const fillingOf = (line?: TableLine): ParagraphFilling => ({
    linked,
    isWithoutCase: line !== undefined && line.kind !== 'case',
    contentOf: (name) => {
      const [field, column] = [fieldNamed(name), columnNamed(name)]
      if (field !== undefined) return [{ text: texts[field] }]
      return line === undefined || column === undefined ? [] : cellContent(line, column)
    },
  })
  const filling = fillingOf()
  const filled = filledTree(
    table.label === null ? withoutLabel(word.main) : word.main,
    filling,
    row && caseRows(row, table, fillingOf),
  )
  const main = withExplainedPages(filled, { main: word.main, row: row?.row }, statistics)
  const others = new Map(marked.map(([name, root]) => [name, filledTree(root, filling)]))
  const attributes = { 'xmlns:r': relationshipNamespace, ...main.attributes }
  return { bytes: savedWord({ ...word, main: { ...main, attributes }, others }, targets), warnings: [] }
}

/** Everything else of the form stays as it is. */
export const renderDocx = formRenderer<WordPackage>({
  name: 'form.docx',
  open: openWord,
  hasMarkers,
  markedByHeading: (word, places) => ({ ...word, main: markedByHeading(word.main, places) }),
  fill: fillWord,
})
