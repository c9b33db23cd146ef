import { expect, test } from 'vitest'
import { readBook } from '../../../src/log/book/book.ts'
import { gb18030 } from '../../gb18030.ts'

const spreadsheet = 'urn:schemas-microsoft-com:office:spreadsheet'

function workbook(rows: string, encoding = 'UTF-8'): string {
  const styles =
    '<Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy/m/d;@"/></Style><Style ss:ID="s"><NumberFormat ss:Format="Short Date"/></Style></Styles>'
  return `<?xml version="1.0" encoding="${encoding}"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="${spreadsheet}" xmlns:ss="${spreadsheet}">${styles}<Worksheet ss:Name="台账"><Table>${rows}</Table></Worksheet></Workbook>`
}

const text = (value: string) => `<Cell><Data ss:Type="String">${value}</Data></Cell>`

const rows = `<Row>${text('序号')}${text('案件类型')}${text('立案时间')}${text('结案时间')}${text('公开网址')}</Row>
<Row ss:Index="3"><Cell><Data ss:Type="Number">1</Data></Cell><Cell ss:MergeDown="1"><Data ss:Type="String">商标侵权</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">2024-03-05T00:00:00.000</Data></Cell><Cell ss:StyleID="s"><Data ss:Type="DateTime">2024-04-18T00:00:00.000</Data></Cell><Cell ss:HRef="https://a.cn/1"><Data ss:Type="String">查看</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">2</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">2024/3/11</Data></Cell></Row>`

const sheet = {
  name: '台账',
  preamble: [],
  rows: [
    { line: 1, row: 1, cells: ['序号', '案件类型', '立案时间', '结案时间', '公开网址'] },
    { line: 2, row: 2, cells: [] },
    {
      line: 3,
      row: 3,
      cells: ['1', '商标侵权', '2024-03-05', '2024-04-18', '查看'],
      links: new Map([[4, 'https://a.cn/1']]),
    },
    { line: 4, row: 4, cells: ['2', '', '2024/3/11'], merged: new Map([[1, '商标侵权']]) },
  ],
}

test.each([
  ['in UTF-8', new TextEncoder().encode(workbook(rows))],
  ['in GBK', gb18030(workbook(rows, 'GB2312'))],
])('a workbook that Excel 2003 wrote as one XML file %s is read', async (_, bytes) => {
  expect(await readBook(bytes)).toEqual({ sheets: [sheet], skipped: [] })
})

test('a row past the end of any sheet neither fills the memory nor is lost in silence', async () => {
  const far = `<Row ss:Index="900000000"><Cell ss:Index="900000000"><Data ss:Type="String">x</Data></Cell></Row>`
  expect(await readBook(new TextEncoder().encode(workbook(rows + far)))).toEqual({ refused: 'rows' })
})

test('one that breaks off is damaged', async () => {
  expect(await readBook(new TextEncoder().encode(workbook(rows).slice(0, -60)))).toEqual({
    refused: 'damaged',
  })
})
