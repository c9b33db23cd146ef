import type { Explanation } from '../model/explanation.ts'
import type { Row } from './row.ts'
import type { FileSheet } from './sheets-in-file.ts'
import { asTyped, tidy } from './spell/blank.ts'

/**
 * Reads back a list of findings that ipcase wrote, with what somebody wrote beside them. The headings decide: a column
 * may have been moved or added, rows sorted, the file saved by another program or as GBK text.
 */

/** Without them nobody knows what a reason belongs to. */
export const listHeadings = ['规则', '所据内容', '说明'] as const

const headingRowsSearched = 30

function headingOf({ rows }: FileSheet): Row | undefined {
  return rows
    .slice(0, headingRowsSearched)
    .find(({ cells }) => listHeadings.every((heading) => cells.some((cell) => tidy(cell) === heading)))
}

/** undefined: no list of findings. */
export function explanationsIn(path: string, sheet: FileSheet): readonly Explanation[] | undefined {
  const heading = headingOf(sheet)
  if (heading === undefined) return undefined
  const at = (name: string): number => heading.cells.findIndex((cell) => tidy(cell) === name)
  const columns = {
    rule: at('规则'),
    about: at('案件'),
    basis: at('所据内容'),
    reason: at('说明'),
    log: at('文件'),
  }
  return sheet.rows
    .filter(({ row }) => row > heading.row)
    .map(({ cells, line, row }) => {
      const cell = (index: number): string => asTyped(tidy(cells[index] ?? ''))
      const place = { path, ...(sheet.name !== undefined && { sheet: sheet.name }), line, row }
      const { rule, about, basis, reason, log } = columns
      return {
        rule: cell(rule),
        about: cell(about),
        basis: cell(basis),
        reason: cell(reason),
        log: cell(log),
        place,
        index: reason,
      }
    })
    .filter(({ rule }) => rule !== '')
}
