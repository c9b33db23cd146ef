import type { Finding } from '../../model/finding.ts'
import type { LogSummary } from '../../model/log.ts'
import type { Look } from '../../model/look.ts'
import type { Drawing } from '../paint.ts'
import { visible } from '../printable.ts'
import { displayWidth, padEnd } from '../width.ts'
import { hang } from '../wrap.ts'
import type { HiddenCount, ShownFindings } from './text.ts'
import { assumptions, pathName, placeName, severityMark } from './words.ts'

const widestPlace = 36
/** The sign, its word and the blanks around the place. */
const markWidth = 12
const belowMark = 10
/** Beside the place; with less free the text stands under it. */
const narrowestText = 36
/** Of a cell that holds a page a terminal shows the beginning. */
const quotedLength = 40
/** A shorter cell, such as 是, may stand in a sentence by chance. */
const tellingLength = 4

function severalSheets(log: LogSummary | undefined): boolean {
  return (log?.sheets ?? []).filter(({ read }) => read).length > 1
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

/** How far the places may push the sentences of a log to the right; a longer one stands alone. */
function placeWidthOf(places: readonly string[], { columns }: Look): number {
  const free =
    columns === undefined ? widestPlace : Math.min(widestPlace, columns - markWidth - narrowestText)
  return Math.max(0, ...places.map(displayWidth).filter((width) => width <= free))
}

/** A shorter remedy may stand in every line: looking up what 同上 means takes longer than reading it. */
const longRemedy = 24

/** What to do, not said again right below: of thirty time limits only the days differ. */
function remedies(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, remedy }, at) => {
    const isSaid = remedy.length > longRemedy && findings[at - 1]?.remedy === remedy
    return `→ ${isSaid ? '处理同上' : visible(remedy)} [${rule}]`
  })
}

/** In one line where it fits; else the remedy stands below, and below a long place the sentence too. */
function findingText(wrong: string, remedy: string, start: string, { columns }: Look): string {
  const whole = `${start}${wrong} ${remedy}`
  if (columns === undefined || displayWidth(whole) <= columns) return whole
  const below = `\n${' '.repeat(belowMark)}`
  const indent = displayWidth(start)
  const beside = columns - indent >= narrowestText
  const sentence = beside
    ? start + hang(wrong, columns, indent)
    : start.trimEnd() + below + hang(wrong, columns, belowMark)
  return sentence + below + hang(remedy, columns, belowMark + 2)
}

function findingLines(findings: readonly Finding[], { look, paint, log }: LogStyle): string[] {
  const placeStyle = { withSheet: severalSheets(log), short: look.columns !== undefined }
  const places = findings.map((finding) => placeName(finding, placeStyle))
  const placeWidth = placeWidthOf(places, look)
  const said = remedies(findings)
  return findings.map((finding, i) => {
    const start = `  ${severityMark(finding.severity, paint)}  ${padEnd(places[i] ?? '', placeWidth)}  `
    return findingText(fault(finding, look.columns), said[i] ?? '', start, look)
  })
}

function hiddenLine(hidden: readonly HiddenCount[], look: Look): string[] {
  if (hidden.length === 0) return []
  const parts = hidden.map(({ rule, count }) => `另有 ${count} 处同类问题（${rule}）`)
  return [`  … ${hang(parts.join('，'), look.columns, 4)}`]
}

export interface LogStyle extends Drawing {
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

export function cleanLog(log: LogSummary, { look, paint }: Drawing): string {
  const text = `${pathName(log.path)}  ${assumptions(log)}`
  return `${paint.green('√')} ${hang(text, look.columns, 2)}\n`
}
