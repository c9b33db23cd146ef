import { partText, withLinks } from '../../../office/package.ts'
import { rangeOf } from '../../../office/reference.ts'
import { attribute, tags } from '../../../office/xml-text.ts'
import type { SheetFacts } from './compiled-cell.ts'
import { type Growths, growthsOf, type Home, startAfter } from './formula.ts'
import { growDrawing, growNoteBoxes } from './grow-drawing.ts'
import { type GrownLinks, growLinks, withLinkPrefix } from './grow-links.ts'
import { growComments, growRanges } from './grow-ranges.ts'
import { growMerges } from './grow-rows.ts'
import { type MarkedRow, markedRows } from './marks.ts'
import { measuresOf } from './measures.ts'
import { repeatedRowWriter, sheetWarnings, type WrittenRow, writeSingleRow } from './row-writer.ts'
import type { TemplateRow } from './sheet.ts'
import type { Styles } from './styles.ts'
import type { RowContent, Values } from './values.ts'
import type { TemplateSheet, Workbook } from './workbook.ts'

export interface Filling {
  readonly singles: Values
  readonly rows: Readonly<Record<MarkedRow['kind'], readonly RowContent[]>>
  readonly styles: Styles
  readonly growths: Growths
}

export interface FilledSheet {
  readonly edits: ReadonlyMap<string, string>
  readonly warnings: readonly string[]
}

interface Copy extends WrittenRow {
  readonly row: number
}

function factsOf(workbook: Workbook, sheet: TemplateSheet, filling: Filling): SheetFacts {
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
  workbook: Workbook,
  sheet: TemplateSheet,
  filling: Filling,
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

function hangingEdits(workbook: Workbook, sheet: TemplateSheet, home: Home, rows: readonly Copy[]) {
  const measures = measuresOf(sheet.xml)
  const after = new Map(rows.map(({ row, height }) => [row, height]))
  const heights = {
    before: measures.height,
    after: (row: number) => after.get(row) ?? measures.defaultHeight,
  }
  const changes: Readonly<Record<string, (xml: string) => string>> = {
    drawing: (xml) => growDrawing(xml, home, heights),
    vmlDrawing: (xml) => growNoteBoxes(xml, home),
    comments: (xml) => growComments(xml, home),
    threadedComment: (xml) => growComments(xml, home),
  }
  return [...sheet.relations.values()].flatMap(({ type, target }): readonly (readonly [string, string])[] => {
    const [change, xml] = [changes[type], partText(workbook.parts, target)]
    return change === undefined || xml === undefined ? [] : [[target, change(xml)]]
  })
}

export function fillSheet(workbook: Workbook, sheet: TemplateSheet, filling: Filling): FilledSheet {
  const home: Home = { sheet: sheet.name, growths: filling.growths }
  const rows = sheet.xml.rows.flatMap(rowWriter(workbook, sheet, filling))
  const { tail, targets, dropped } = grownTail(sheet, home, rows)
  const head = withLinkPrefix(growRanges(sheet.xml.head, home))
  const data = rows.map(({ xml }) => xml).join('')
  const edits = new Map([[sheet.part, `${head}<sheetData>${data}</sheetData>${tail}`]])
  if (targets.size > 0) {
    const [name, xml = ''] = withLinks(workbook.parts, sheet.part, targets)
    edits.set(name, xml)
  }
  for (const [part, xml] of hangingEdits(workbook, sheet, home, rows)) edits.set(part, xml)
  return { edits, warnings: sheetWarnings(sheet.name, rows, dropped) }
}
