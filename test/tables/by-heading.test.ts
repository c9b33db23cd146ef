import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { findFormPlaces } from '../../src/log/form-places.ts'
import type { Statistics } from '../../src/model/table.ts'
import { headingTexts, tableLines } from '../../src/render/table/cells.ts'
import type { Rendered } from '../../src/render/table/format.ts'
import { tableFormats } from '../../src/render/table/index.ts'
import { blankWord, blankWorkbook } from './blank-form.ts'
import { openDocx, tableTexts, wordText } from './docx-dump.ts'
import { nilReturn, ordinary } from './samples.ts'

const look = { color: false, columns: undefined, quiet: false } as const

async function filledBy(
  format: 'xlsx' | 'docx',
  form: Uint8Array,
  statistics: Statistics,
): Promise<Rendered> {
  const render = await tableFormats[format].load()
  const places = await findFormPlaces(form)
  return render(statistics, { look, files: new Map(), template: form, ...(places && { places }) })
}

async function filled(format: 'xlsx' | 'docx', form: Uint8Array, statistics: Statistics = ordinary) {
  const result = await filledBy(format, form, statistics)
  if (typeof result === 'string' || !('bytes' in result)) throw new Error(JSON.stringify(result))
  return result
}

function sheetOf(bytes: Uint8Array) {
  const book = read(bytes, { cellDates: true, UTC: true })
  const { 统计表: sheet = {} } = book.Sheets
  return { sheet, names: book.Workbook?.Names ?? [] }
}

function rowsOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const { sheet } = sheetOf(bytes)
  const rows = utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1, defval: '', UTC: true })
  return rows.map((row) =>
    row.map((one) => (one instanceof Date ? one.toISOString().slice(0, 10) : String(one))),
  )
}

/** Links stand a line each, with other signs between them than in text. */
function joined(rows: readonly (readonly (string | undefined)[])[]): unknown {
  return rows.map((row) => row.map((one) => one?.replace(/[；\n]/g, '')))
}

function printed({ table }: Statistics): readonly (readonly string[])[] {
  return tableLines(table).map((line) =>
    line.kind === 'nil' ? [line.text, ...headingTexts.slice(1).map(() => '')] : line.cells,
  )
}

test.each([
  ['cases', ordinary],
  ['a nil return', nilReturn],
])("a bureau's workbook without markers is filled by its heading row: %s", async (_, statistics) => {
  const { bytes, warnings } = await filled('xlsx', await blankWorkbook(), statistics)
  const rows = rowsOf(bytes)
  const lines = printed(statistics)
  expect(warnings).toEqual([])
  expect(rows[2]?.[0]).toBe(`填报单位：${statistics.table.unit ?? ''}${' '.repeat(48)}时间：2024年6月7日`)
  expect(joined(rows.slice(4, 4 + lines.length))).toEqual(joined(lines))
  expect(rows.slice(4 + lines.length).map(([first]) => first)).toEqual([
    '（可加页）',
    '注：请按案件类型分别编写序号。',
    '填表人：',
  ])
})

test('what grew with the pre-printed rows now ends with the last case', async () => {
  const { bytes } = await filled('xlsx', await blankWorkbook())
  const { names } = sheetOf(bytes)
  const last = 4 + printed(ordinary).length
  expect(names.map(({ Ref }) => Ref)).toEqual([`'统计表'!$A1:$I${last + 3}`, "'统计表'!$4:$4"])
  const text = await partOf(bytes)
  expect(text).toContain(`<f>COUNT(A5:A${last})</f>`)
  expect(/<dataValidation [^>]*sqref="([^"]*)"/.exec(text)?.[1]).toBe(`G5:G${last}`)
})

async function partOf(bytes: Uint8Array): Promise<string> {
  const { unzipSync, strFromU8 } = await import('fflate')
  return strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
}

test.each([
  ['names below one that spans them', ['办案时间', '', '结果'], ['立案', '结案', '方式']],
  ['names in two halves', ['立案', '结案', '结案'], ['时间', '时间', '方式']],
  ['what is to be written, below a whole name', headingTexts.slice(3, 6), ['（年月日）', '（年月日）', '']],
])('a heading of two rows without a merge is filled below the second: %s', async (_, first, second) => {
  const form = await blankWorkbook((sheet) => {
    sheet.insertRow(5, ['', '', '', ...second], 'i')
    for (const [at, text] of first.entries()) sheet.getRow(4).getCell(4 + at).value = text
  })
  const { bytes, warnings } = await filled('xlsx', form)
  const rows = rowsOf(bytes)
  const lines = printed(ordinary)
  expect(warnings).toEqual([])
  expect(rows.slice(3, 5).map((row) => row.slice(3, 6))).toEqual([first, second])
  expect(joined(rows.slice(5, 5 + lines.length))).toEqual(joined(lines))
  expect(rows[5 + lines.length]?.[0]).toBe('（可加页）')
})

test('a type merged over its pre-printed rows is merged no more', async () => {
  const form = await blankWorkbook((sheet) => {
    sheet.mergeCells('B5:B7')
    sheet.mergeCells('H5:I5')
  })
  const { bytes } = await filled('xlsx', form)
  const merges = (sheetOf(bytes).sheet['!merges'] ?? []).map((range) => utils.encode_range(range))
  const lines = printed(ordinary).map((__, index) => `H${index + 5}:I${index + 5}`)
  expect(merges).toEqual(['A2:I2', 'A3:I3', ...lines])
})

test('a blank row between the table and its notes stays', async () => {
  const form = await blankWorkbook((sheet) => {
    for (let column = 1; column <= 9; column += 1) sheet.getRow(15).getCell(column).style = {}
  })
  const last = 4 + printed(ordinary).length
  expect(
    (await filled('xlsx', form).then(({ bytes }) => rowsOf(bytes))).slice(last).map(([first]) => first),
  ).toEqual(['', '（可加页）', '注：请按案件类型分别编写序号。', '填表人：'])
})

test('what the form has no place for is said', async () => {
  const form = await blankWorkbook((sheet) => {
    sheet.getCell('A3').value = '凌源市市场监督管理局'
  })
  expect((await filled('xlsx', form)).warnings).toEqual([
    '模板里没有可以填写的“填报单位：”，这一项没有填',
    '模板里没有可以填写的“时间：”，这一项没有填',
  ])
})

test.each<
  readonly [string, (sheet: Parameters<NonNullable<Parameters<typeof blankWorkbook>[0]>>[0]) => void]
>([
  [
    '模板里没有标记，也没有认得出的表头',
    (sheet) => {
      sheet.getRow(4).values = ['甲', '乙', '丙']
    },
  ],
  [
    '模板的表头缺少：公开网址、备注',
    (sheet) => {
      sheet.getCell('H4').value = '甲'
      sheet.getCell('I4').value = '乙'
    },
  ],
  [
    '模板的“统计表”第 5 行紧接表头，不是填案件的空行',
    (sheet) => {
      sheet.getRow(5).values = ['注：请按案件类型分别编写序号。']
    },
  ],
  [
    '模板的“统计表”第 6 行已填有案件，不是空表样',
    (sheet) => {
      sheet.getCell('C6').value = '朝凌市监处罚〔2024〕2号'
      sheet.getCell('F6').value = '行政处罚'
    },
  ],
])('a form without markers is refused: %s', async (message, change) => {
  const result = await filledBy('xlsx', await blankWorkbook(change), ordinary)
  expect(typeof result !== 'string' && 'refusal' in result ? result.refusal.message : '').toBe(message)
})

test("a bureau's Word form without markers is filled by its heading row", async () => {
  for (const statistics of [ordinary, nilReturn]) {
    const { bytes, warnings } = await filled('docx', blankWord, statistics)
    const word = openDocx(bytes)
    const lines = printed(statistics).map((line, at) =>
      at === 0 && statistics === nilReturn ? [line[0]] : line,
    )
    expect(warnings).toEqual([])
    expect(joined(tableTexts(word))).toEqual(joined([headingTexts, ...lines]))
    expect(wordText(word.text)).toContain(`填报单位：${statistics.table.unit ?? ''}`)
    expect(wordText(word.text)).toContain('时间：2024年6月7日')
    expect(wordText(word.text)).not.toContain('年 月 日')
  }
})
