import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBook } from '../../../src/log/book/book.ts'
import { refusals, refusalText } from '../../../src/log/refusal.ts'
import { runs } from '../../property-tests.ts'
import { readBack } from '../../read-log.ts'
import { fixtures } from './fixtures.ts'

const { UPDATE_FIXTURES } = process.env

const root = new URL('../../../fixtures/logs/', import.meta.url)

function bytesOf(path: string): Uint8Array {
  return readFileSync(new URL(path, root))
}

test.each(Object.entries(fixtures))('%s is what is written here', (path, build) => {
  if (UPDATE_FIXTURES) writeFileSync(new URL(path, root), build())
  expect(Buffer.from(build()).equals(bytesOf(path))).toBe(true)
})

/** Two of them LibreOffice made of the others. */
const workbooks = [
  'merged-cells.xlsx',
  'several-sheets.xlsx',
  'notes-and-chart.xlsx',
  'prefixed.xlsx',
  'date1904.xlsx',
]
const disguised = ['page.xls', 'renamed-xls.xlsx', 'table.et']

/** Their third sheet, with one of the five cases, is hidden. */
const withHiddenSheet = ['several-sheets.xlsx', 'renamed-xls.xlsx']

test.each(withHiddenSheet)('the hidden sheet of %s is not read, and named', async (name) => {
  const { cases, summary } = await readBack(bytesOf(`ok/${name}`))
  expect(cases).toHaveLength(4)
  expect(summary.sheets?.filter(({ reason }) => reason?.includes('隐藏')).map((sheet) => sheet.name)).toEqual(
    ['补报'],
  )
})

const wholeBooks = [...workbooks, ...disguised].filter((name) => !withHiddenSheet.includes(name))

test.each(wholeBooks)('the same five cases are read from %s', async (name) => {
  const { cases } = await readBack(bytesOf(`ok/${name}`))
  const told = cases.map(({ type, caseNumber, filed, closed, url }) => [
    type,
    caseNumber,
    filed,
    closed,
    url?.links[0],
  ])
  const site = 'https://scjg.example.gov.cn/xzcf/2024'
  expect(told.toSorted()).toEqual([
    ['假冒专利', '朝双市监处罚〔2024〕21号', '2024-03-22', '2024-05-10', `${site}/0321.html`],
    ['假冒专利', '朝双市监处罚〔2024〕22号', '2024-04-01', '2024-05-17', `${site}/0322.html`],
    ['商标侵权', '朝双市监处罚〔2024〕12号', '2024-03-05', '2024-04-18', `${site}/0312.html`],
    ['商标侵权', '朝双市监处罚〔2024〕15号', '2024-03-11', '2024-04-26', `${site}/0315.html`],
    ['商标侵权', '朝双市监处罚〔2024〕19号', '2024-03-20', '2024-05-06', `${site}/0319.html`],
  ])
})

test('a link counts for more than the words it stands behind', async () => {
  const { cases } = await readBack(bytesOf('ok/hyperlinks.xlsx'))
  const site = 'https://scjg.example.gov.cn'
  expect(cases.map(({ url }) => url?.links)).toEqual([
    [`${site}/xzcf/2024/0312.html`],
    [`${site}/xzcf/2024/0315.html`],
    [`${site}/xzcf/2024/0319.html`],
    [`${site}/xzcf`],
  ])
})

test('the annex as a Word table gives its cases, its unit and its day', async () => {
  const { cases, summary } = await readBack(bytesOf('ok/word-annex.docx'))
  expect(cases.map(({ line, type, filed, url }) => [line, type, filed, url?.links ?? null])).toEqual([
    [2, '专利侵权裁决', '2024-01-16', ['https://scjg.example.gov.cn/xzcf/2024/0203.html']],
    [5, '专利纠纷调解', '2024-04-08', null],
    [7, '商标侵权', '2024-03-05', ['https://scjg.example.gov.cn/xzcf/2024/0312.html']],
    [8, '商标侵权', '2024-03-11', ['https://scjg.example.gov.cn/xzcf/2024/0315.html']],
  ])
  const { unit, date, rows, skipped } = summary
  expect({ unit, date, rows, skipped }).toEqual({
    unit: '双塔区市场监督管理局',
    date: '2024年6月5日',
    rows: 8,
    skipped: { blank: 0, placeholder: 4, furniture: 0 },
  })
})

test.each([
  ['encrypted.xlsx', 'encrypted'],
  ['old.doc', 'old-word'],
  ['picture.csv', 'image'],
  ['scan.pdf', 'pdf'],
  ['truncated.xlsx', 'damaged'],
])('%s is refused', async (name, refused) => {
  expect(await readBook(bytesOf(`refused/${name}`))).toEqual({ refused })
})

test('every refusal is a sentence without its full stop, and a remedy', () => {
  for (const { message, remedy } of refusals.map((refused) => refusalText({ refused }))) {
    expect(message).toMatch(/^[^。]+$/)
    expect(remedy).toMatch(/。$/)
  }
})

const books = ['ok', 'refused'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root))
    .filter((name) => !/\.(csv|txt|out)$/.test(name))
    .map((name) => `${folder}/${name}`),
)

test.each(books)('however %s is damaged, it is read or refused', async (path) => {
  const bytes = bytesOf(path)
  await fc.assert(
    fc.asyncProperty(
      fc.nat(bytes.length),
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 4 }),
      async (length, changes) => {
        const damaged = Uint8Array.from(bytes.subarray(0, Math.max(length, bytes.length - 64)))
        for (const [at, value] of changes) damaged[at] = value
        const book = await readBook(damaged)
        expect('refused' in book || book.sheets.length + book.skipped.length > 0).toBe(true)
      },
    ),
    { numRuns: runs(60) },
  )
})
