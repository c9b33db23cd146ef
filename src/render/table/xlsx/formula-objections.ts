import { cellName, rangeOf } from '../../../office/reference.ts'
import { attribute, tags } from '../../../office/xml-text.ts'
import type { Refusal } from '../format.ts'
import { markerPattern } from '../markers.ts'
import { mapReferences, mapRows, type RowPlace } from './formula.ts'
import {
  formulaOf,
  type TemplateBook,
  type TemplateCell,
  type TemplateRow,
  type TemplateSheet,
} from './workbook.ts'

export type RepeatedRows = ReadonlyMap<string, readonly number[]>

interface Formula {
  readonly sheet: TemplateSheet
  readonly row: TemplateRow
  readonly cell: TemplateCell
  readonly text: string
  readonly repeated: RepeatedRows
}

function rowsOf(repeated: RepeatedRows, sheet: string): readonly number[] {
  return repeated.get(sheet.toLowerCase()) ?? []
}

function hasReference(
  { text, sheet, repeated }: Formula,
  isFound: (place: RowPlace, rows: readonly number[], isOwn: boolean) => boolean,
): boolean {
  let found = false
  mapReferences(text, (reference) => {
    const name = reference.sheet ?? sheet.name
    const isOwn = name.toLowerCase() === sheet.name.toLowerCase()
    return mapRows(reference.cells, (place) => {
      found ||= isFound(place, rowsOf(repeated, name), isOwn)
      return place.row
    })
  })
  return found
}

function crossesSheets({ text }: Formula): boolean {
  let found = false
  mapReferences(text, ({ sheet, cells }) => {
    found ||= /^[^[\]]+:[^[\]]+$/.test(sheet ?? '')
    return cells
  })
  return found
}

function isRepeated({ sheet, row, repeated }: Formula): boolean {
  return rowsOf(repeated, sheet.name).includes(row.row)
}

/** An array formula whose cells lie in a repeated row and beside it. */
function isTorn({ sheet, cell, repeated }: Formula): boolean {
  const range = rangeOf(attribute(tags(cell.inner, 'f')[0] ?? '', 'ref') ?? '')
  if (range === undefined) return false
  const { top, bottom } = range
  return top !== bottom && rowsOf(repeated, sheet.name).some((row) => top <= row && row <= bottom)
}

type FormulaFault = readonly [isFaulty: (formula: Formula) => boolean, says: string, remedy: string]

const faults: readonly FormulaFault[] = [
  [({ text }) => text.search(markerPattern) >= 0, '里写有标记', '标记只能写在文字单元格里，请改成文字。'],
  [
    ({ cell }) => attribute(tags(cell.inner, 'f')[0] ?? '', 't') === 'dataTable',
    '是模拟运算表，行数变化后无法保持',
    '请删去模拟运算表，或把它移到另一个文件。',
  ],
  [isTorn, '是跨过案件行的数组公式，加行会把它拆开', '请改成普通公式，或把它移到案件行以外。'],
  [crossesSheets, '引用了几个连续工作表（三维引用），加行后无法保持', '请改成分别引用每个工作表。'],
  [
    (formula) =>
      isRepeated(formula) &&
      hasReference(formula, ({ row, absolute }, _, isOwn) => isOwn && !absolute && row > formula.row.row),
    '在重复的行里相对引用了下面的行，逐行复制后会错位',
    '请给行号加上 $，例如 E$10。',
  ],
  [
    (formula) =>
      hasReference(
        formula,
        ({ row, end }, rows, isOwn) =>
          end === 'only' && rows.includes(row) && !(isOwn && isRepeated(formula)),
      ),
    '只引用了重复的行里的一格，加行后算不到其余各行',
    '请写成区域，例如把 SUM(E7) 写成 SUM(E7:E7)。',
  ],
]

function formulas(workbook: TemplateBook, repeated: RepeatedRows): readonly Formula[] {
  return workbook.sheets.flatMap((sheet) =>
    sheet.xml.rows
      .filter(({ row }) => !sheet.removed.includes(row))
      .flatMap((row) =>
        row.cells.flatMap((cell) => {
          const text = formulaOf(cell)
          return text === undefined ? [] : [{ sheet, row, cell, text, repeated }]
        }),
      ),
  )
}

export function formulaObjection(workbook: TemplateBook, repeated: RepeatedRows): Refusal | undefined {
  for (const formula of formulas(workbook, repeated)) {
    const fault = faults.find(([isFaulty]) => isFaulty(formula))
    if (fault === undefined) continue
    const { sheet, row, cell } = formula
    const place = `模板的工作表“${sheet.name}”中 ${cellName({ row: row.row, column: cell.column })} 的公式`
    return { message: `${place}${fault[1]}`, remedy: fault[2] }
  }
  return undefined
}
