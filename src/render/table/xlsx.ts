import type { Statistics } from '../../model/table.ts'
import { type PartEdit, partBytes, partText, withLinks } from '../../office/package.ts'
import { rangeOf } from '../../office/reference.ts'
import { attribute, tags } from '../../office/xml-text.ts'
import { rezipped } from '../../office/zip.ts'
import type { FilledForm, Refusal } from './format.ts'
import { formRenderer } from './template.ts'
import { finishingEdits } from './xlsx/book-parts.ts'
import { markedByHeading } from './xlsx/by-heading.ts'
import type { SheetFacts } from './xlsx/cell.ts'
import { type Growth, type Growths, growthsOf, type Home, startAfter } from './xlsx/formula.ts'
import { type GrownLinks, growLinks, growMerges, growRanges, withLinkPrefix } from './xlsx/grow-sheet.ts'
import { withListSheets } from './xlsx/list-sheets.ts'
import { countedMarkers, type MarkedRow, markedRows } from './xlsx/marks.ts'
import { measuresOf } from './xlsx/measures.ts'
import { hasMarkers, objection } from './xlsx/objections.ts'
import { hangingEdits } from './xlsx/pictures-and-notes.ts'
import { repeatedRowWriter, sheetWarnings, type WrittenRow, writeSingleRow } from './xlsx/rows.ts'
import { readStyles, type Styles } from './xlsx/styles.ts'
import { caseRows, type RowContent, singleValues, typeRows, type Values } from './xlsx/values.ts'
import { openWorkbook, type TemplateBook, type TemplateRow, type TemplateSheet } from './xlsx/workbook.ts'

interface FormFilling {
  readonly singles: Values
  readonly rows: Readonly<Record<MarkedRow['kind'], readonly RowContent[]>>
  readonly styles: Styles
  readonly growths: Growths
}

interface FilledSheet {
  readonly edits: readonly PartEdit[]
  readonly warnings: readonly string[]
}

interface Copy extends WrittenRow {
  readonly row: number
}

function factsOf(workbook: TemplateBook, sheet: TemplateSheet, filling: FormFilling): SheetFacts {
  return {
    strings: workbook.strings,
    styles: filling.styles,
    measures: measuresOf(sheet.xml),
    isFrom1904: workbook.isFrom1904,
    home: { sheet: sheet.name, growths: filling.growths },
    merges: tags(sheet.xml.tail, 'mergeCell').flatMap((tag) => rangeOf(attribute(tag, 'ref') ?? '') ?? []),
    singles: filling.singles,
  }
}

function rowWriter(
  workbook: TemplateBook,
  sheet: TemplateSheet,
  filling: FormFilling,
): (row: TemplateRow) => readonly Copy[] {
  const facts = factsOf(workbook, sheet, filling)
  const growths = growthsOf(filling.growths, sheet.name)
  const kinds = new Map(markedRows(sheet, workbook).map(({ row, kind }) => [row, kind]))
  return (template) => {
    if (sheet.removed.includes(template.row)) return []
    const first = startAfter(growths, template.row)
    const kind = kinds.get(template.row)
    if (kind === undefined) return [{ ...writeSingleRow(template, first, facts), row: first }]
    const write = repeatedRowWriter(template, facts)
    return filling.rows[kind].map((content, copy) => {
      const row = first + copy
      return { ...write(row, content, copy), row }
    })
  }
}

function linkPrefix({ relations }: TemplateSheet): string {
  let prefix = 'link'
  while ([...relations.keys()].some((id) => id.startsWith(prefix))) prefix += '_'
  return prefix
}

function grownTail(sheet: TemplateSheet, home: Home, rows: readonly Copy[]): GrownLinks {
  const filled = {
    links: rows.flatMap(({ links }) => links),
    across: new Map(rows.flatMap(({ row, across }) => (across === undefined ? [] : [[row, across]]))),
    prefix: linkPrefix(sheet),
  }
  return growLinks(growMerges(growRanges(sheet.xml.tail, home), home, filled), home, filled)
}

function fillSheet(workbook: TemplateBook, sheet: TemplateSheet, filling: FormFilling): FilledSheet {
  const home: Home = { sheet: sheet.name, growths: filling.growths }
  const rows = sheet.xml.rows.flatMap(rowWriter(workbook, sheet, filling))
  const { tail, targets } = grownTail(sheet, home, rows)
  const head = withLinkPrefix(growRanges(sheet.xml.head, home))
  const data = rows.map(({ xml }) => xml).join('')
  const linked = targets.size === 0 ? [] : [withLinks(workbook.parts, sheet.part, targets)]
  const edits: readonly PartEdit[] = [
    [sheet.part, `${head}<sheetData>${data}</sheetData>${tail}`],
    ...linked,
    ...hangingEdits(workbook, sheet, home, rows),
  ]
  return { edits, warnings: sheetWarnings(sheet.name, rows) }
}

function fillingOf(workbook: TemplateBook, statistics: Statistics, styles: Styles): FormFilling {
  const rows = { case: caseRows(statistics, countedMarkers(workbook)), type: typeRows(statistics) }
  const growths = workbook.sheets.map((sheet): readonly [string, readonly Growth[]] => [
    sheet.name.toLowerCase(),
    [
      ...markedRows(sheet, workbook).map(({ row, kind }) => ({ row, count: rows[kind].length })),
      ...sheet.removed.map((row) => ({ row, count: 0 })),
    ],
  ])
  return {
    singles: singleValues(statistics),
    rows,
    styles,
    growths: new Map(growths.filter(([, list]) => list.length > 0)),
  }
}

function fillWorkbook(
  workbook: TemplateBook,
  statistics: Statistics,
  isByHeading: boolean,
): FilledForm | { readonly refusal: Refusal } {
  const refusal = objection(workbook, isByHeading)
  if (refusal !== undefined) return { refusal }
  const styles = readStyles(partText(workbook.parts, workbook.stylesPart) ?? '')
  const filling = fillingOf(workbook, statistics, styles)
  const sheets = workbook.sheets.map((sheet) => fillSheet(workbook, sheet, filling))
  const added = withListSheets(workbook, statistics, styles)
  const home = { sheet: '', growths: filling.growths }
  const edits: readonly PartEdit[] = [
    ...sheets.flatMap(({ edits }) => edits),
    ...added.edits,
    ...finishingEdits(added.workbook, home, statistics.table.date),
    [workbook.stylesPart, styles.xml()],
  ]
  const changes = new Map(edits.map(([part, xml]) => [part, xml === undefined ? undefined : partBytes(xml)]))
  return { bytes: rezipped(workbook.bytes, changes), warnings: sheets.flatMap(({ warnings }) => warnings) }
}

/** All else in the workbook stays, and moves with the rows that come in. */
export const renderXlsx = formRenderer<TemplateBook>({
  name: 'form.xlsx',
  open: openWorkbook,
  hasMarkers,
  markedByHeading,
  fill: fillWorkbook,
})
