import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { partText } from '../../src/office/package.ts'
import { tags } from '../../src/office/xml-text.ts'
import { unzip } from '../../src/office/zip.ts'
import { coloursOf } from '../../src/render/entry/colours.ts'
import { allRules } from '../../src/rules/index.ts'
import { bytesAt, fakeIo, transcript } from '../fake-io.ts'

async function written(...options: readonly string[]): Promise<Uint8Array> {
  const io = fakeIo()
  expect(await run(['template', ...options], io)).toEqual(0)
  return bytesAt(io, '台账.xlsx')
}

const untouched = await written()

function sheetXml(bytes: Uint8Array): string {
  const parts = unzip(bytes, () => true)
  if (typeof parts === 'string') throw new TypeError(parts)
  return partText(parts, 'xl/worksheets/sheet1.xml') ?? ''
}

test('the untouched template is a nil return without an error or a warning', async () => {
  const files = { '台账.xlsx': untouched }
  const checked = JSON.parse((await transcript(['validate', '台账.xlsx', '-f', 'json'], { files })).out)
  expect([checked.counts.error, checked.counts.warning, checked.logs[0].cases]).toEqual([0, 0, 0])
  const { exitCode, out } = await transcript(['report', '台账.xlsx', '--unit', '凌源市'], { files })
  expect(exitCode).toEqual(0)
  expect(out).toContain('本期无案件')
})

test('the same template is the same bytes', async () => {
  expect(Buffer.compare(untouched, await written())).toEqual(0)
})

test('every column that has a list or a day is ruled for a thousand rows', () => {
  const rules = tags(sheetXml(untouched), 'dataValidation').map((tag) =>
    ['type', 'sqref'].map((name) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? 'any'),
  )
  expect(rules).toEqual([
    ['any', 'A4:A1003'],
    ['list', 'B4:B1003'],
    ['any', 'C4:C1003'],
    ['date', 'D4:D1003'],
    ['date', 'E4:E1003'],
    ['date', 'F4:F1003'],
    ['list', 'G4:G1003'],
    ['list', 'H4:H1003'],
    ['any', 'I4:I1003'],
    ['any', 'J4:J1003'],
  ])
})

test('a colour stands for a rule of single cells, and the guide says what to do in its words', async () => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(untouched).buffer)
  const told = workbook.getWorksheet('填写说明')?.getSheetValues().flat().join('\n') ?? ''
  const colours = coloursOf(
    () => 'A1',
    () => 'A1',
  )
  for (const { rule } of colours) {
    const text = allRules.find(({ id }) => id === rule)
    expect([rule, text && told.includes(text.remedy)]).toEqual([rule, true])
  }
})

test('a ledger may have more columns than the alphabet has letters', async () => {
  const own = Array.from({ length: 18 }, (_, at) => ['--column', `栏目${at}`])
  expect(tags(sheetXml(await written(...own.flat())), 'autoFilter').join('')).toContain('ref="A3:AB1003"')
})

test('own columns stand behind the form’s, and are kept out of the table', async () => {
  const bytes = await written('--column', '当事人', '--column', '承办人', '--unit', '凌源市市场监督管理局')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes).buffer)
  const sheet = workbook.getWorksheet('台账')
  expect(sheet?.getCell('A2').value).toEqual('填报单位：凌源市市场监督管理局')
  expect([sheet?.getCell('K3').value, sheet?.getCell('L3').value]).toEqual(['当事人', '承办人'])
})

test('an existing ledger is never written over', async () => {
  const { exitCode, err } = await transcript(['template'], { files: { '台账.xlsx': 'x' } })
  expect([exitCode, err]).toEqual([3, expect.stringContaining('台账.xlsx 已经存在')])
})

test('as text it is the headings alone', async () => {
  const { out } = await transcript(['template', '-f', 'csv', '--column', '当事人'])
  expect(out).toEqual(
    '\uFEFF序号,案件类型,案件编号,立案时间,结案时间,决定日期,结案方式,是否公开,公开网址,备注,当事人\r\n',
  )
})

test('another format is refused with those there are', async () => {
  const { exitCode, err } = await transcript(['template', '-o', '台账.pdf'])
  expect([exitCode, err]).toEqual([2, expect.stringContaining('.xlsx、.csv、.docx')])
})
