import { headings, oneCase } from './one-case.ts'

const sound = `${headings.join(',')}\n${oneCase.join(',')}\n`
const mebibyte = 2 ** 20

export function unknownHeadings(count: number): string {
  const more = Array.from({ length: count }, (_, at) => `栏${at}`)
  return `${headings.join(',')},${more.join(',')}\n${oneCase.join(',')}\n`
}

export function longCell(times: number): string {
  return sound.replace('商标侵权', '侵权'.repeat(times))
}

/** Of a sign that ends no line of this log, or ends one with each. */
export function repeatedSign(sign: string, mebibytes: number): string {
  return `${sound}${sign.repeat((mebibytes * mebibyte) / sign.length)}`
}

const rows = [headings, oneCase]
  .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  .join('')

function page(inside: string): string {
  return `<html><body>${inside}</body></html>`
}

export function nestedDivisions(depth: number): string {
  return page(`${'<div>'.repeat(depth)}<table>${rows}</table>${'</div>'.repeat(depth)}`)
}

export function nestedPageTables(depth: number): string {
  return page(`<table>${rows}</table>${'<table><tr><td>'.repeat(depth)}${'</table>'.repeat(depth)}`)
}

export function spannedCells(count: number): string {
  const row = '<tr><td colspan=1000 rowspan=65534>侵权</td></tr>'
  return page(`<table>${rows}${row.repeat(count)}</table>`)
}

/** Cells without a sign in them, each four letters of the page. */
export function emptyCells(mebibytes: number): string {
  return page(`<table>${rows}<tr>${'<td>'.repeat((mebibytes * mebibyte) / 4)}</table>`)
}

const office = 'urn:schemas-microsoft-com:office:spreadsheet'

function xmlWorkbook(inside: string): string {
  return `<?xml version="1.0"?><Workbook xmlns="${office}" xmlns:ss="${office}"><Worksheet ss:Name="台账"><Table>${inside}</Table></Worksheet></Workbook>`
}

export function farRows(count: number, row = 1_048_576): string {
  const cell = '<Cell ss:Index="16384"><Data ss:Type="String">侵权</Data></Cell>'
  return xmlWorkbook(`<Row ss:Index="${row}">${cell}</Row>`.repeat(count))
}

export function spannedXmlCells(count: number): string {
  const cell = '<Cell ss:MergeAcross="16000" ss:MergeDown="1000000"><Data ss:Type="String">侵权</Data></Cell>'
  return xmlWorkbook(`<Row>${cell}</Row>`.repeat(count))
}
