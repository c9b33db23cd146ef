import { addDays, day, dayOf, monthOf, yearOf } from '../../model/date.ts'
import type { NumberStyle } from '../../office/number-format.ts'
import type { SheetChoice } from '../row.ts'

export const celllessSheets = {
  chart: '图表，没有单元格',
  dialog: '对话框，没有单元格',
  macro: '宏表',
} as const

/** Last year's ledger or somebody's notes: what its owner has put out of sight is not handed in. */
const hiddenSheet = '隐藏的工作表；要读，用 --sheet 写明，或取消隐藏'

export const notAsked = '不是 --sheet 写明的'

/** Why a sheet is passed over unread. */
export function reasonToPass(name: string, isHidden: boolean, choice?: SheetChoice): string | undefined {
  if (choice) return choice(name) ? undefined : notAsked
  return isHidden ? hiddenSheet : undefined
}

/** Sheets count days from a day before 1900, or from 1904 in workbooks begun on an old Macintosh. */
const zeroDay = day('1899-12-30')
const daysTo1904 = 1462
const lastSerial = 2_958_465
const secondsPerDay = 86_400

export function numberText(value: number, style: NumberStyle, is1904: boolean): string {
  if (style.kind === 'plain') return digitsOf(value)
  if (style.kind === 'worded') {
    const text = digitsOf(value)
    return /^\d+$/.test(text)
      ? `${style.before}${text.padStart(style.fewestDigits, '0')}${style.after}`
      : text
  }
  const seconds = Math.round((is1904 ? value + daysTo1904 : value) * secondsPerDay)
  const serial = Math.floor(seconds / secondsPerDay)
  if (serial < 0 || serial > lastSerial) return digitsOf(value)
  return dateText(serial, seconds % secondsPerDay, style.kind)
}

/** Excel keeps 15 digits and shows them all where a clerk typed them; a script would write 1e+21. */
function digitsOf(value: number): string {
  const text = String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)))
  if (!text.includes('e')) return text
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/\.?0+$/, '')
}

function dateText(serial: number, seconds: number, kind: 'date' | 'month'): string {
  if (serial === 0) return seconds === 0 ? '1900-01-00' : clockText(seconds)
  const date = addDays(zeroDay, serial)
  // Excel makes the first of the month of a typed 2024年3月; the day is its own invention.
  if (kind === 'month' && dayOf(date) === 1 && seconds === 0) return `${yearOf(date)}年${monthOf(date)}月`
  return seconds === 0 ? date : `${date} ${clockText(seconds)}`
}

function clockText(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':')
}

export function stringText(text: string, style: NumberStyle): string {
  return style.kind === 'worded' && style.takesText ? `${style.before}${text}${style.after}` : text
}

export function booleanText(value: boolean): string {
  return value ? '是' : '否'
}

interface HyperlinkFormula {
  readonly target: string
  readonly label: string
}

/** Only a literal target; one that is computed shows in the cell or cannot be told. */
export function hyperlinkFormula(formula: string): HyperlinkFormula | undefined {
  const parts = /^=?\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)\s*$/i.exec(formula)
  const target = parts?.[1]?.replaceAll('""', '"')
  if (!target || target.startsWith('#')) return undefined
  return { target, label: parts?.[2]?.replaceAll('""', '"') ?? target }
}
