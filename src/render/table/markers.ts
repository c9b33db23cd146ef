import { type Column, columns, headings } from '../../model/case.ts'
import { chineseDate } from '../../model/date.ts'
import type { Table } from '../../model/table.ts'
import { printable } from '../printable.ts'

export type Field = 'label' | 'title' | 'unit' | 'date' | 'note'

/** Marker names that stand for the form as a whole. */
export const fieldNames: Readonly<Record<Field, string>> = {
  label: '附件',
  title: '标题',
  unit: '单位',
  date: '时间',
  note: '注',
}

/** Marker names of the one table row that is repeated for every case: the form's own headings. */
export const columnNames: Readonly<Record<Column, string>> = headings

const fields = new Map(Object.entries(fieldNames).map(([field, name]) => [name, field as Field]))
const cells = new Map(columns.map((column) => [columnNames[column] as string, column]))

export function fieldNamed(name: string): Field | undefined {
  return fields.get(name)
}

export function columnNamed(name: string): Column | undefined {
  return cells.get(name)
}

/** Without one of these a case or its sender is lost; a bureau may print its own label, title and note. */
export const requiredNames: readonly string[] = [
  fieldNames.unit,
  fieldNames.date,
  ...columns.map((column) => columnNames[column]),
]

/** `{{案件编号}}`; an input method also writes the braces full width and people put spaces inside. */
export const markerPattern = /(?:\{\{|｛｛)\s*([^{}｛｝]*?)\s*(?:\}\}|｝｝)/g

export function marker(name: string): string {
  return `{{${name}}}`
}

export function fieldTexts(table: Table): Readonly<Record<Field, string>> {
  return {
    label: printable(table.label ?? ''),
    title: printable(table.title),
    unit: printable(table.unit ?? ''),
    date: chineseDate(table.date),
    note: printable(table.note),
  }
}
