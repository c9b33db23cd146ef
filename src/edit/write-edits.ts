import { type FileKind, kindOf } from '../log/kind.ts'
import { detectDialect, type TextOptions } from '../log/text/dialect.ts'
import { cellsOfRecords } from '../log/text/quoted-cells.ts'
import type { Edit } from '../model/edit.ts'
import type { SheetSummary } from '../model/log.ts'
import { writeTextCells } from './text-cells.ts'

export interface WrittenLog {
  readonly bytes: Uint8Array
  /** What had to change besides. */
  readonly notes: readonly string[]
  /** Edits that could not be made: of computed cells, with characters that the encoding does not have. */
  readonly left: readonly Edit[]
}

/** Why the log cannot be written without changing more than these cells. */
export interface Unwritable {
  readonly message: string
  readonly remedy: string
}

const saveAgain = '请用 Excel 或 WPS 打开它，另存为 .xlsx 或 .csv，再来一次。'

const unwritable: Readonly<Partial<Record<FileKind, Unwritable>>> = {
  ole: { message: '这是旧式工作簿（.xls、.et），不能只改几格而不动其他内容', remedy: saveAgain },
  'bare-sheet': { message: '这是旧式工作簿（.xls），不能只改几格而不动其他内容', remedy: saveAgain },
  page: { message: '这其实是网页或 XML 表格，不能只改几格而不动其他内容', remedy: saveAgain },
}

export interface ReadLog {
  readonly bytes: Uint8Array
  readonly options: TextOptions
  readonly sheets: readonly SheetSummary[]
}

/** What becomes of a cell that a formula fills: a repair leaves it, a new number takes its place. */
export type Computed = 'kept' | 'replaced'

/** The log with these edits and everything else as it was: byte for byte in text, cell by cell in a workbook. */
export async function writeEdits(
  { bytes, options, sheets }: ReadLog,
  edits: readonly Edit[],
  computed: Computed,
): Promise<WrittenLog | Unwritable> {
  const kind = kindOf(bytes)
  if (kind === 'zip') {
    const onlySheet = sheets.find(({ read }) => read)?.name ?? ''
    return (await import('./book-cells.ts')).writeBookCells(bytes, edits, { onlySheet, computed })
  }
  const dialect = detectDialect(bytes, options, cellsOfRecords)
  const refusal = unwritable[kind]
  if (refusal || !dialect) return refusal ?? { message: '没有找到表头', remedy: saveAgain }
  return { ...writeTextCells(bytes, dialect, edits), notes: [] }
}
