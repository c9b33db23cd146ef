import type { Finding } from '../../model/finding.ts'
import { displayWidth } from '../width.ts'
import type { Workbook, Worksheet } from '../workbook.ts'
import { severityNames } from './severity.ts'
import type { ShownLog, ShownLogs } from './shown-logs.ts'
import { cellStyles, cellText, explainedFill, plainOn, severityFills } from './xlsx-sheet.ts'

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

function addLog(workbook: Workbook, log: ShownLog): Worksheet {
  const sheet = workbook.addWorksheet(log.name, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  for (const [at, width] of widthsOf(log).entries()) sheet.getColumn(at + 1).width = width
  for (const { row: number, cells } of log.rows.values()) {
    const row = sheet.getRow(number)
    cells.forEach((text, at) => {
      if (text === '') return
      const cell = row.getCell(at + 1)
      cell.value = cellText(text)
      cell.style = cellStyles.plain
    })
  }
  return sheet
}

/** The gravest of several decides the colour; the findings come with the gravest first. */
export function addLogs(
  workbook: Workbook,
  shown: ShownLogs,
  findings: readonly Finding[],
  isExplained: (finding: Finding) => boolean,
): void {
  const sheets = new Map(shown.all().map((log) => [log, addLog(workbook, log)]))
  const notes = new Map<string, { readonly log: ShownLog; readonly cell: string; readonly own: Finding[] }>()
  for (const finding of findings) {
    const place = shown.placeOf(finding)
    if (place === undefined) continue
    const key = `${place.log.name}!${place.cell}`
    const known = notes.get(key)
    if (known) known.own.push(finding)
    else notes.set(key, { ...place, own: [finding] })
  }
  for (const { log, cell, own } of notes.values()) {
    const [first] = own
    const target = sheets.get(log)?.getCell(cell)
    if (target === undefined || first === undefined) continue
    const standing = own.find((one) => !isExplained(one))
    target.style = plainOn(standing ? severityFills[standing.severity] : explainedFill)
    target.note = cellText(own.map((one) => noteOf(one, isExplained(one))).join('\n\n'))
  }
}
