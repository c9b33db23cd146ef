import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { partText } from '../../src/office/package.ts'
import { tags } from '../../src/office/xml-text.ts'
import { unzip } from '../../src/office/zip.ts'
import { exampleLog } from '../example-log.ts'
import { bytesAt, fakeIo, transcript } from '../fake-io.ts'
import { convert } from './office.ts'

const log = exampleLog([{ published: '', url: '' }, { url: '' }, { filed: '2024.3.5', outcome: '结案' }])

async function list(): Promise<Uint8Array> {
  const io = fakeIo({ files: { '凌源.csv': log } })
  await run(['validate', '凌源.csv', '-o', '问题.xlsx'], io)
  return bytesAt(io, '问题.xlsx')
}

test('LibreOffice shows the filters, the colours and the comments of the list of findings', async () => {
  const parts = unzip(await convert(await list(), 'xlsx', 'ods'), (name) => name === 'content.xml')
  const xml = typeof parts === 'string' ? '' : (partText(parts, 'content.xml') ?? '')
  const filters = tags(xml, 'database-range').filter((tag) => tag.includes('display-filter-buttons="true"'))
  const shown = filters.map((tag) => /target-range-address="'?(.*?)'?\./.exec(tag)?.[1])
  expect(shown).toEqual(['问题清单', '已规范', '核对情况'])
  expect(xml.match(/<office:annotation /g)).toHaveLength(3)
  const colours = ['#ffc7ce', '#ffeb9c'].filter((colour) => xml.includes(`background-color="${colour}"`))
  expect(colours).toHaveLength(2)
})

test('a list saved by LibreOffice is read back with the reasons in it', async () => {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(await list()).buffer)
  const sheet = book.getWorksheet('问题清单')
  const at = [sheet?.getRow(1).values].flat().indexOf('说明') + 1
  sheet?.eachRow((row, number) => {
    if (number > 1 && row.getCell(1).text === '警告') row.getCell(at).value = '当事人已申请行政复议'
  })
  const saved = await convert(new Uint8Array(await book.xlsx.writeBuffer()), 'xlsx', 'xlsx')
  const files = { '凌源.csv': log, '问题.xlsx': saved }
  const { out } = await transcript(['validate', '凌源.csv', '--explained', '问题.xlsx', '-f', 'json'], {
    files,
  })
  const { explained, counts } = JSON.parse(out)
  expect([explained.length, counts.warning]).toEqual([2, 0])
})
