import type { Case, Layout } from '../model/case.ts'
import { readOutcome } from '../model/outcome.ts'
import type { Row } from './row.ts'
import { tidy } from './spell/blank.ts'

/** Cells of several lines that say one thing: a number or a result that a narrow column broke. */

const lineBreak = /[\r\n\u2028\u2029]/

/** A narrow column breaks a number or a word; behind 号 another number may begin. */
export function onOneLine(text: string): string {
  return lineBreak.test(text) ? text.replace(/(?<![号；;、，,])\s*[\r\n\u2028\u2029]+\s*/g, '') : text
}

/** Two results in two lines stay two. */
export function outcomeOnOneLine(text: string): string {
  if (!lineBreak.test(text)) return text
  const lines = text.split(/\s*[\r\n\u2028\u2029]+\s*/)
  const isResult = (line: string): boolean => readOutcome(undefined, line).state !== 'unknown'
  return lines.join(lines.every(isResult) ? '，' : '')
}

/** As they stand, where they were read as one line. */
export function joinedIn({ cells }: Row, text: Case['text'], { index }: Layout): Case['joined'] {
  const rawOf = (column: 'caseNumber' | 'outcome'): string | undefined => {
    const raw = cells[index[column] ?? -1]
    if (raw === undefined || raw === text[column] || !lineBreak.test(raw)) return undefined
    const whole = tidy(raw)
    return whole !== text[column] && text[column] !== '' ? whole : undefined
  }
  const [caseNumber, outcome] = [rawOf('caseNumber'), rawOf('outcome')]
  if (caseNumber === undefined && outcome === undefined) return undefined
  return { ...(caseNumber && { caseNumber }), ...(outcome && { outcome }) }
}
