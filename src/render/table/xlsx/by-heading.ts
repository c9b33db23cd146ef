import { type Column, columns } from '../../../model/case.ts'
import type { FormPlaces } from '../../../model/form-places.ts'
import { cellName, rangeOf } from '../../../office/reference.ts'
import { attribute, eachTag, escapeText, withAttribute } from '../../../office/xml-text.ts'
import { columnNames, marker } from '../markers.ts'
import { withFields } from '../template.ts'
import type { TemplateBook, TemplateCell, TemplateRow, TemplateSheet } from './workbook.ts'

function written(cell: TemplateCell, text: string): TemplateCell {
  return {
    ...cell,
    tag: withAttribute(cell.tag, 't', 'inlineStr'),
    inner: `<is><t xml:space="preserve">${escapeText(text)}</t></is>`,
  }
}

/** The row with these texts in its cells; a cell that is not there looks as the one of `like` in its column. */
function withTexts(
  row: TemplateRow,
  texts: ReadonlyMap<number, string>,
  like: TemplateRow | undefined,
): TemplateRow {
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]))
  for (const [column, text] of texts) {
    const style = attribute(like?.cells.find((cell) => cell.column === column)?.tag ?? '', 's')
    const bare = { column, tag: `<c r="${cellName({ row: row.row, column })}">`, inner: '' }
    const cell = cells.get(column) ?? { ...bare, tag: withAttribute(bare.tag, 's', style) }
    cells.set(column, written(cell, text))
  }
  return { ...row, cells: [...cells.values()].toSorted((one, other) => one.column - other.column) }
}

function markersOf({ columns: places }: FormPlaces): ReadonlyMap<number, string> {
  const named = columns.flatMap((column: Column) => {
    const place = places[column]
    return place === undefined ? [] : [[place, marker(columnNames[column])] as const]
  })
  return new Map(named)
}

function styleIn(row: TemplateRow | undefined, column: number): string | undefined {
  return attribute(row?.cells.find((cell) => cell.column === column)?.tag ?? '', 's')
}

/** Pre-printed rows, and the blank ones that are lines of the table: those that look like its first. */
function usedUp(sheet: TemplateSheet, places: FormPlaces): readonly number[] {
  const { pattern, preprinted, blank, end = Number.POSITIVE_INFINITY } = places
  const column = places.columns.type ?? 1
  const look = styleIn(
    sheet.xml.rows.find(({ row }) => row === pattern),
    column,
  )
  const lastRead = Math.max(pattern, ...preprinted, ...blank)
  return sheet.xml.rows
    .filter(({ row, cells }) => {
      if (row <= pattern || row >= end) return false
      if (preprinted.includes(row)) return true
      const isBlank = blank.includes(row) || row > lastRead
      const isLine = look !== undefined && cells.some((cell) => cell.column === column)
      return (
        isBlank && isLine && attribute(cells.find((cell) => cell.column === column)?.tag ?? '', 's') === look
      )
    })
    .map(({ row }) => row)
}

/** 案件类型 merged over the pre-printed rows goes with them; a merge inside the first row is repeated. */
function withoutMerges(tail: string, first: number, last: number): string {
  const kept = eachTag(tail, 'mergeCell', (tag) => {
    const range = rangeOf(attribute(tag, 'ref') ?? '')
    const isGone = range && range.top >= first && range.bottom <= last && range.bottom > range.top
    return isGone ? '' : tag
  })
  const counted = eachTag(kept, 'mergeCells', (tag) => withAttribute(tag, 'count', undefined))
  return counted.replace(/<mergeCells[^>]*>\s*<\/mergeCells>/, '')
}

function markedSheet(sheet: TemplateSheet, places: FormPlaces): TemplateSheet {
  const { pattern } = places
  const removed = usedUp(sheet, places)
  const texts = new Map<number, Map<number, string>>([[pattern, new Map(markersOf(places))]])
  for (const text of places.texts) {
    if (text.cell === undefined) continue
    const row = texts.get(text.cell.row) ?? new Map<number, string>()
    texts.set(text.cell.row, row.set(text.cell.column, withFields(text)))
  }
  const rows = sheet.xml.rows.some(({ row }) => row === pattern)
    ? sheet.xml.rows
    : [...sheet.xml.rows, { row: pattern, tag: `<row r="${pattern}">`, cells: [] }].toSorted(
        (a, b) => a.row - b.row,
      )
  const heading = rows.find(({ row }) => row === pattern - 1)
  const marked = rows.map((row) => {
    const own = texts.get(row.row)
    return own ? withTexts(row, own, heading) : row
  })
  const tail = withoutMerges(sheet.xml.tail, pattern, Math.max(pattern, ...removed))
  return { ...sheet, xml: { ...sheet.xml, rows: marked, tail }, removed }
}

/** The workbook as if somebody had written the markers into the rows that its heading tells. */
export function markedByHeading(workbook: TemplateBook, places: FormPlaces): TemplateBook {
  const sheets = workbook.sheets.map((sheet) =>
    sheet.name === places.sheet ? markedSheet(sheet, places) : sheet,
  )
  return { ...workbook, sheets }
}
