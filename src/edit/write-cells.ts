import { type FileKind, kindOf } from '../log/kind.ts'
import { detectDialect, type TextOptions } from '../log/text/dialect.ts'
import { cellsOfRecords } from '../log/text/quoted-cells.ts'
import type { SheetSummary } from '../model/log.ts'
import type { CellText, Unwritable, WrittenLog } from './cell-text.ts'
import { writeTextCells } from './text-cells.ts'

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

/** The log with 序号 in these cells and everything else as it was. */
export async function writeCells(
  { bytes, options, sheets }: ReadLog,
  cells: readonly CellText[],
): Promise<WrittenLog | Unwritable> {
  const kind = kindOf(bytes)
  if (kind === 'zip') {
    const onlySheet = sheets.find(({ read }) => read)?.name ?? ''
    return (await import('./book-cells.ts')).writeBookCells(bytes, cells, onlySheet)
  }
  const dialect = detectDialect(bytes, options, cellsOfRecords)
  const refusal = unwritable[kind]
  if (refusal || !dialect) return refusal ?? { message: '没有找到表头', remedy: saveAgain }
  return { ...writeTextCells(bytes, dialect, cells), notes: [] }
}
