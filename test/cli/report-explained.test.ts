import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { exampleLog } from '../example-log.ts'
import { bytesAt, fakeIo, transcript } from '../fake-io.ts'
import { readPdf } from '../tables/pdf-files.ts'

const log = exampleLog([{ published: '', url: '' }, {}, { published: '', url: '' }])
const reason = '当事人已申请行政复议，待复议期满再公开'

async function listWith(reasons: number): Promise<string> {
  const io = fakeIo({ files: { '凌源.csv': log } })
  await run(['validate', '凌源.csv', '-f', 'csv'], io)
  let left = reasons
  return io.printed.out.replace(/,,(商标侵权|专利)/g, (whole, type) =>
    left-- > 0 ? `,${reason},${type}` : whole,
  )
}

const list = await listWith(2)

async function reported(name: string, ...more: readonly string[]) {
  const template = (file: string) => readFileSync(`test/tables/templates/${file}`)
  const files = {
    '凌源.csv': log,
    '问题.csv': list,
    '本局.docx': template('bureau.docx'),
    '本局.xlsx': template('libreoffice.xlsx'),
  }
  const io = fakeIo({ files })
  await run(['report', '凌源.csv', '--unit', '凌源市', '--explained', '问题.csv', '-o', name, ...more], io)
  const bytes = bytesAt(io, name)
  return { io, bytes }
}

const headings = ['序号', '案件类型', '案件编号', '问题', '说明']

async function workbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes).buffer)
  return book
}

function texts(sheet: ExcelJS.Worksheet | undefined, row: number): readonly string[] {
  return ['A', 'B', 'C', 'D', 'E'].map((letter) => sheet?.getCell(`${letter}${row}`).text ?? '')
}

test('the workbook has 审核说明 as its third sheet, whose heading is printed on every page', async () => {
  const { worksheets } = await workbook((await reported('统计表.xlsx')).bytes)
  expect(worksheets.map(({ name }) => name)).toEqual(['统计表', '汇总', '审核说明'])
  const sheet = worksheets[2]
  expect(texts(sheet, 1)[0]).toBe('审核说明')
  expect(texts(sheet, 2)).toEqual([...Array(4).fill('填报单位：凌源市'), '时间：2024年6月7日'])
  expect(texts(sheet, 3)).toEqual(headings)
  expect([texts(sheet, 4)[0], texts(sheet, 4)[4], texts(sheet, 5)[0]]).toEqual(['1', reason, '2'])
  expect(sheet?.pageSetup.printTitlesRow).toBe('3:3')
})

test('where nothing is explained, none of it is there', async () => {
  const io = fakeIo({ files: { '凌源.csv': log } })
  await run(['report', '凌源.csv', '--unit', '凌源市', '-o', '统计表.xlsx', '-f', 'html'], io)
  const { worksheets } = await workbook(bytesAt(io, '统计表.xlsx'))
  expect([worksheets.length, io.printed.out.includes('审核说明')]).toEqual([2, false])
})

test.each(['统计表.docx', '本局的表.docx'])('%s ends with 审核说明 on a page of its own', async (name) => {
  const more = name.startsWith('本局') ? ['--template', '本局.docx'] : []
  const { bytes } = await reported(name, ...more)
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  const behind = xml.slice(xml.lastIndexOf('<w:pageBreakBefore/>'))
  const words = [...behind.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)
  expect(words.slice(0, 8)).toEqual(['审核说明', '填报单位：凌源市', '时间：2024年6月7日', ...headings])
  expect(words.filter((word) => word === reason)).toHaveLength(2)
  expect(behind).toContain('<w:tblHeader/>')
})

test('a bureau’s workbook gets it behind its own sheets, in the letters of its form', async () => {
  const { worksheets } = await workbook((await reported('表.xlsx', '--template', '本局.xlsx')).bytes)
  const last = worksheets.at(-1)
  expect([last?.name, texts(last, 4)[4]]).toEqual(['审核说明', reason])
  expect(last?.getCell('E4').border?.bottom?.style).toBeDefined()
})

test('the last page of the pdf has it', async () => {
  const pages = await readPdf((await reported('统计表.pdf')).bytes)
  const last = pages
    .at(-1)
    ?.texts.map(({ text }) => text)
    .join('')
  for (const word of ['审核说明', ...headings, '待复议期满再公开']) expect(last).toContain(word)
})

test.each(['xlsx', 'docx', 'html'])('.%s with 审核说明 reads back as the same cases', async (kind) => {
  const { io } = await reported(`统计表.${kind}`)
  const before = io.printed.out.length
  await run(['validate', `统计表.${kind}`, '-f', 'json'], io)
  const { logs, findings } = JSON.parse(io.printed.out.slice(before))
  expect(logs.map(({ cases }: { cases: number }) => cases)).toEqual([3])
  expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual([
    'published-missing',
    'published-missing',
  ])
  const skipped = logs[0].sheets.filter(({ name, reason }: { name: string; reason: string | null }) =>
    `${name}${reason}`.includes('审核说明'),
  )
  expect(skipped).toHaveLength(1)
})

test('of a case that the period leaves out nothing is printed', async () => {
  const { io } = await reported('统计表.xlsx', '--period', '2023', '-f', 'md')
  expect(io.printed.out).not.toContain('审核说明')
})

const unpublished = exampleLog([{ published: '', url: '' }])

async function validated(list: string | undefined, format: string): Promise<string> {
  const given = list === undefined ? [] : ['--explained', '问题.csv']
  const files = { '凌源.csv': unpublished, ...(list !== undefined && { '问题.csv': list }) }
  return (await transcript(['validate', '凌源.csv', ...given, '-f', format], { files })).out
}

test('what was said of the explanations themselves is no finding that was mended', async () => {
  const withWords = (list: string): string => list.replace(',,商标侵权', ',核实无误,商标侵权')
  const second = await validated(withWords(await validated(undefined, 'csv')), 'csv')
  expect(second).toContain('explanation-empty')
  const { since } = JSON.parse(await validated(withWords(second), 'json'))
  expect(since).toEqual({ mended: 0, explained: 0, open: 1, new: 0 })
})
