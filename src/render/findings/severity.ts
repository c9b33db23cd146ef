import type { Severity } from '../../model/finding.ts'

export const severityNames: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  note: '提示',
}
