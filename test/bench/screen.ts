import { displayWidth, padEnd } from '../../src/render/width.ts'
import type { Results } from './results.ts'
import { boundsTable, type Table, tablesOf } from './tables.ts'

function aligned({ headings, rows }: Table): string {
  const lines = [headings, ...rows]
  const widths = headings.map((_, i) => Math.max(...lines.map((cells) => displayWidth(cells[i] ?? ''))))
  return lines
    .map((cells) => cells.map((cell, i) => padEnd(cell, widths[i] ?? 0)).join('  '))
    .map((line) => `  ${line.trimEnd()}\n`)
    .join('')
}

/** What the terminal shows. */
export function screen(results: Results): string {
  const heats = tablesOf(results).map(([title, table]) => `${title}\n${aligned(table)}`)
  return [
    ...heats,
    `界限\n${aligned(boundsTable(results))}`,
    ...results.leftOut.map((line) => `${line}\n`),
  ].join('\n')
}
