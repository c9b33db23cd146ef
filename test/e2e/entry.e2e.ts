import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { partText } from '../../src/office/package.ts'
import { tags } from '../../src/office/xml-text.ts'
import { unzip } from '../../src/office/zip.ts'
import { bytesAt, fakeIo, transcript } from '../fake-io.ts'
import { convert } from './office.ts'

async function entryWorkbook(): Promise<ExcelJS.Workbook> {
  const io = fakeIo()
  await run(['template', '--unit', '凌源市市场监督管理局'], io)
  const bytes = bytesAt(io, '台账.xlsx')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes).buffer)
  return workbook
}

test('five hundred cases filled in and saved by LibreOffice are sound, and keep their drop-downs', async () => {
  const workbook = await entryWorkbook()
  const sheet = workbook.getWorksheet('台账')
  for (let at = 0; at < 500; at++) {
    const [filed, closed] = [new Date(Date.UTC(2024, 0, 2 + (at % 60))), new Date(Date.UTC(2024, 3, 10))]
    sheet?.getRow(4 + at).eachCell({ includeEmpty: true }, () => undefined)
    const link = `https://www.gsxt.example.gov.cn/xzcf/${at}.html`
    const number = `朝凌市监处罚〔2024〕${at + 1}号`
    const cells = ['', '商标侵权', number, filed, closed, closed, '行政处罚', '是', link, '']
    for (const [column, value] of cells.entries()) {
      if (value !== '' && sheet) sheet.getRow(4 + at).getCell(column + 1).value = value
    }
  }
  const saved = await convert(new Uint8Array(await workbook.xlsx.writeBuffer()), 'xlsx', 'xlsx')
  const { out } = await transcript(['validate', '台账.xlsx', '-f', 'json'], { files: { '台账.xlsx': saved } })
  const { logs, counts } = JSON.parse(out)
  expect([logs[0].cases, counts.error, counts.warning]).toEqual([500, 0, 0])
  const parts = unzip(saved, () => true)
  const xml = typeof parts === 'string' ? '' : (partText(parts, 'xl/worksheets/sheet1.xml') ?? '')
  const lists = tags(xml, 'dataValidation').filter((tag) => tag.includes('type="list"'))
  expect(lists.map((tag) => /sqref="([A-Z]+)4:/.exec(tag)?.[1])).toEqual(['B', 'G', 'H'])
})

test('the Word form saved by LibreOffice is still a nil return, and keeps its lists', async () => {
  const io = fakeIo()
  await run(['template', '-o', '台账.docx', '--unit', '凌源市市场监督管理局'], io)
  const saved = await convert(bytesAt(io, '台账.docx'), 'docx', 'docx')
  const { out } = await transcript(['validate', '台账.docx', '-f', 'json'], { files: { '台账.docx': saved } })
  const { logs, findings } = JSON.parse(out)
  expect([logs[0].cases, findings]).toEqual([0, []])
  const parts = unzip(saved, (name) => name === 'word/document.xml')
  const xml = typeof parts === 'string' ? '' : (partText(parts, 'word/document.xml') ?? '')
  expect(xml.match(/<w:(?:comboBox|dropDownList)>/g)).toHaveLength(50)
})
