import type { Finding } from '../../model/finding.ts'
import type { ReadRow } from '../../model/read-row.ts'
import {
  cellStyles,
  cellText,
  explainedFill,
  fonts,
  headingFill,
  heightOf,
  landscape,
  plainOn,
  severityFills,
} from '../list/xlsx.ts'
import { displayWidth } from '../width.ts'
import type { ExcelBook, SheetRow, Worksheet } from '../workbook.ts'
import type { ShownLog, ShownLogs } from './shown-logs.ts'
import { severityNames } from './words.ts'

function noteOf({ severity, message, remedy, rule, reason }: Finding, isExplained: boolean): string {
  const said = `${severityNames[severity]}：${message}\n→ ${remedy}\n[${rule}]`
  return isExplained ? `${said}\n已说明：${reason ?? ''}` : said
}

function widthsOf(log: ShownLog): readonly number[] {
  const widths: number[] = []
  for (const { cells } of log.rows.values()) {
    // A title stands in one cell and runs over the others.
    if (cells.filter((cell) => cell !== '').length < 2) continue
    cells.forEach((cell, at) => {
      widths[at] = Math.min(40, Math.max(widths[at] ?? 8, displayWidth(cell.slice(0, 60)) + 2))
    })
  }
  return widths
}

/** What covers a cell from above stands in it again: the sheet has no merged cells. */
function textsOf({ cells, merged }: ReadRow): readonly string[] {
  if (merged === undefined) return cells
  const length = Math.max(cells.length, ...[...merged.keys()].map((at) => at + 1))
  return Array.from({ length }, (_, at) => merged.get(at) ?? cells[at] ?? '')
}

const title = { ...cellStyles.plain, alignment: { vertical: 'top' } } as const

interface LogRowLook {
  readonly plain: object
  readonly title: object
  readonly textOf: (text: string) => string
}

function escaped(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

/** Damage must come back as it was, or it would pass for mended: written as Excel writes what XML cannot hold. */
function unchanged(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, escaped)
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, escaped)
}

const toSee: LogRowLook = { plain: cellStyles.plain, title, textOf: cellText }
/** As text, or a spreadsheet makes a day of a number that is typed into a cell. */
const toMend: LogRowLook = {
  plain: { ...cellStyles.plain, numFmt: '@' },
  title: { ...title, numFmt: '@' },
  textOf: unchanged,
}
const heading: LogRowLook = { ...toMend, plain: { ...toMend.plain, font: fonts.bold, fill: headingFill } }

/** A title stands alone in its row and runs over the other cells. */
function writeRow(row: SheetRow, texts: readonly string[], links: ReadRow['links'], look: LogRowLook): void {
  const style = texts.filter((text) => text !== '').length < 2 ? look.title : look.plain
  texts.forEach((text, at) => {
    if (text === '') return
    const cell = row.getCell(at + 1)
    const shown = look.textOf(text)
    const link = links?.get(at)
    cell.value = link === undefined ? shown : { text: shown, hyperlink: link }
    cell.style = style
  })
}

/** Shown again, to be looked at. */
function writeShown(sheet: Worksheet, log: ShownLog): void {
  for (const { row, cells } of log.rows.values()) writeRow(sheet.getRow(row), cells, undefined, toSee)
}

/** Shown so that it can be mended and read back: with what merged cells cover, what links lead to, and room to write. */
function writeWhole(sheet: Worksheet, log: ShownLog, widths: readonly number[]): void {
  for (const at of widths.keys()) sheet.getColumn(at + 1).style = toMend.plain
  for (const [at, texts] of log.above.entries()) writeRow(sheet.getRow(at + 1), texts, undefined, toMend)
  for (const read of log.rows.values()) {
    const row = sheet.getRow(read.row + log.above.length)
    const texts = textsOf(read)
    const isHeading = read.line === log.headingLine
    writeRow(row, texts, read.links, isHeading ? heading : toMend)
    if (isHeading) sheet.views = [{ state: 'frozen', ySplit: row.number }]
    if (row.actualCellCount > 1) row.height = heightOf(texts, widths)
  }
}

function addLog(workbook: ExcelBook, log: ShownLog, { isToBeMended }: LogLook): Worksheet {
  const sheet = workbook.addWorksheet(log.name, {
    pageSetup: { ...landscape, ...(isToBeMended && { showGridLines: true }) },
  })
  const widths = widthsOf(log)
  for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = width
  if (isToBeMended) writeWhole(sheet, log, widths)
  else writeShown(sheet, log)
  return sheet
}

export interface LogLook {
  /** Whether it comes back as the corrected log, so that nothing may be lost of it. */
  readonly isToBeMended: boolean
}

interface NotedCell {
  readonly log: ShownLog
  readonly cell: string
  readonly own: Finding[]
}

function byCell(shown: ShownLogs, findings: readonly Finding[]): Iterable<NotedCell> {
  const notes = new Map<string, NotedCell>()
  for (const finding of findings) {
    const place = shown.placeOf(finding)
    if (place === undefined) continue
    const key = `${place.log.name}!${place.cell}`
    const known = notes.get(key)
    if (known) known.own.push(finding)
    else notes.set(key, { ...place, own: [finding] })
  }
  return notes.values()
}

/** Colours and comments the cells of a sheet; the gravest of several findings decides the colour. */
export function markCells(
  sheetOf: (log: ShownLog) => Worksheet | undefined,
  shown: ShownLogs,
  findings: readonly Finding[],
  isExplained: (finding: Finding) => boolean,
  { isToBeMended }: LogLook,
): void {
  for (const { log, cell, own } of byCell(shown, findings)) {
    const target = sheetOf(log)?.getCell(cell)
    if (target === undefined) continue
    const open = own.find((one) => !isExplained(one))
    const fill = open ? severityFills[open.severity] : explainedFill
    target.style = isToBeMended ? { ...target.style, fill } : plainOn(fill)
    target.note = cellText(own.map((one) => noteOf(one, isExplained(one))).join('\n\n'))
  }
}

/** The findings come with the gravest first. */
export function addLogs(
  workbook: ExcelBook,
  shown: ShownLogs,
  findings: readonly Finding[],
  isExplained: (finding: Finding) => boolean,
  look: LogLook = { isToBeMended: false },
): void {
  const sheets = new Map(shown.all().map((log) => [log, addLog(workbook, log, look)]))
  markCells((log) => sheets.get(log), shown, findings, isExplained, look)
}
