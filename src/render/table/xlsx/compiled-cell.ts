import { cellName, columnLetters, type Range, rangeName, rangeOf } from '../../../office/reference.ts'
import { attribute, withAttribute } from '../../../office/xml-text.ts'
import { cellWriter, type WrittenCell } from './cell-writer.ts'
import { copiedFormula, growthsOf, type Home, insertedFormula, rangesAfter } from './formula.ts'
import { plainText } from './marked-text.ts'
import { markedCell, textItem } from './marks.ts'
import { heightOf, type Measures, type Room } from './measures.ts'
import { movedCell, type TemplateCell } from './sheet.ts'
import type { Styles } from './styles.ts'
import type { Lookup, Values } from './values.ts'

export interface Press {
  readonly strings: readonly string[]
  readonly styles: Styles
  readonly measures: Measures
  readonly isFrom1904: boolean
  readonly home: Home
  readonly merges: readonly Range[]
  readonly singles: Values
}

type Write = (row: number, lookup: Lookup, copy: number) => WrittenCell

export interface CompiledCell {
  readonly column: number
  readonly style: number
  /** Of the markers in it. */
  readonly names: readonly string[]
  readonly write: Write
}

interface Place {
  readonly row: number
  readonly isRepeated: boolean
}

function roomAt({ merges, measures }: Press, row: number, column: number): Room {
  const merge = merges.find(({ top, left }) => top === row && left === column)
  return measures.room(merge ?? { left: column, right: column, top: row, bottom: row })
}

function formulaWriter(cell: TemplateCell, press: Press, isRepeated: boolean): Write {
  const growths = growthsOf(press.home.growths, press.home.sheet)
  return (row, _, copy) => {
    const moved = { ...cell, tag: withAttribute(cell.tag, 'r', cellName({ row, column: cell.column })) }
    const xml = movedCell(moved, {
      text: (formula) =>
        isRepeated ? copiedFormula(formula, press.home, copy) : insertedFormula(formula, press.home),
      range(ranges) {
        const range = isRepeated ? rangeOf(ranges) : undefined
        return range ? rangeName({ ...range, top: row, bottom: row }) : rangesAfter(growths, ranges)
      },
    })
    return { xml, height: 0, lost: 0 }
  }
}

function staticWriter(cell: TemplateCell, height: number): Write {
  const start = withAttribute(cell.tag, 'r', undefined).slice('<c'.length)
  const rest = cell.inner === '' ? start.replace(/>$/, '/>') : `${start}${cell.inner}</c>`
  const letters = columnLetters(cell.column)
  return (row) => ({ xml: `<c r="${letters}${row}"${rest}`, height, lost: 0 })
}

export function compileCell(cell: TemplateCell, { row, isRepeated }: Place, press: Press): CompiledCell {
  const { column } = cell
  const style = Number(attribute(cell.tag, 's') ?? 0)
  const room = roomAt(press, row, column)
  const marked = markedCell(cell, press.strings)
  if (marked !== undefined) {
    const letters = columnLetters(column)
    const write = cellWriter({ letters, style, marked, room, isRepeated }, press.styles, press.isFrom1904)
    return { column, style, names: marked.names, write }
  }
  if (/<f[\s/>]/.test(cell.inner)) {
    return { column, style, names: [], write: formulaWriter(cell, press, isRepeated) }
  }
  const text = plainText(textItem(cell, press.strings) ?? '')
  const isGrowing = isRepeated && text !== '' && press.styles.isWrapped(style)
  const height = isGrowing ? heightOf(text, room, press.styles.fontSize(style)) : 0
  return { column, style, names: [], write: staticWriter(cell, height) }
}
