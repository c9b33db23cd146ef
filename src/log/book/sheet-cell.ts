import { unsavedFormula } from '../../model/damage.ts'
import { builtInStyle, type NumberStyle, plainStyle, styleOfFormat } from '../../office/number-format.ts'
import { walkXml } from '../../office/xml-walk.ts'
import { booleanText, hyperlinkFormula, numberText, stringText } from './cell-text.ts'
import { unescaped } from './shared-strings.ts'

export function readStyles(part: Uint8Array): readonly NumberStyle[] {
  const formats = new Map<number, NumberStyle>()
  const styles: NumberStyle[] = []
  let isInCellFormats = false
  walkXml(part, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), styleOfFormat(formatCode))
      else if (name === 'cellXfs') isInCellFormats = true
      else if (name === 'xf' && isInCellFormats) {
        styles.push(formats.get(Number(numFmtId)) ?? builtInStyle(Number(numFmtId)))
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false
    },
  })
  return styles
}

export interface BookContext {
  readonly strings: readonly string[]
  readonly styles: readonly NumberStyle[]
  readonly is1904: boolean
}

export interface RawCell {
  readonly type: string
  readonly style: number
  readonly value: string
  readonly formula: string
  readonly inlineText: string
}

export interface ReadCell {
  readonly text: string
  readonly target?: string
}

/** undefined: the cell names a string that the workbook does not have. */
export function readCell(cell: RawCell, context: BookContext): ReadCell | undefined {
  const text = textOf(cell, context)
  const link = cell.formula === '' ? undefined : hyperlinkFormula(cell.formula)
  if (text === undefined) return undefined
  // Excel marks an empty result as text; where nothing at all is stored, nobody has reckoned it.
  if (!link) return { text: text === '' && isUnreckoned(cell) ? `${unsavedFormula} =${cell.formula}` : text }
  // Programs other than a spreadsheet leave the result of a formula out.
  return { text: text === '' ? link.label : text, target: link.target }
}

function isUnreckoned({ type, value, formula }: RawCell): boolean {
  return formula !== '' && value === '' && type !== 'str'
}

function textOf({ type, style, value, inlineText }: RawCell, context: BookContext): string | undefined {
  const numberStyle = context.styles[style] ?? plainStyle
  if (type === 'inlineStr') return stringText(inlineText, numberStyle)
  if (value === '') return ''
  if (type === 's') {
    const text = context.strings[Number(value)]
    return text === undefined ? undefined : stringText(text, numberStyle)
  }
  if (type === 'str') return stringText(unescaped(value), numberStyle)
  if (type === 'b') return booleanText(value === '1' || value === 'true')
  if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ')
  const number = type === 'n' ? Number(value) : Number.NaN
  return Number.isNaN(number) ? value : numberText(number, numberStyle, context.is1904)
}
