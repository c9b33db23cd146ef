import { type Column, columns } from '../../../model/case.ts'
import type { IsoDate } from '../../../model/date.ts'
import { nilWords } from '../../../model/left-out-words.ts'
import type { Statistics, TableRow } from '../../../model/table.ts'
import { type TableLine, tableLines } from '../cells.ts'
import { linkTarget, printedUrlPieces } from '../link-target.ts'
import { columnNames, fieldNames, fieldTexts } from '../markers.ts'
import {
  medianHeading,
  numberHeadings,
  outcomesHeading,
  periodText,
  type TotalsLine,
  totalsLines,
} from '../totals.ts'

export interface Value {
  readonly text: string
  /** Where the marker has the cell to itself, the cell holds this instead of the text. */
  readonly number?: number
  readonly date?: IsoDate
  readonly link?: string
  /** Of several lines, and so set smaller. */
  readonly isLong?: boolean
  /** 无 where a case would stand. */
  readonly isCentred?: boolean
}

export type Values = Readonly<Record<string, Value>>

export type Lookup = (name: string) => Value | undefined

/** What one row is filled with; a sentence goes across the whole row. */
export type RowContent = { readonly values: Values } | Sentence

interface Sentence {
  readonly sentence: string
  /** Markers of the columns it leaves out, because a total would count it there. */
  readonly counted: ReadonlySet<string>
}

const periodName = '统计范围'
const tallyNames = [...numberHeadings, medianHeading, outcomesHeading]
const typeName = '类型'
const sumPrefix = '合计'

export const caseNames: readonly string[] = columns.map((column) => columnNames[column])
/** Markers of the row that is repeated for every type. */
export const typeNames: readonly string[] = [typeName, ...tallyNames]
/** Markers that a workbook has beyond those of the form. */
export const totalsNames: readonly string[] = [
  ...typeNames,
  periodName,
  ...tallyNames.map((name) => `${sumPrefix}${name}`),
]

function tallies(line: TotalsLine, prefix: string): readonly (readonly [string, Value])[] {
  const values: readonly (readonly [string, Value])[] = [
    ...numberHeadings.map((name, index) => {
      const number = line.numbers[index] ?? 0
      return [name, { text: String(number), number }] as const
    }),
    [medianHeading, { text: line.median }],
    [outcomesHeading, { text: line.outcomes }],
  ]
  return values.map(([name, value]) => [`${prefix}${name}`, value])
}

export function singleValues({ table, totals }: Statistics): Values {
  const texts = Object.entries(fieldTexts(table)).map(
    ([field, text]) => [fieldNames[field as keyof typeof fieldNames], { text }] as const,
  )
  const sums = totalsLines(totals).filter(({ name }) => name === sumPrefix)
  return Object.fromEntries([
    ...texts,
    [periodName, { text: periodText(table.period) }],
    ...sums.flatMap((line) => tallies(line, sumPrefix)),
  ])
}

function typedValue(column: Column, text: string, row: TableRow): Value {
  if (column === 'serial') return { text, number: row.serial }
  if (column === 'filed' && row.filed !== null) return { text, date: row.filed }
  if (column === 'closed' && row.closed !== null) return { text, date: row.closed }
  if (column !== 'url') return { text }
  const link = row.links.map(linkTarget).find((target) => target !== undefined)
  const lines = printedUrlPieces(row)
  const isLong = lines[0]?.isLong ?? false
  return { text: lines.map((piece) => piece.text).join(''), isLong, ...(link !== undefined && { link }) }
}

/** Where 无 may stand: the number's place, or one that is as rarely counted. */
const placesOfNone: readonly Column[] = ['caseNumber', 'outcome', 'remark', 'url']

/** 无 is no case: COUNTA and the like must not meet it. */
function uncounted(cells: readonly string[], counted: ReadonlySet<string>): readonly string[] {
  const [from = 'caseNumber'] = placesOfNone
  const to = placesOfNone.find((column) => !counted.has(columnNames[column]))
  const none = cells[columns.indexOf(from)] ?? ''
  return columns.map((column, index) => {
    if (column === to) return none
    return column === from ? '' : (cells[index] ?? '')
  })
}

function lineContent(line: TableLine, counted: ReadonlySet<string>): RowContent {
  if (line.kind === 'nil') return { sentence: line.text, counted }
  const cells = line.kind === 'empty' ? uncounted(line.cells, counted) : line.cells
  const values: Record<string, Value> = {}
  for (const [index, column] of columns.entries()) {
    const text = cells[index] ?? ''
    const isNone = column !== 'type' && column !== 'serial' && text !== ''
    values[columnNames[column]] =
      line.kind === 'case' ? typedValue(column, text, line.row) : { text, isCentred: isNone }
  }
  return { values }
}

/** `counted` are the markers of columns in which a total counts whatever stands there. */
export function caseRows({ table }: Statistics, counted: ReadonlySet<string>): readonly RowContent[] {
  const rows = tableLines(table).map((line) => lineContent(line, counted))
  return rows.length === 0 ? [{ sentence: nilWords, counted }] : rows
}

export function typeRows({ totals }: Statistics): readonly RowContent[] {
  return totalsLines(totals)
    .filter(({ name }) => name !== sumPrefix)
    .map((line) => ({ values: Object.fromEntries([[typeName, { text: line.name }], ...tallies(line, '')]) }))
}
