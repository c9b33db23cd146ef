import { cellName, columnLetters, type Range, rangeName, rangeOf } from '../../../office/reference.ts'
import { attribute, withAttribute } from '../../../office/xml-text.ts'
import { cellWriter, type WrittenCell } from './cell-writer.ts'
import { copiedFormula, growthsOf, type Home, insertedFormula, rangesAfter } from './formula.ts'
import { plainText } from './marked-text.ts'
import { markedCell, textItem } from './marks.ts'
import { type CellSpace, heightOf, type Measures } from './measures.ts'
import { movedCell, type TemplateCell } from './sheet.ts'
import type { Styles } from './styles.ts'
import type { Lookup, Values } from './values.ts'

export interface SheetFacts {
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

function spaceAt({ merges, measures }: SheetFacts, row: number, column: number): CellSpace {
  const merge = merges.find(({ top, left }) => top === row && left === column)
  return measures.space(merge ?? { left: column, right: column, top: row, bottom: row })
}

function formulaWriter(cell: TemplateCell, facts: SheetFacts, isRepeated: boolean): Write {
  const growths = growthsOf(facts.home.growths, facts.home.sheet)
  return (row, _, copy) => {
    const moved = { ...cell, tag: withAttribute(cell.tag, 'r', cellName({ row, column: cell.column })) }
    const xml = movedCell(moved, {
      text: (formula) =>
        isRepeated ? copiedFormula(formula, facts.home, copy) : insertedFormula(formula, facts.home),
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

export function compileCell(cell: TemplateCell, { row, isRepeated }: Place, facts: SheetFacts): CompiledCell {
  const { column } = cell
  const style = Number(attribute(cell.tag, 's') ?? 0)
  const space = spaceAt(facts, row, column)
  const marked = markedCell(cell, facts.strings)
  if (marked !== undefined) {
    const letters = columnLetters(column)
    const write = cellWriter({ letters, style, marked, space, isRepeated }, facts.styles, facts.isFrom1904)
    return { column, style, names: marked.names, write }
  }
  if (/<f[\s/>]/.test(cell.inner)) {
    return { column, style, names: [], write: formulaWriter(cell, facts, isRepeated) }
  }
  const text = plainText(textItem(cell, facts.strings) ?? '')
  const isGrowing = isRepeated && text !== '' && facts.styles.isWrapped(style)
  const height = isGrowing ? heightOf(text, space, facts.styles.fontSize(style)) : 0
  return { column, style, names: [], write: staticWriter(cell, height) }
}
