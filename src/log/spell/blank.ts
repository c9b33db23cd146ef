import type { Column } from '../../model/case.ts'

const standIns = new Set(['', '/', '\\', '-', '--', '—', '——', '－', '无', '暂无', 'N/A', 'n/a', 'NA'])
/** 同上 would mean another number once the rows stand in another order. */
const numberStandIns = new Set(['待定', '待编号', '同上', '同前', '〃', '″'])

/** Whether nothing is said: an empty cell or what clerks write instead of one. */
export function isBlank(text: string, column?: Column): boolean {
  if (text.length > 3) return false
  return standIns.has(text) || (column === 'caseNumber' && numberStandIns.has(text))
}

/** Full-width, typographic and invisible ones, and the line ends that only Unicode knows. */
const wideSpaces = new Set(
  Array.from(
    '\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff',
    (space) => space.charCodeAt(0),
  ),
)

function isSpace(code: number): boolean {
  return code <= 0x20 || (code >= 0x85 && (code <= 0x3000 || code === 0xfeff) && wideSpaces.has(code))
}

/** `trim` that also takes the full-width and the invisible spaces; returns the same string when there is none. */
export function tidy(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return end - start === text.length ? text : text.slice(start, end)
}

const madeSafe = /^'+(?:[=+@＝＋＠]|[-－]\S)/

const literalFormula = /^="([^"]*)"$/

/** What a spreadsheet was told to take as it stands: '=1 and ="00123" are text, not formulas. */
export function asTyped(text: string): string {
  if (text === '') return text
  const first = text.charCodeAt(0)
  if (first === 0x27) return madeSafe.test(text) ? text.slice(1) : text
  return first === 0x3d ? (literalFormula.exec(text)?.[1] ?? text) : text
}

/** Full-width letters, digits and signs as their half-width forms; for comparison, never for what is printed. */
export function foldWidth(text: string): string {
  return text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

export function withoutSpaces(text: string): string {
  return text.replace(/[\s\u0085\u200b]+/g, '')
}
