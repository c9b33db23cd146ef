import ExcelWorkbook from 'exceljs/lib/doc/workbook.js'
import { rezipped } from '../office/zip.ts'

export type Workbook = InstanceType<typeof ExcelWorkbook>
export type Worksheet = ReturnType<Workbook['addWorksheet']>

/**
 * The door to exceljs, for workbooks that ipcase designs itself: the list of findings, the entry workbook, replies.
 * A form that somebody else designed is filled part by part instead, because exceljs drops what it does not know.
 *
 * Same content, same bytes: exceljs writes the clock into the zip and the properties, so the day is an argument
 * and the parts are packed once more with our own fixed time.
 */
export async function workbookBytes(
  { madeOn }: { readonly madeOn: string },
  build: (workbook: Workbook) => void,
): Promise<Uint8Array> {
  const workbook = new ExcelWorkbook()
  // Reading knows by the creator that the workbook is ours: its other sheets hold no cases.
  workbook.creator = 'ipcase'
  workbook.lastModifiedBy = 'ipcase'
  workbook.created = new Date(`${madeOn}T00:00:00Z`)
  workbook.modified = workbook.created
  build(workbook)
  return rezipped(new Uint8Array(await workbook.xlsx.writeBuffer()), new Map())
}
