import ExcelWorkbook from 'exceljs/lib/doc/workbook.js'
import { ownSheetName, referenceTo } from '../office/own-sheets.ts'
import { partBytes, partText } from '../office/package.ts'
import { columnLetters, placeOf } from '../office/reference.ts'
import { escapeXml } from '../office/xml-text.ts'
import { rezipped, unzip } from '../office/zip.ts'

export type ExcelBook = InstanceType<typeof ExcelWorkbook>
export type Worksheet = ReturnType<ExcelBook['addWorksheet']>
export type SheetRow = ReturnType<Worksheet['getRow']>
export type SheetCell = ReturnType<Worksheet['getCell']>

/**
 * The door to exceljs, for workbooks that ipcase designs itself: the list of findings, the entry workbook, replies.
 * A form that somebody else designed is filled part by part instead, because exceljs drops what it does not know.
 *
 * Same content, same bytes: exceljs writes the clock into the zip and the properties, so the day is an argument
 * and the parts are packed once more with our own fixed time.
 *
 * Every sheet but those with somebody's cases is marked as ours, so that it is never read for more of them.
 */
export interface BookMaking {
  readonly madeOn: string
  /** Whether the sheet holds the cases. */
  readonly isLog?: (sheet: string) => boolean
  /** Somebody's own workbook to begin with; what the library does not know of it is lost. */
  readonly from?: Uint8Array | undefined
}

const workbookPart = 'xl/workbook.xml'

/** `$A$1:$L$4` of a filter, however exceljs was told of it. */
function filterRange({ autoFilter }: Worksheet): string | undefined {
  const ends = typeof autoFilter === 'string' ? autoFilter.split(':') : [autoFilter?.from, autoFilter?.to]
  const cells = ends.map((end) => {
    const place = typeof end === 'string' ? placeOf(end) : end
    return typeof place === 'object' ? `$${columnLetters(place.column)}$${place.row}` : undefined
  })
  return cells.includes(undefined) ? undefined : cells.join(':')
}

/** A filter has a name, too, that exceljs does not write and without which LibreOffice shows no arrows. */
function filterNames(bytes: Uint8Array, { worksheets }: ExcelBook): ReadonlyMap<string, Uint8Array> {
  const names = worksheets.flatMap((sheet, at) => {
    const range = filterRange(sheet)
    const start = `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">`
    return range === undefined ? [] : [`${start}${escapeXml(`'${sheet.name}'!${range}`)}</definedName>`]
  })
  const parts = unzip(bytes, (name) => name === workbookPart)
  const xml = typeof parts === 'string' ? undefined : partText(parts, workbookPart)
  if (xml === undefined || names.length === 0) return new Map()
  // Every workbook of ours has a sheet that is named as none of the logs.
  const named = xml.replace('</definedNames>', () => `${names.join('')}</definedNames>`)
  return new Map([[workbookPart, partBytes(named)]])
}

export async function workbookBytes(
  { madeOn, isLog = () => false, from }: BookMaking,
  build: (workbook: ExcelBook) => void,
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
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return rezipped(bytes, filterNames(bytes, workbook))
}
