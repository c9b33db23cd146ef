import ExcelJS, { type Worksheet } from 'exceljs'
import { unzipSync } from 'fflate'
import { columns } from '../../src/model/case.ts'
import { zipped } from '../../src/office/zip.ts'
import { headingTexts } from '../../src/render/table/cells.ts'
import { columnNames, marker } from '../../src/render/table/markers.ts'
import { withFixedAreas } from './xlsx-reproducible.ts'

const caseRow = 6

function addHead(sheet: Worksheet): void {
  sheet.columns = [6, 16, 24, 12, 12, 18, 9.5, 34, 22].map((width) => ({ width }))
  sheet.mergeCells('A1:I2')
  sheet.getCell('A1').value = {
    richText: [{ text: '{{单' }, { text: '位}}', font: { bold: true, size: 18 } }, { text: '案件月报' }],
  }
  sheet.getCell('A1').alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  sheet.getCell('A3').value = '截至{{时间}}'
  sheet.getCell('I3').value = { text: '填报说明', hyperlink: "#'说明'!A1" }
  sheet.getRow(5).values = [...headingTexts]
  sheet.getCell('C5').note = '以文书编号为准'
}

function addCaseRow(sheet: Worksheet): void {
  const row = sheet.getRow(caseRow)
  row.values = columns.map((column) => marker(columnNames[column]))
  row.getCell(10).value = { formula: 'E6-D6', result: 0 }
  row.getCell(11).value = { formula: 'J6/SUM($J$6:$J$6)', result: 0 }
  row.eachCell((cell) => {
    cell.border = { bottom: { style: 'hair' } }
  })
  row.getCell(2).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } }
  row.getCell(2).note = '按通知所列类型'
  sheet.getCell('G6').dataValidation = { type: 'list', allowBlank: true, formulae: ['"是,否"'] }
  sheet.getCell('E6').dataValidation = { type: 'custom', formulae: ['E6>=D6'] }
  sheet.addConditionalFormatting({
    ref: 'A6:I6',
    rules: [{ type: 'expression', priority: 1, formulae: ['$E6=""'], style: { font: { italic: true } } }],
  })
  sheet.addConditionalFormatting({
    ref: 'J6:J6',
    rules: [{ type: 'expression', priority: 2, formulae: ['J6>MAX($J$6:$J$6)/2'], style: {} }],
  })
}

function addFoot(sheet: Worksheet): void {
  sheet.getCell('B7').value = '合计'
  sheet.getCell('C7').value = { formula: 'COUNTA(C6:C6)', result: 1 }
  sheet.getCell('J7').value = { formula: 'SUM(J6:J6)', result: 0 }
  sheet.getCell('J7').note = '平均办案天数见图'
  sheet.mergeCells('A9:D9')
  sheet.getCell('A9').value = '审核人：'
  sheet.mergeCells('E9:I10')
  sheet.getCell('E9').value = '填表人：'
  sheet.getCell('A12').dataValidation = { type: 'list', formulae: ['$B$7:$B$9'] }
  sheet.getRow(12).addPageBreak()
}

function addOthers(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('说明')
  sheet.getCell('A1').value = { formula: 'COUNTIF(\'月 报\'!G6:G6,"是")', result: 0 }
  sheet.getCell('A2').value = '不变的文字'
  workbook.definedNames.add("'月 报'!$C$6:$C$6", '案号')
  workbook.definedNames.add("'月 报'!$J$7", '总天数')
}

function anchor(from: number, to: number): string {
  return `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${to}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${from}" name="印章 ${from}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>`
}

const drawing = `<?xml version="1.0" encoding="UTF-8"?>
<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchor(12, 24)}</xdr:wsDr>`

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function edited(
  bytes: Uint8Array,
  changes: Readonly<Record<string, (text: string) => string>>,
): Uint8Array {
  const parts: Record<string, Uint8Array> = { ...unzipSync(bytes) }
  for (const [name, change] of Object.entries(changes)) {
    const text = change(new TextDecoder().decode(parts[name]))
    parts[name] = new TextEncoder().encode(text)
  }
  return zipped(parts)
}

/** exceljs writes no shapes: these parts are what Excel adds for one. */
function withSeal(bytes: Uint8Array): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.drawing'
  return edited(bytes, {
    'xl/workbook.xml': withFixedAreas,
    '[Content_Types].xml': (text) =>
      text.replace(
        '</Types>',
        `<Override PartName="/xl/drawings/drawing9.xml" ContentType="${type}+xml"/></Types>`,
      ),
    'xl/worksheets/sheet1.xml': (text) =>
      text.replace('<legacyDrawing', '<drawing r:id="rIdDrawing"/><legacyDrawing'),
    'xl/worksheets/_rels/sheet1.xml.rels': (text) =>
      text.replace(
        '</Relationships>',
        `<Relationship Id="rIdDrawing" Type="${relationship}/drawing" Target="../drawings/drawing9.xml"/></Relationships>`,
      ),
    'xl/drawings/drawing9.xml': () => drawing,
  })
}

/** A monthly form as a bureau might keep it: with everything that has to move when rows come in. */
export async function bureauWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('月 报', {
    views: [{ state: 'frozen', ySplit: 5 }],
    pageSetup: {
      orientation: 'landscape',
      printArea: 'A1:I9',
      printTitlesRow: '5:5',
      fitToPage: true,
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: '&R第 &P 页' },
  })
  addHead(sheet)
  addCaseRow(sheet)
  addFoot(sheet)
  addOthers(workbook)
  return withSeal(new Uint8Array(await workbook.xlsx.writeBuffer()))
}
