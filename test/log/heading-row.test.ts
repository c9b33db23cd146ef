import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { exampleLog } from '../example-log.ts'
import { bytesAt, fakeIo } from '../fake-io.ts'
import { gb18030 } from '../gb18030.ts'
import { readBack } from '../read-log.ts'

const row = '1,商标侵权,朝市监处罚〔2024〕2号,2024-03-05,2024-05-06,行政处罚,否,,\n'

test.each([
  [
    'names below one that spans them',
    '序号,案件类型,案件编号,办理情况,,,是否公开,公开网址,备注\n,,,立案时间,结案时间,结案方式,,,\n',
  ],
  [
    'names in two halves',
    '序号,案件类型,案件编号,立案,结案,结案,是否公开,公开网址,备注\n,,,时间,时间,方式,,,\n',
  ],
  [
    'words that are no names by themselves',
    '序号,案件类型,案件编号,办案时间,,结果,是否公开,公开网址,备注\n,,,立案,结案,方式,,,\n',
  ],
  [
    'neither row of which is one by itself',
    '序号,案件,,办案时间,,办理,公开情况,,备注\n,类型,编号,立案,结案,结果,是否,网址,\n',
  ],
  [
    'one below a title',
    '知识产权行政案件统计表,,,,,,,,\n序号,案件类型,案件编号,办案时间,,结果,公示,,备注\n,,,立案,结案,方式,是否,网址,\n',
  ],
])('a heading of two rows is one: %s', async (_, heading) => {
  const { cases, faults, summary } = await readBack(`填报单位：凌源市市场监管局\n${heading}${row}`)
  expect(faults).toEqual([])
  expect(summary.headingLine).toBe(heading.startsWith('知识产权') ? 3 : 2)
  expect(
    cases.map((c) => [
      c.line === (summary.headingLine ?? 0) + 2,
      c.caseNumber,
      c.text.filed,
      c.text.closed,
      c.text.outcome,
    ]),
  ).toEqual([[true, '朝市监处罚〔2024〕2号', '2024-03-05', '2024-05-06', '行政处罚']])
})

test.each([
  ['a case', row],
  ['the same heading again', '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'],
  ['nothing', ''],
])('what stands below a whole heading is no second row of it: %s', async (_, below) => {
  const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'
  const { cases, faults, summary } = await readBack(heading + below + row)
  expect(faults).toEqual([])
  expect(summary.headingLine).toBe(1)
  expect(cases.length).toBe(below === row ? 2 : 1)
})

test('what a heading lacks is said though nothing follows it', async () => {
  const { faults } = await readBack('序号,案件类型,案件编号,结案时间\n')
  expect(faults.map(([fault]) => fault.rule)).toContain('heading-missing')
})

test('what is a ledger’s own in a heading of two rows is named once and kept out', async () => {
  const heading =
    '序号,案件类型,案件编号,立案,结案,结案,是否公开,公开网址,备注,执法人员,\n,,,时间,时间,方式,,,,主办,协办\n'
  const { cases, faults } = await readBack(`${heading}${row.trim()},张,李\n`)
  expect(faults.map(([fault]) => fault)).toEqual([
    { rule: 'heading-unknown', headings: ['执法人员主办', '执法人员协办'] },
  ])
  expect(cases[0]?.text.filed).toBe('2024-03-05')
})

test('a heading of two rows that stands again on the next page is furniture', async () => {
  const heading = '序号,案件类型,案件编号,办案时间,,结果,是否公开,公开网址,备注\n,,,立案,结案,方式,,,\n'
  const { cases, faults, summary } = await readBack(heading + row + heading + row)
  expect(faults).toEqual([])
  expect(cases.map((c) => c.text.outcome)).toEqual(['行政处罚', '行政处罚'])
  expect([summary.rows, summary.skipped.furniture]).toEqual([4, 2])
})

const cells = (line: string): string =>
  line
    .split(',')
    .map((text) => `<td>${text}</td>`)
    .join('')
const table = (...lines: readonly string[]): string =>
  `<table>${lines.map((line) => `<tr>${cells(line)}</tr>`).join('')}</table>`

const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const bookRow = (number: number): string => `${number},商标侵权,A${number},2024-03-05,,在办,,,`

test('a table without a heading goes on from the one before it', async () => {
  const page = `<html><body>${table(headings, bookRow(1))}<p>（续表）</p>${table(bookRow(2), bookRow(3))}</body></html>`
  const { summary, cases, faults } = await readBack(page)
  expect(faults).toEqual([])
  expect(cases.map((c) => [c.caseNumber, c.layout.sheet, c.line])).toEqual([
    ['A1', '表1', 2],
    ['A2', '表2', 1],
    ['A3', '表2', 2],
  ])
  expect(summary.sheets).toEqual([
    { name: '表1', read: true, reason: null, headingLine: 1, rows: 1, cases: 1 },
    { name: '表2', read: true, reason: null, headingLine: null, rows: 2, cases: 2 },
  ])
})

test.each([
  ['holds no case type', table('填表人,审核人', '某,某')],
  ['stands before any heading', ''],
])('a table that %s is named as skipped', async (_, other) => {
  const first = other === '' ? table(bookRow(1)) : table(headings, bookRow(1))
  const second = other === '' ? table(headings, bookRow(2)) : other
  const { summary, cases } = await readBack(`<html><body>${first}${second}</body></html>`)
  expect(cases).toHaveLength(1)
  expect(summary.sheets?.filter(({ read }) => !read)).toHaveLength(1)
})

const needed = '表头要认得出三个以上栏目，其中有“案件类型”或“案件编号”'

async function findingOf(path: string, content: string | Uint8Array, args: readonly string[] = []) {
  const io = fakeIo({ files: { [path]: content } })
  expect(await run(['validate', path, '-f', 'json', ...args], io)).toBe(1)
  const [{ rule, sheet, line, message, remedy }, ...more] = JSON.parse(io.printed.out).findings
  expect([rule, more]).toEqual(['heading-row-not-found', []])
  return { sheet, line, message, remedy }
}

const rows = [
  '附件',
  '序号,案件,文书号,立案时间,结案时间,结果,办案人',
  '1,商标侵权,凌市监处罚〔2024〕1号,2024-03-05,,,张',
]
const nearest = `前 30 行里没有表头，最接近的是第 2 行：认出“序号”“立案时间”“结案时间”，认不出“案件”“文书号”“结果”“办案人”；${needed}`

test.each<[string, string | Uint8Array]>([
  ['UTF-8', rows.join('\n')],
  ['GB18030', gb18030(rows.join('\n'))],
  ['tabs', rows.join('\n').replaceAll(',', '\t')],
])('of a text log in %s the nearest row is named, with what it lacks', async (_, content) => {
  const { line, message, remedy } = await findingOf('凌源.csv', content)
  expect([line, message]).toEqual([2, nearest])
  expect(remedy).toContain('把认不出的改成统计表上的名称')
})

test('of a workbook the nearest row of any sheet is named', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('封面').addRows([['知识产权案件'], ['时间：']])
  workbook.addWorksheet('明细').addRows(rows.map((row) => row.split(',')))
  const found = await findingOf('凌源.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))
  expect(found).toMatchObject({
    sheet: '明细',
    line: 2,
    message: nearest.replace('第 2 行', '工作表“明细”第 2 行'),
  })
})

test('where no cell reads as a heading there is no nearest row', async () => {
  const { line, message } = await findingOf('凌源.csv', '甲,乙\n1,2\n')
  expect([line, message]).toEqual([undefined, `前 30 行里没有表头：${needed}`])
})

test.each([
  ['report', 'report', '统计表.json', '这是 ipcase report 写出的 JSON，给程序读的，不是台账'],
  ['report', 'report', '统计表.md', '这是 Markdown 文本（report、diff 写出的 .md 就是），不是台账'],
  ['validate', 'validate', '问题.json', '这是 ipcase 写出的 JSON，给程序读的，不是台账'],
])('what %s wrote as %s is told for what it is: %s', async (_, command, path, message) => {
  const io = fakeIo({ files: { '凌源.csv': exampleLog([{}]) } })
  await run([command, '凌源.csv', '-o', path], io)
  const content = bytesAt(io, path)
  expect((await findingOf(path, content)).message).toBe(message)
})

test('a configuration is told for JSON', async () => {
  const { message } = await findingOf('设置.json', '{"unit": "凌源市"}')
  expect(message).toBe('这是 JSON 文件（配置、方案之类），不是台账')
})
