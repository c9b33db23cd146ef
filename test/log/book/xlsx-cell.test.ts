import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellXml, sheetData, type WorkbookSource, workbookParts } from './office.ts'
import { rowsIn } from './rows-in.ts'

async function shown(cell: string, source: Partial<WorkbookSource> = {}): Promise<string | undefined> {
  const parts = workbookParts({
    ...source,
    sheets: { 台账: `<sheetData><row r="1">${cell}</row></sheetData>` },
  })
  return (await rowsIn(parts))[0]?.cells[0]
}

const strings = [
  '<t>商标侵权</t>',
  '<r><t>商标</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 侵权</t></r>',
  '<t>朝阳</t><rPh sb="0" eb="2"><t>チョウヨウ</t></rPh>',
  '<t>罚款_x000D_\n没收</t>',
  '<t>_x005F_x000D_</t>',
  '<t>&lt;甲&gt; &amp;amp; 乙</t>',
  '<t/>',
]

test.each([
  ['a shared string', '<c r="A1" t="s"><v>0</v></c>', '商标侵权'],
  ['a string of several fonts', '<c r="A1" t="s"><v>1</v></c>', '商标 侵权'],
  ['a string with its reading beside it', '<c r="A1" t="s"><v>2</v></c>', '朝阳'],
  ['a line break in the Windows way', '<c r="A1" t="s"><v>3</v></c>', '罚款\n没收'],
  ['an escape that is meant as text', '<c r="A1" t="s"><v>4</v></c>', '_x000D_'],
  ['marks that XML escapes, once', '<c r="A1" t="s"><v>5</v></c>', '<甲> &amp; 乙'],
  [
    'a string in the cell',
    '<c r="A1" t="inlineStr"><is><r><t>行政</t></r><r><t>处罚</t></r></is></c>',
    '行政处罚',
  ],
  ['the text of a formula', '<c r="A1" t="str"><f>B1&amp;C1</f><v>a&amp;lt;b</v></c>', 'a&lt;b'],
  ['the number of a formula', '<c r="A1"><f>ROW()-1</f><v>3</v></c>', '3'],
  ['yes', '<c r="A1" t="b"><v>1</v></c>', '是'],
  ['no', '<c r="A1" t="b"><v>0</v></c>', '否'],
  ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', '#REF!'],
  ['a whole number', '<c r="A1"><v>20240305</v></c>', '20240305'],
  ['a number that Excel shows as 1.23E+11', '<c r="A1"><v>1.23456789012E11</v></c>', '123456789012'],
  ['a number past what integers hold', '<c r="A1"><v>1e+21</v></c>', '1000000000000000000000'],
  ['a fraction as Excel rounds it', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
  ['a very small number', '<c r="A1"><v>1.5E-9</v></c>', '0.0000000015'],
  ['a day written out', '<c r="A1" t="d"><v>2024-03-05T00:00:00</v></c>', '2024-03-05'],
  ['a moment written out', '<c r="A1" t="d"><v>2024-03-05T09:30:00</v></c>', '2024-03-05 09:30:00'],
])('%s reads as the cell shows it', async (_, cell, text) => {
  expect(await shown(cell, { strings })).toBe(text)
})

test.each([
  ['yyyy/m/d', 45356, '2024-03-05'],
  ['yyyy"年"m"月"d"日";@', 45356, '2024-03-05'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 45356, '2024-03-05'],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', 45356, '2024-03-05'],
  ['m"月"d"日"', 45356, '2024-03-05'],
  ['yyyy/m/d h:mm', 45356.395833333336, '2024-03-05 09:30:00'],
  ['h:mm:ss', 0.5, '12:00:00'],
  ['yyyy/m/d', 45355.999999999, '2024-03-05'],
  ['yyyy"年"m"月"', 45352, '2024年3月'],
  ['yyyy"年"m"月"', 45356, '2024-03-05'],
  ['yyyy/m/d', 0, '1900-01-00'],
  ['yyyy/m/d', -1, '-1'],
  ['yyyy/m/d', 20240305, '20240305'],
  ['0_ ;[Red]\\-0\\ ', 45356, '45356'],
  ['#,##0.00_);[Red]\\(#,##0.00\\)', 45356.5, '45356.5'],
  ['0.00E+00', 45356, '45356'],
  ['G/通用格式', 45356, '45356'],
  ['"朝双市监处罚〔2024〕"0"号"', 7, '朝双市监处罚〔2024〕7号'],
  ['"朝双市监处罚〔2024〕"000\\号', 7, '朝双市监处罚〔2024〕007号'],
  ['"第"G/通用格式"号"', 7, '第7号'],
  ['"第"0"号"', 7.5, '7.5'],
])('the format %s shows %s as %s', async (format, value, text) => {
  expect(await shown(cellXml('A1', { value, style: 1 }), { formats: [format] })).toBe(text)
})

test('words of a format stand around text where it says so', async () => {
  const cells = await Promise.all(
    ['"朝双市监处罚〔2024〕"@"号"', '"第"0"号"'].map((format) =>
      shown(cellXml('A1', { value: '12', style: 1 }), { formats: [format] }),
    ),
  )
  expect(cells).toEqual(['朝双市监处罚〔2024〕12号', '12'])
})

test.each([14, 22, 28, 31, 33, 45, 51, 58])('format %i, which has no code, is a date', async (id) => {
  expect(await shown(cellXml('A1', { value: 45356, style: 1 }), { formats: [id] })).toBe('2024-03-05')
})

test.each([17, 27, 36, 50, 52, 57])('format %i, which has no code, is a month', async (id) => {
  expect(await shown(cellXml('A1', { value: 45352, style: 1 }), { formats: [id] })).toBe('2024年3月')
})

test.each([0, 1, 4, 9, 11, 37, 49])('format %i is a number', async (id) => {
  expect(await shown(cellXml('A1', { value: 45356, style: 1 }), { formats: [id] })).toBe('45356')
})

test.each(['1', 'true'])('a workbook that says date1904="%s" counts from 1904', async (value) => {
  const source = { formats: ['yyyy/m/d'], bookProperties: `<workbookPr date1904="${value}"/>` }
  expect(await shown(cellXml('A1', { value: 43894, style: 1 }), source)).toBe('2024-03-05')
})

const texts = fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 6 }), {
  maxLength: 8,
})

test('what is written into cells comes out again, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (table) => {
      const data = table.map((cells) => cells.map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')))
      const rows = await rowsIn(workbookParts({ sheets: { 台账: sheetData(data) } }))
      const read = rows.map(({ cells }) => cells)
      const width = Math.max(0, ...data.map((cells) => cells.length))
      const padded = (rows: readonly (readonly string[])[]) =>
        data.map((_, row) => Array.from({ length: width }, (__, column) => rows[row]?.[column] ?? ''))
      expect(padded(read)).toEqual(padded(data))
    }),
  )
})
