import type { Severity } from '../../model/finding.ts'
import type { Paint } from '../paint.ts'

export const severityNames: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  note: '提示',
}

// Signs that GBK has, so that the fonts of an old Windows console have them too.
const signs: Readonly<Record<Severity, string>> = { error: '×', warning: '▲', note: '○' }

export function severitySign(severity: Severity): string {
  return signs[severity]
}

const colors = { error: 'red', warning: 'yellow', note: 'cyan' } as const

export function severityMark(severity: Severity, paint: Paint): string {
  return paint[colors[severity]](`${signs[severity]} ${severityNames[severity]}`)
}
