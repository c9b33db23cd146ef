import type { Finding } from '../../model/finding.ts'
import type { LogSummary } from '../../model/log.ts'
import type { Look } from '../../model/look.ts'
import { hang } from '../hang.ts'
import type { Style } from '../paint.ts'
import { visible } from '../visible.ts'
import { displayWidth, padEnd } from '../width.ts'
import type { HiddenCount, ShownFindings } from './log-findings.ts'
import { assumptions } from './log-line.ts'
import { pathName, placeName } from './place.ts'
import { severityMark } from './severity.ts'

/** A longer place is followed by its text at once, without moving the others. */
const widestPlace = 36
/** Beside the place; with less room the text stands under it. */
const narrowestText = 36
/** Of a cell that holds a page a terminal shows the beginning. */
const quotedLength = 40
/** A shorter cell, such as 是, may stand in a sentence by chance. */
const tellingLength = 4

function severalSheets(log: LogSummary | undefined): boolean {
  return (log?.sheets ?? []).filter((sheet) => sheet.skipped === undefined).length > 1
}

/** What is wrong; with the cell's words where the sentence does not quote them. */
function fault({ message, value = '' }: Finding, columns: number | undefined): string {
  const said = visible(message)
  const words = value.replace(/\s+/g, ' ')
  const beginning = visible(words.slice(0, quotedLength))
  const told = words.length < tellingLength ? `「${beginning}` : beginning
  if (words === '' || said.includes(told)) return said
  const cut = columns !== undefined && words.length > quotedLength
  return `${said}（原值「${cut ? `${beginning}…` : visible(words)}」）`
}

interface Room {
  readonly columns: number | undefined
  readonly indent: number
}

function sentences(finding: Finding, { columns, indent }: Room): string {
  const wrong = fault(finding, columns)
  const remedy = `→ ${visible(finding.remedy)} [${finding.rule}]`
  const whole = `${wrong} ${remedy}`
  if (columns === undefined || displayWidth(whole) <= columns - indent) return whole
  return [wrong, remedy].map((text) => hang(text, columns, indent)).join(`\n${' '.repeat(indent)}`)
}

function findingLines(findings: readonly Finding[], style: LogStyle): string[] {
  const { look, paint, log } = style
  const places = findings.map((finding) => placeName(finding, severalSheets(log)))
  const placeWidth = Math.min(widestPlace, Math.max(...places.map(displayWidth)))
  const { columns } = look
  return findings.map((finding, i) => {
    const mark = `  ${severityMark(finding.severity, paint)}  `
    const place = places[i] ?? ''
    const indent = displayWidth(mark) + Math.max(placeWidth, displayWidth(place)) + 2
    if (columns === undefined || columns - indent >= narrowestText)
      return `${mark}${padEnd(place, placeWidth)}  ${sentences(finding, { columns, indent })}`
    const under = { columns, indent: displayWidth(mark) }
    return `${mark}${hang(place, columns, under.indent)}\n${' '.repeat(under.indent)}${sentences(finding, under)}`
  })
}

function hiddenLine(hidden: readonly HiddenCount[], look: Look): string[] {
  if (hidden.length === 0) return []
  const parts = hidden.map(({ rule, count }) => `另有 ${count} 处同类问题（${rule}）`)
  return [`  … ${hang(parts.join('，'), look.columns, 4)}`]
}

export interface LogStyle extends Style {
  /** Absent for a log that could not be read to its end. */
  readonly log: LogSummary | undefined
}

export function faultyLog(path: string, { shown, hidden }: ShownFindings, style: LogStyle): string {
  const { look, paint, log } = style
  return [
    paint.bold(pathName(path)),
    ...(log === undefined || look.quiet ? [] : [`  ${hang(assumptions(log), look.columns, 2)}`]),
    ...findingLines(shown, style),
    ...hiddenLine(hidden, look),
    '\n',
  ].join('\n')
}

export function cleanLog(log: LogSummary, { look, paint }: Style): string {
  const text = `${pathName(log.path)}  ${assumptions(log)}`
  return `${paint.green('√')} ${hang(text, look.columns, 2)}\n`
}
