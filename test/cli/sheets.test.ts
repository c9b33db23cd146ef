import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { partBytes, partText } from '../../src/office/package.ts'
import { rezipped, unzip } from '../../src/office/zip.ts'
import { exampleLog } from '../example-log.ts'
import { bytesAt, fakeIo, type World } from '../fake-io.ts'
import { form } from './run-report.ts'

const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'.split(',')

function openCase(number: number): readonly string[] {
  return [String(number), '商标侵权', `凌市监立〔2024〕${number}号`, '2024-03-05', '', '在办', '', '', '']
}

type Content = Readonly<Record<string, { readonly numbers: readonly number[]; readonly hidden?: true }>>

async function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function book(content: Content): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const [name, { numbers, hidden }] of Object.entries(content)) {
    const sheet = workbook.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' })
    sheet.addRows([headings, ...numbers.map(openCase)].map((cells) => [...cells]))
  }
  return await bytesOf(workbook)
}

/** As a spreadsheet program renames a sheet: every name that refers to it follows. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const part = 'xl/workbook.xml'
  const parts = unzip(bytes, (name) => name === part)
  const xml = typeof parts === 'string' ? '' : (partText(parts, part) ?? '')
  return rezipped(bytes, new Map([[part, partBytes(xml.replaceAll(from, to))]]))
}

/** The workbook as somebody changed and saved it. */
async function changed(bytes: Uint8Array, change: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes).buffer)
  change(workbook)
  return await bytesOf(workbook)
}

async function written(line: readonly string[], path: string, files: World['files'] = {}) {
  const io = fakeIo({ files: { '/ipcase/templates/form.xlsx': form, ...files } })
  await run(line, io)
  return bytesAt(io, path)
}

interface ReadSheet {
  readonly name: string
  readonly read: boolean
  readonly reason: string | null
  readonly cases: number
}

async function validated(bytes: Uint8Array, options: readonly string[] = [], config?: object) {
  const files = { '台账.xlsx': bytes, ...(config && { 'ipcase.config.json': JSON.stringify(config) }) }
  const io = fakeIo({ files })
  const exitCode = await run(['validate', '台账.xlsx', '-f', 'json', ...options], io)
  const { logs, failures, findings } = JSON.parse(io.printed.out)
  const sheets: readonly ReadSheet[] = logs[0]?.sheets ?? []
  return { exitCode, sheets, failures, findings, cases: logs[0]?.cases }
}

function casesBySheet(sheets: readonly ReadSheet[]): Readonly<Record<string, number | string | null>> {
  return Object.fromEntries(sheets.map(({ name, read, reason, cases }) => [name, read ? cases : reason]))
}

const notOurs = 'ipcase 附上的，不是台账'
const notNamed = '不是 --sheet 写明的'

const several = await book({
  台账: { numbers: [1, 2] },
  '台账 (2)': { numbers: [3] },
  汇总: { numbers: [4] },
  去年: { numbers: [5, 6, 7], hidden: true },
})

test('every sheet somebody made is read, whatever it is called; hidden ones are named', async () => {
  const { sheets, cases } = await validated(several)
  expect(casesBySheet(sheets)).toEqual({
    台账: 2,
    '台账 (2)': 1,
    汇总: 1,
    去年: '隐藏的工作表；要读，用 --sheet 写明，或取消隐藏',
  })
  expect(cases).toBe(4)
})

test.each<[readonly string[], object | undefined, Readonly<Record<string, number>>]>([
  [['--sheet', '去年'], undefined, { 去年: 3 }],
  [['--sheet', '台账 (2)'], undefined, { '台账 (2)': 1 }],
  [['--sheet', '台账*'], undefined, { 台账: 2, '台账 (2)': 1 }],
  [['--sheet', '去年', '--sheet', '汇*'], undefined, { 汇总: 1, 去年: 3 }],
  [[], { sheets: ['台账'] }, { 台账: 2 }],
  [['--sheet', '汇总'], { sheets: ['台账'] }, { 汇总: 1 }],
])('%j beside the configuration %j reads those sheets alone: %j', async (options, config, read) => {
  const { sheets } = await validated(several, options, config)
  const others = ['台账', '台账 (2)', '汇总', '去年'].filter((name) => !(name in read))
  expect(casesBySheet(sheets)).toEqual({
    ...read,
    ...Object.fromEntries(others.map((name) => [name, notNamed])),
  })
})

test('a sheet that is not there is a failure that names those that are', async () => {
  const { exitCode, failures } = await validated(several, ['--sheet', '臺账'])
  expect(exitCode).toBe(3)
  expect(failures).toEqual([
    {
      path: '台账.xlsx',
      message: '没有 --sheet 写明的工作表',
      remedy: '文件里有“台账”、“台账 (2)”、“汇总”、“去年”：请写成其中一个的名称（可用 * 代替一部分）。',
    },
  ])
})

test('the example of the entry workbook is known when it is renamed, and a sheet beside it is read', async () => {
  const entry = await written(['template'], '/办案/台账.xlsx')
  const used = await changed(renamed(entry, '示例', '样子'), (workbook) => {
    const own = workbook.addWorksheet('示例')
    own.addRows([headings, [...openCase(1)]])
  })
  const { sheets } = await validated(used)
  expect(casesBySheet(sheets)).toMatchObject({ 台账: 0, 样子: notOurs, 示例: 1 })
})

test('of a report only the form is read, also after it was saved by another program', async () => {
  const line = ['report', '凌源.csv', '--unit', '凌源市', '-o', '表.xlsx']
  const report = await written(line, '/办案/表.xlsx', { '凌源.csv': exampleLog([{}, {}]) })
  const used = await changed(renamed(report, '汇总', '数字'), (workbook) => {
    workbook.getWorksheet('数字')?.insertRows(1, [headings, [...openCase(9)]])
  })
  const { sheets } = await validated(used)
  expect(casesBySheet(sheets)).toEqual({ 统计表: 2, 数字: notOurs })
})

test('a list of findings by itself is no log, and no nil return is made of it', async () => {
  const line = ['validate', '凌源.csv', '-o', '问题.xlsx']
  const list = await written(line, '/办案/问题.xlsx', { '凌源.csv': exampleLog([{}]) })
  const io = fakeIo({ files: { '问题.xlsx': list } })
  expect(await run(['report', '问题.xlsx', '--unit', '凌源市'], io)).toBe(3)
  expect(io.printed.out).toBe('')
  expect(io.printed.err).toContain('这是 ipcase 写出的问题清单或对照表，不是台账 → 请改用台账本身')
})

test('cases in rows that a filter hides are read, and said', async () => {
  const filtered = await changed(await book({ 台账: { numbers: [1, 2, 3] } }), (workbook) => {
    const row = workbook.getWorksheet('台账')?.getRow(3)
    if (row) row.hidden = true
  })
  const io = fakeIo({ files: { '台账.xlsx': filtered } })
  await run(['validate', '台账.xlsx'], io)
  expect(io.printed.out).toContain('3 件案件，其中 1 件在隐藏的行里，也读了')
})
