import { utils, write } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readBook } from '../../../src/log/book/book.ts'
import { type OfficeParts, packed, sheetData, workbookParts, worksheet } from './office.ts'

const rows = [
  ['序号', '案件类型', '案件编号'],
  ['1', '商标侵权', '朝双市监处罚〔2024〕12号'],
]

const sheet = {
  name: '台账',
  preamble: [],
  rows: rows.map((cells, at) => ({ line: at + 1, row: at + 1, cells })),
}

const read = { sheets: [sheet], skipped: [] }

const plain = workbookParts({ sheets: { 台账: sheetData(rows) } })

function changed(changes: Readonly<Record<string, (text: string) => string>>): OfficeParts {
  const parts = Object.entries(plain).map(([name, text]) => [name, changes[name]?.(text) ?? text])
  return Object.fromEntries(parts)
}

function everyPart(change: (text: string) => string): OfficeParts {
  return Object.fromEntries(Object.entries(plain).map(([name, text]) => [name, change(text)]))
}

/** As the Open XML SDK writes: every element of the main vocabulary with a prefix. */
function prefixed(text: string): string {
  return text.replaceAll(/<(\/?)(?![?!])/g, '<$1main:').replace(' xmlns=', ' xmlns:main=')
}

const workbook = 'xl/workbook.xml'
const relations = 'xl/_rels/workbook.xml.rels'

test.each<[string, OfficeParts]>([
  ['as Excel writes it', plain],
  ['with a prefix before every name', everyPart(prefixed)],
  [
    'in the strict dialect',
    everyPart((text) =>
      text.replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006',
        'http://purl.oclc.org/ooxml/officeDocument',
      ),
    ),
  ],
  [
    'with other prefixes for relations',
    changed({ [workbook]: (text) => text.replaceAll('r:id', 'rel:id').replace('xmlns:r', 'xmlns:rel') }),
  ],
  [
    'with addresses from the root',
    changed({ [relations]: (text) => text.replaceAll('Target="', 'Target="/xl/') }),
  ],
  [
    'with addresses that go up',
    changed({ [relations]: (text) => text.replaceAll('Target="', 'Target="../xl/./') }),
  ],
  [
    'without styles',
    {
      ...plain,
      'xl/styles.xml': '',
      [relations]: plain[relations]?.replace(/<Relationship Id="rIdStyles"[^>]*>/, '') ?? '',
    },
  ],
])('a workbook %s is read', async (_, parts) => {
  expect(await readBook(packed(parts))).toEqual(read)
})

test('hidden rows are read, and known for hidden', async () => {
  const parts = changed({
    'xl/worksheets/sheet1.xml': (text) => text.replaceAll('<row ', '<row hidden="1" '),
  })
  const rows = sheet.rows.map((row) => ({ ...row, isHidden: true }))
  expect(await readBook(packed(parts))).toEqual({ sheets: [{ ...sheet, rows }], skipped: [] })
})

test.each(['hidden', 'veryHidden'])('a sheet that is %s is skipped by name', async (state) => {
  const parts = changed({ [workbook]: (text) => text.replace('sheetId', `state="${state}" sheetId`) })
  const book = await readBook(packed(parts))
  expect('refused' in book ? book : [book.sheets, book.skipped.map(({ name }) => name)]).toEqual([
    [],
    ['台账'],
  ])
})

test('a workbook of SheetJS is read', async () => {
  const book = utils.book_new(utils.aoa_to_sheet(rows), '台账')
  expect(
    await readBook(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true })),
  ).toEqual(read)
})

test('a workbook of exceljs is read', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('台账').addRows(rows)
  expect(await readBook(new Uint8Array(await book.xlsx.writeBuffer()))).toEqual(read)
})

test('sheets keep their order, and those without cells are skipped by name', async () => {
  const parts = workbookParts({ sheets: { 一季度: sheetData(rows), 走势图: '', 二季度: '' } })
  const charted = {
    ...parts,
    [relations]:
      parts[relations]?.replace(
        'worksheet" Target="worksheets/sheet2',
        'chartsheet" Target="chartsheets/sheet2',
      ) ?? '',
  }
  expect(await readBook(packed(charted))).toEqual({
    sheets: [
      { ...sheet, name: '一季度' },
      { name: '二季度', preamble: [], rows: [] },
    ],
    skipped: [{ name: '走势图', reason: '图表，没有单元格' }],
  })
})

test.each<[string, OfficeParts]>([
  ['whose sheet is not there', everyPartBut('xl/worksheets/sheet1.xml')],
  ['whose list of strings is not there', everyPartBut('xl/sharedStrings.xml')],
  [
    'with a string that is not in the list',
    {
      ...plain,
      'xl/worksheets/sheet1.xml': worksheet('<sheetData><row><c t="s"><v>5</v></c></row></sheetData>'),
    },
  ],
  ['whose sheet breaks off', changed({ 'xl/worksheets/sheet1.xml': (text) => text.slice(0, -30) })],
  ['whose list of sheets breaks off', changed({ [workbook]: (text) => text.slice(0, -30) })],
  ['whose sheet is empty', { ...plain, 'xl/worksheets/sheet1.xml': '' }],
])('a workbook %s is damaged, not short', async (_, parts) => {
  expect(await readBook(packed(parts))).toEqual({ refused: 'damaged' })
})

function everyPartBut(name: string): OfficeParts {
  return Object.fromEntries(Object.entries(plain).filter(([part]) => part !== name))
}

test.each<[string, OfficeParts, string]>([
  ['slides', changed({ [workbook]: () => '<p:presentation xmlns:p="urn:p"/>' }), 'foreign-document'],
  [
    'an OpenDocument sheet',
    {
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'META-INF/manifest.xml': '<m/>',
      'content.xml': '<c/>',
    },
    'foreign-document',
  ],
  ['a fixed-layout page (OFD)', { 'OFD.xml': '<ofd:OFD xmlns:ofd="urn:ofd"/>' }, 'foreign-document'],
  [
    'a binary workbook',
    {
      ...everyPartBut(workbook),
      '_rels/.rels': plain['_rels/.rels']?.replace('workbook.xml', 'workbook.bin') ?? '',
    },
    'foreign-document',
  ],
  ['a folder of logs', { '北票.csv': '序号,案件类型', '凌源.csv': '序号,案件类型' }, 'archive'],
])('an archive that holds %s is refused', async (_, parts, refused) => {
  expect(await readBook(packed(parts))).toEqual({ refused })
})
