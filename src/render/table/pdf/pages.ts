import { explainedHeadings, explainedTitle } from '../../../model/explanation.ts'
import type { Explained } from '../../../model/finding.ts'
import type { Table } from '../../../model/table.ts'
import { dateText, tableLines, unitText } from '../cells.ts'
import { explainedRows, explainedWidths, isProse } from '../explained.ts'
import { fieldTexts } from '../markers.ts'
import { page, typeSizes } from '../page.ts'
import type { Letters } from './letters.ts'
import { heightOf, lineHeight, type Paragraph, paragraph, type TextStyle } from './lines.ts'
import {
  edgesOf,
  formEdges,
  headingRow,
  leading,
  millimetre,
  type PageRow,
  plainRow,
  rowsOf,
  splitRow,
  textArea,
} from './rows.ts'

const areaTop = page.top * millimetre
const areaBottom = (page.height - page.bottom) * millimetre

export interface PlacedPart<T> {
  /** Points from the page's top to its own. */
  readonly top: number
  readonly part: T
}

/** What stands where on one page. */
export interface Page {
  /** Of the columns of its table. */
  readonly edges: readonly number[]
  readonly above: readonly PlacedPart<Paragraph>[]
  readonly rows: readonly PlacedPart<PageRow>[]
  readonly below: readonly PlacedPart<Paragraph>[]
}

interface Growing extends Page {
  readonly rows: PlacedPart<PageRow>[]
  readonly below: PlacedPart<Paragraph>[]
}

const body: TextStyle = { role: 'body', size: typeSizes.line, align: 'left', leading }

interface Head {
  readonly table: Table
  /** '' where there is none. */
  readonly label: string
  readonly title: string
}

/** A table with its heading on every page. */
interface Placing extends Head {
  readonly edges: readonly number[]
  readonly heading: PageRow
  /** Those that fit a page with so much room below its heading. */
  readonly rowsFor: (free: number) => readonly PageRow[]
  /** '' where there is none. */
  readonly note: string
}

/** GB/T 9704-2012: 附件 begins the first line, the title is centred in the third. */
function headOf(
  { table, label, title }: Head,
  letters: Letters,
): { readonly texts: PlacedPart<Paragraph>[]; readonly bottom: number } {
  const labelStyle: TextStyle = { role: 'heading', size: typeSizes.label, align: 'left', leading }
  const titleStyle: TextStyle = { role: 'title', size: typeSizes.title, align: 'center', leading }
  const column = textArea
  const date = paragraph(dateText(table), letters, { column, style: { ...body, align: 'right' } })
  const dateWidth = (letters.widthOf(dateText(table), 'body') * body.size) / 1000
  const beside = { ...column, width: column.width - dateWidth - 2 * body.size }
  const unit = paragraph(unitText(table), letters, { column: beside, style: body })
  const texts: PlacedPart<Paragraph>[] = []
  let top = areaTop
  const put = (part: Paragraph, after: number): void => {
    texts.push({ top, part })
    top += heightOf(part) + after
  }
  if (label !== '') put(paragraph(label, letters, { column, style: labelStyle }), lineHeight(labelStyle))
  put(paragraph(title, letters, { column, style: titleStyle }), 8)
  const dateTop = top
  put(unit, 4)
  texts.push({ top: dateTop, part: date })
  return { texts, bottom: Math.max(top, dateTop + heightOf(date) + 4) }
}

function numberOf(index: number, count: number, letters: Letters): PlacedPart<Paragraph> {
  const style: TextStyle = { role: 'body', size: 9, align: 'center', leading }
  const text = `第 ${index + 1} 页　共 ${count} 页`
  return {
    top: areaBottom + 5 * millimetre,
    part: paragraph(text, letters, { column: textArea, style }),
  }
}

/** The heading stands on every page, and the note never alone on one where the last row can go with it. */
function pagesBelow(placing: Placing, letters: Letters): readonly Page[] {
  const { edges, heading, rowsFor } = placing
  const head = headOf(placing, letters)
  const noteStyle: TextStyle = { ...body, size: typeSizes.note }
  const note = paragraph(placing.note, letters, { column: textArea, style: noteStyle })
  const noteHeight = placing.note === '' ? 0 : heightOf(note) + 2 * millimetre
  let current: Growing = { edges, above: head.texts, rows: [], below: [] }
  const pages = [current]
  let top = head.bottom
  const put = (part: PageRow): void => {
    current.rows.push({ top, part })
    top += part.height
  }
  const turn = (): void => {
    current = { edges, above: [], rows: [], below: [] }
    pages.push(current)
    top = areaTop
  }
  put(heading)
  const rows = rowsFor(areaBottom - top)
  for (const [index, row] of rows.entries()) {
    const needed = row.height + (index === rows.length - 1 ? noteHeight : 0)
    if (index > 0 && top + needed > areaBottom) {
      turn()
      put(heading)
    }
    put(row)
  }
  if (top + noteHeight > areaBottom) turn()
  if (noteHeight > 0) current.below.push({ top: top + 2 * millimetre, part: note })
  return pages
}

export function formPages(table: Table, letters: Letters): readonly Page[] {
  const { label, title, note } = fieldTexts(table)
  const rowsFor = (free: number) => tableLines(table).flatMap((line) => rowsOf(line, letters, free))
  const heading = headingRow(letters)
  return pagesBelow({ table, label, title, edges: formEdges, heading, rowsFor, note }, letters)
}

/** Numbered through, whatever stands on them. */
export function numbered(pages: readonly Page[], letters: Letters): readonly Page[] {
  return pages.map((one, index) => ({
    ...one,
    below: [...one.below, numberOf(index, pages.length, letters)],
  }))
}

const edges = edgesOf(explainedWidths)

/** 审核说明 begins a page of its own behind the form, and has its heading on each. */
export function explainedPages(
  table: Table,
  explained: readonly Explained[],
  letters: Letters,
): readonly Page[] {
  if (explained.length === 0) return []
  const heading = plainRow(explainedHeadings, letters, { edges, style: () => 'bold' })
  const styleOf = (at: number) => (isProse(at) ? 'flush' : 'centred')
  const rowsFor: Placing['rowsFor'] = (free) =>
    explainedRows(explained).flatMap((cells) =>
      splitRow(plainRow(cells, letters, { edges, style: styleOf }), free),
    )
  return pagesBelow({ table, label: '', title: explainedTitle, edges, heading, rowsFor, note: '' }, letters)
}
