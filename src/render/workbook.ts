import ExcelWorkbook from 'exceljs/lib/doc/workbook.js'
import { ownSheetName, referenceTo } from '../office/own-sheets.ts'
import { rezipped } from '../office/zip.ts'

export type Workbook = InstanceType<typeof ExcelWorkbook>
export type Worksheet = ReturnType<Workbook['addWorksheet']>
export type Row = ReturnType<Worksheet['getRow']>
export type Cell = ReturnType<Worksheet['getCell']>

/**
 * The door to exceljs, for workbooks that ipcase designs itself: the list of findings, the entry workbook, replies.
 * A form that somebody else designed is filled part by part instead, because exceljs drops what it does not know.
 *
 * Same content, same bytes: exceljs writes the clock into the zip and the properties, so the day is an argument
 * and the parts are packed once more with our own fixed time.
 *
 * Every sheet but those with somebody's cases is marked as ours, so that it is never read for more of them.
 */
export interface Making {
  readonly madeOn: string
  /** Whether the sheet holds the cases. */
  readonly isLog?: (sheet: string) => boolean
  /** Somebody's own workbook to begin with; what the library does not know of it is lost. */
  readonly from?: Uint8Array | undefined
}

export async function workbookBytes(
  { madeOn, isLog = () => false, from }: Making,
  build: (workbook: Workbook) => void,
): Promise<Uint8Array> {
  const workbook = new ExcelWorkbook()
  // A copy of the bytes alone: they may be a part of a longer buffer.
  if (from) await workbook.xlsx.load(Uint8Array.from(from).buffer)
  const before = workbook.worksheets.length
  workbook.creator = 'ipcase'
  workbook.lastModifiedBy = 'ipcase'
  workbook.created = new Date(`${madeOn}T00:00:00Z`)
  workbook.modified = workbook.created
  build(workbook)
  for (const [at, { name }] of workbook.worksheets.entries()) {
    if (at >= before && !isLog(name)) workbook.definedNames.add(referenceTo(name), ownSheetName(at + 1))
  }
  return rezipped(new Uint8Array(await workbook.xlsx.writeBuffer()), new Map())
}
