import { byteOrderMark, csvRecord } from '../list/csv.ts'
import { entryColumns } from './columns.ts'
import type { EntryFormat } from './index.ts'

/** The headings alone: in a text file nothing could be picked from a list. */
export const entryCsv: EntryFormat = ({ ownColumns }) =>
  byteOrderMark + csvRecord(entryColumns(ownColumns).map(({ heading }) => heading))
