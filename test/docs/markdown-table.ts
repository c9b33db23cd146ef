import { displayWidth, padEnd } from '../../src/render/width.ts'

/** Aligned, so that it reads as a table in an editor too. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = [headings, ...rows].map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')))
  const widths = headings.map((_, i) => Math.max(...escaped.map((cells) => displayWidth(cells[i] ?? ''))))
  const [first = [], ...others] = escaped
  const rule = widths.map((width) => '-'.repeat(width))
  return [first, rule, ...others]
    .map((cells) => `| ${cells.map((cell, i) => padEnd(cell, widths[i] ?? 0)).join(' | ')} |`)
    .join('\n')
}
