import { caseTypeNamed } from '../model/case-type.ts'
import { foldWidth, tidy, withoutSpaces } from './spell/blank.ts'
import { readDate } from './spell/date.ts'

/** Every sign that separates cells in some log, and the quotes that may stand around each. */
const separators = /[,，;；、|\t\n]|\s+/
const documentNumber = /[〔[(]\d{4}[〕\])].*\d+号$/

function isType(part: string): boolean {
  return caseTypeNamed(withoutSpaces(part)) !== undefined
}

const longestNumber = 200

function isNumber(part: string): boolean {
  return part.length <= longestNumber && documentNumber.test(foldWidth(part))
}

function isDay(part: string): boolean {
  return part.length > 5 && readDate(part) !== undefined
}

/** Two of the three things only a case has, each by itself between separators: no note is written so. */
function holdsCase(cell: string): boolean {
  const parts = cell.split(separators).map((part) => tidy(part.replaceAll('"', '')))
  return [isType, isNumber, isDay].filter((is) => parts.some(is)).length >= 2
}

/**
 * Where a whole case stands in one cell, typed with another separator than the log's or with quotes around the row;
 * -1 where none does. The 序号 may have a cell of its own.
 */
export function cellWithCase(cells: readonly string[]): number {
  const filled = cells.flatMap((cell, index) => (tidy(cell) === '' ? [] : [index]))
  if (filled.length > 2) return -1
  return filled.find((index) => holdsCase(cells[index] ?? '')) ?? -1
}
