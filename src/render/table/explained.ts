import { explainedHeadings } from '../../model/explanation.ts'
import type { Explained } from '../../model/finding.ts'
import { printable } from '../printable.ts'

/** Millimetres, a column each; together as wide as the form's. */
export const explainedWidths = [10, 25, 48, 62, 80] as const

/** Which of them hold sentences, and so begin at the left. */
export const isProse = (at: number): boolean => at >= explainedHeadings.indexOf('问题')

function numberText({ type, caseNumber, filed }: Explained): string {
  if (caseNumber !== undefined) return caseNumber
  if (filed !== undefined) return `没有编号（${filed} 立案）`
  return type === undefined ? '' : '没有编号'
}

/** A row for each finding that was explained, numbered through; a finding about the whole return names no case. */
export function explainedRows(explained: readonly Explained[]): readonly (readonly string[])[] {
  return explained.map((one, at) =>
    [String(at + 1), one.type ?? '', numberText(one), one.message, one.reason].map(printable),
  )
}
