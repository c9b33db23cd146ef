import ExcelJS from 'exceljs'
import { headingTexts } from '../../src/render/table/cells.ts'
import { packed, wordParts } from '../log/book/office.ts'

const box = { style: 'thin' } as const
const border = { top: box, bottom: box, left: box, right: box }

const preprinted = ['专利侵权裁决', '专利纠纷调解', '商标侵权'].flatMap((type) => [
  [1, type],
  [2, type],
  ['...', ''],
])

/** The form as a notice prints it, without a marker: pre-printed rows, two blank lines, notes and signatures. */
export async function blankWorkbook(
  change: (sheet: ExcelJS.Worksheet) => void = () => {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('统计表', {
    pageSetup: {
      orientation: 'landscape',
      printArea: 'A1:I18',
      printTitlesRow: '4:4',
      fitToPage: true,
      fitToHeight: 0,
    },
  })
  sheet.columns = [6, 16, 24, 12, 12, 18, 8, 30, 16].map((width) => ({ width }))
  sheet.mergeCells('A2:I2')
  sheet.getCell('A1').value = '附件2'
  sheet.getCell('A2').value = '知识产权行政案件统计表'
  sheet.getCell('A2').alignment = { horizontal: 'center' }
  sheet.mergeCells('A3:I3')
  sheet.getCell('A3').value = `填报单位：${' '.repeat(60)}时间：    年   月   日`
  sheet.getRow(4).values = [...headingTexts]
  preprinted.forEach((cells, index) => {
    sheet.getRow(index + 5).values = cells
  })
  for (let row = 4; row <= 15; row += 1)
    for (let column = 1; column <= 9; column += 1) {
      sheet.getRow(row).getCell(column).border = border
      sheet.getRow(row).getCell(column).alignment = {
        horizontal: 'center',
        vertical: 'middle',
        wrapText: true,
      }
    }
  for (let row = 5; row <= 15; row += 1) {
    sheet.getCell(`G${row}`).dataValidation = { type: 'list', formulae: ['"是,否"'] }
    sheet.getCell(`D${row}`).numFmt = 'yyyy"年"m"月"d"日"'
  }
  sheet.getCell('A16').value = '（可加页）'
  sheet.getCell('A17').value = '注：请按案件类型分别编写序号。'
  sheet.getCell('A18').value = '填表人：'
  sheet.getCell('I18').value = { formula: 'COUNT(A5:A15)', result: 6 }
  change(sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const paragraph = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`

const wordCell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/>${properties}</w:tcPr>${paragraph(text)}</w:tc>`

function wordRow(cells: readonly string[], merge: string): string {
  return `<w:tr>${headingTexts.map((_, at) => wordCell(cells[at] ?? '', at === 1 ? merge : '')).join('')}</w:tr>`
}

/** The same as a Word file. */
export const blankWord = packed(
  wordParts(
    [
      paragraph('知识产权行政案件统计表'),
      paragraph('填报单位：', '　　　　', '　　　时间：', '  年', ' 月 日'),
      '<w:tbl>',
      wordRow(headingTexts, ''),
      wordRow(['1', '专利侵权裁决'], '<w:vMerge w:val="restart"/>'),
      wordRow(['2', ''], '<w:vMerge/>'),
      wordRow(['...', '...'], ''),
      wordRow([], ''),
      '</w:tbl>',
      paragraph('注：请按案件类型分别编写序号。'),
    ].join(''),
  ),
)
