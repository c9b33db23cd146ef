import { readFileSync } from 'node:fs'
import { type CellObject, read } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { headings } from '../../src/model/case.ts'
import { bytesAt, fakeIo } from '../fake-io.ts'
import { packed, relationsPart, sheetData, workbookParts } from '../log/book/office.ts'

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/logs/ok/${name}`, import.meta.url))

interface Numbered {
  readonly exitCode: number
  readonly out: string
  readonly err: string
  readonly bytes: Uint8Array
}

async function number(source: Uint8Array, ...options: readonly string[]): Promise<Numbered> {
  const io = fakeIo({ files: { '台账.xlsx': source } })
  const exitCode = await run(['number', '台账.xlsx', '-q', '--as-of', '2024-06-07', ...options], io)
  const bytes = io.files.get('/办案/台账-编号.xlsx')
  return { exitCode, ...io.printed, bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array() }
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString()]))
}

const headingRow = Object.values(headings)
const closed = ['2024-03-05', '2024-04-18', '行政处罚', '是']
const trademark = (at: number): readonly string[] => [
  '',
  '商标侵权',
  `朝凌市监处罚〔2024〕${at}号`,
  ...closed,
  `https://a.example.gov.cn/${at}`,
  '',
]

/** A sheet of trademark cases with these cells of 序号, from row 2 on. */
function casesWith(serials: readonly string[]): string {
  const rows = serials.map((_, at) => trademark(at + 1))
  return serials.reduce(
    (data, serial, at) => data.replace(`<row r="${at + 2}">`, `<row r="${at + 2}">${serial}`),
    sheetData([headingRow, ...rows]),
  )
}

function serialsIn(bytes: Uint8Array): readonly (CellObject | undefined)[] {
  const [sheet] = Object.values(read(Buffer.from(bytes)).Sheets)
  return ['A2', 'A3', 'A4'].map((place) => sheet?.[place])
}

const computed = (at: number): string => `<c r="A${at}"><f>ROW()</f><v>${at}</v></c>`
const chain = (entries: string): string => `<calcChain xmlns="urn:x">${entries}</calcChain>`

function withFormulas(entries: string) {
  const parts = workbookParts({
    sheets: {
      台账: casesWith([computed(2), computed(3), '']),
      汇总: '<sheetData><row r="1"><c r="A1"><f>MAX(台账!A:A)</f><v>3</v></c></row></sheetData>',
    },
    bookProperties: '<calcPr calcId="191029"/>',
  })
  const [relations, types] = ['xl/_rels/workbook.xml.rels', '[Content_Types].xml']
  const link = /<Relationship .*\/>/.exec(
    relationsPart([{ id: 'rIdC', type: 'calcChain', target: 'calcChain.xml' }]),
  )
  const override = '<Override PartName="/xl/calcChain.xml" ContentType="application/xml"/>'
  return packed({
    ...parts,
    [relations]: parts[relations]?.replace('</Relationships>', `${link?.[0]}</Relationships>`) ?? '',
    [types]: parts[types]?.replace('</Types>', `${override}</Types>`) ?? '',
    'xl/calcChain.xml': chain(entries),
  })
}

test('formulas in 序号 become numbers, and what depends on them is computed anew', async () => {
  const source = withFormulas('<c r="A2" i="1"/><c r="A3"/><c r="D9"/><c r="A1" i="2"/>')
  const { out, err, bytes, exitCode } = await number(source)
  expect({ out, exitCode }).toEqual({ out: '', exitCode: 0 })
  expect(err).toBe('')
  expect(serialsIn(bytes).map((cell) => [cell?.f, cell?.t, cell?.v])).toEqual([
    [undefined, 'n', 1],
    [undefined, 'n', 2],
    [undefined, 'n', 3],
  ])
  const parts = partsOf(bytes)
  expect([...parts].filter(([name, text]) => /calcChain/i.test(name + text))).toEqual([])
  expect(parts.get('xl/workbook.xml')).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>')
  expect(parts.get('xl/worksheets/sheet2.xml')).toEqual(partsOf(source).get('xl/worksheets/sheet2.xml'))
  expect((await number(bytes)).bytes).toEqual(Buffer.from(bytes))
})

const plain = workbookParts({ sheets: { 台账: casesWith(['', '<c r="A3"><v>7</v></c>', '']) } })

test.each([
  [
    'formulas',
    packed(workbookParts({ sheets: { 台账: casesWith([computed(2), computed(3), '']) } })),
    '序号原来用公式算出的 2 处，已换成数字。\n',
  ],
  [
    'a signature',
    packed({ ...plain, '_xmlsignatures/sig1.xml': '<Signature/>' }),
    '原文件带有数字签名，写出的一份签名已失效，需要时请重新签名。\n',
  ],
])('what becomes of %s is said', async (_, source, note) => {
  const io = fakeIo({ files: { '台账.xlsx': source } })
  expect(await run(['number', '台账.xlsx', '--as-of', '2024-06-07'], io)).toBe(0)
  expect(io.printed.err.endsWith(`条规则。\n${note}`)).toBe(true)
  expect(serialsIn(bytesAt(io, '台账-编号.xlsx')).map((cell) => cell?.v)).toEqual([1, 2, 3])
})

const withoutSerials = sheetData([headingRow.slice(1), trademark(5).slice(1)])

const columnMissing = workbookParts({
  sheets: {
    一季度: casesWith(['']),
    二季度: `<cols><col min="9" max="16384" width="9" hidden="1"/></cols>${withoutSerials}`,
  },
})

test.each([
  [
    '台账.xlsx',
    packed(
      workbookParts({
        sheets: { 台账: `${casesWith(['', '', ''])}<mergeCells><mergeCell ref="A2:A4"/></mergeCells>` },
      }),
    ),
    '工作表“台账”的序号格合并着（A2:A4），写不下各件的序号',
    '请在 Excel 或 WPS 里取消这些合并，再编号。',
  ],
  [
    '台账.xlsx',
    packed(columnMissing),
    '工作表“二季度”没有序号这一栏，表格右边也没有看得见的空列可加',
    '请在 Excel 或 WPS 里打开它，在最左边插入一列，表头写“序号”，保存后再编号。',
  ],
  [
    '台账.docx',
    fixture('annex.docx'),
    '这是 Word 文档，不能只改几格而不动其他内容',
    '请把其中的表格复制到 Excel 或 WPS 表格，存为 .xlsx 或 .csv，再来一次。',
  ],
  [
    '台账.et',
    fixture('table.et'),
    '这是旧式工作簿（.xls、.et），不能只改几格而不动其他内容',
    '请用 Excel 或 WPS 打开它，另存为 .xlsx 或 .csv，再来一次。',
  ],
  [
    '台账.xls',
    fixture('page.xls'),
    '这其实是网页或 XML 表格，不能只改几格而不动其他内容',
    '请用 Excel 或 WPS 打开它，另存为 .xlsx 或 .csv，再来一次。',
  ],
])('%s, which cannot be written without changing more, is refused', async (name, source, message, remedy) => {
  const io = fakeIo({ files: { [name]: source } })
  expect(await run(['number', name], io)).toBe(3)
  expect(io.printed).toEqual({ out: '', err: `ipcase：${name}：${message}\n  ${remedy}\n` })
  expect(io.files.size).toBe(1)
})

test('a workbook is not written to a screen', async () => {
  const io = fakeIo({ stdin: packed(plain), columns: 80 })
  expect(await run(['number', '-'], io)).toBe(2)
  expect(io.printed.err).toEqual('ipcase：工作簿不能写到屏幕上\n  请用 -o 写明文件，或用 > 转到文件里。\n')
})
