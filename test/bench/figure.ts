import type { Bound } from './bounds.ts'

const digits = { 倍: 2, MiB: 0, 字节: 1 } as const

/** As the table and the document say it. */
export function withUnit(figure: number | undefined, unit: Bound['unit']): string {
  return figure === undefined ? '未测' : `${figure.toFixed(digits[unit])} ${unit}`
}

export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} 毫秒` : `${(milliseconds / 1000).toFixed(2)} 秒`
}
