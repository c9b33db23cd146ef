import { parse } from 'csv-parse/sync'
import type { CellsOfRecords } from './quoted.ts'

/** The cells of each record; a broken one is cut as if its quotes were not there. */
export const cellsOfRecords: CellsOfRecords = (records, delimiter) => {
  const texts = records.map(({ lines, broken }) =>
    broken ? lines.join('').replaceAll('"', '') : lines.join('\n'),
  )
  const options = { delimiter, relax_quotes: true, relax_column_count: true }
  const together: string[][] = parse(texts.join('\n'), { ...options, record_delimiter: '\n' })
  if (together.length === records.length) return together
  return texts.map((text) => parse(text, { ...options, record_delimiter: '\u0000' })[0] ?? [''])
}
