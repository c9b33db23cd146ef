import type { CellObject, WorkSheet } from '@e965/xlsx'
import { builtInStyle, type NumberStyle, plainStyle, styleOfFormat } from '../../office/number-format.ts'
import { lastColumn, lastRow } from '../../office/reference.ts'
import type { Budget } from './budget.ts'
import { booleanText, hyperlinkFormula, numberText, stringText } from './cell-text.ts'
import type { Grid, LinkedRange } from './grid.ts'
import type { ReadCell } from './sheet-cell.ts'

const errors: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
])

/** A sheet as the library reads it; its own type leaves the dense form open. */
interface DenseSheet {
  readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[]
}

export function gridOf(sheet: WorkSheet & DenseSheet, is1904: boolean, budget: Budget): Grid {
  const links: LinkedRange[] = []
  const styleOf = createStyleMemory()
  const data = sheet['!data'] ?? []
  if (data.length > lastRow) {
    budget.exceed('rows')
    return { texts: [], links, merges: [] }
  }
  const texts = data.map((cells, rowIndex) => {
    budget.places(1 + (cells?.length ?? 0))
    if ((cells?.length ?? 0) > lastColumn) budget.exceed('columns')
    if (budget.exceeded()) return []
    return Array.from(cells ?? [], (cell, index) => {
      if (!cell) return ''
      const { text, target } = readCell(cell, styleOf(cell.z), is1904)
      const [row, column] = [rowIndex + 1, index + 1]
      if (target) links.push({ top: row, left: column, bottom: row, right: column, targets: [target] })
      budget.text(text)
      return text
    })
  })
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c + 1,
    bottom: e.r + 1,
    right: e.c + 1,
  }))
  const hidden = new Set((sheet['!rows'] ?? []).flatMap((row, at) => (row?.hidden ? [at + 1] : [])))
  return { texts, links, merges, hidden }
}

function readCell(cell: CellObject, style: NumberStyle, is1904: boolean): ReadCell {
  const text = textOf(cell, style, is1904)
  const target = cell.l?.Target ?? hyperlinkFormula(cell.f ?? '')?.target
  return target === undefined || target.startsWith('#') ? { text } : { text, target }
}

function textOf({ t, v }: CellObject, style: NumberStyle, is1904: boolean): string {
  if (t === 'e') return errors.get(v) ?? '#N/A'
  if (typeof v === 'number') return numberText(v, style, is1904)
  if (typeof v === 'boolean') return booleanText(v)
  return typeof v === 'string' ? stringText(v.replace(/\r\n?/g, '\n'), style) : ''
}

function createStyleMemory(): (format: CellObject['z']) => NumberStyle {
  const known = new Map<CellObject['z'], NumberStyle>([[undefined, plainStyle]])
  return (format) => {
    const style =
      known.get(format) ?? (typeof format === 'string' ? styleOfFormat(format) : builtInStyle(Number(format)))
    known.set(format, style)
    return style
  }
}
