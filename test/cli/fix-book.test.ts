import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { headings } from '../../src/model/case.ts'
import { fixDocument } from '../../src/model/documents/fix.ts'
import { bytesAt, fakeIo, transcript, type World } from '../fake-io.ts'
import { packed, sheetData, workbookParts } from '../log/book/office.ts'

const heading = Object.values(headings)
const row = [
  '1',
  '商标侵权',
  '凌市监〔2024〕1号',
  '2024-03-05',
  '2024-04-18',
  '行政处罚',
  '是',
  'https://a.example/1',
  '',
]
const plain = sheetData([heading, row])
function bookWith(cell: string, bookProperties = ''): Uint8Array {
  const sheet = plain.replace(/<c r="D2".*?<\/c>/s, cell)
  return packed(workbookParts({ sheets: { 台账: sheet }, formats: [14, 49], bookProperties }))
}

async function fixed(bytes: Uint8Array) {
  const io = fakeIo({ files: { '凌源.xlsx': bytes } })
  await run(['fix', '凌源.xlsx', '-f', 'json'], io)
  const written = io.files.get('/办案/凌源-修正.xlsx')
  const part =
    written instanceof Uint8Array
      ? Buffer.from(unzipSync(written)['xl/worksheets/sheet1.xml'] ?? '').toString()
      : ''
  const [log] = fixDocument.parse(JSON.parse(io.printed.out)).logs
  return { cell: /<c r="D2"[^>]*?(?:\/>|>.*?<\/c>)/.exec(part)?.[0], proposed: log?.proposed.length }
}

const text = (style: string, words: string): string =>
  `<c r="D2"${style} t="inlineStr"><is><t>${words}</t></is></c>`

test.each([
  ['a day as text stays text', text('', '2024.3.5'), text('', '2024-03-05')],
  ['its format is kept', text(' s="2"', '2024.3.5'), text(' s="2"', '2024-03-05')],
  ['where days are shown it is one', text(' s="1"', '2024.3.5'), '<c r="D2" s="1"><v>45356</v></c>'],
  [
    'a day with a time is the day alone',
    '<c r="D2" s="1"><v>45356.4</v></c>',
    '<c r="D2" s="1"><v>45356</v></c>',
  ],
  [
    'letters that Excel would read as a sign stay letters',
    text('', '_x005F_x0041_&amp;\u200b'),
    text('', '_x005F_x0041_&amp;'),
  ],
  ['a stand-in leaves an empty cell', text(' s="2"', '/'), '<c r="D2" s="2"/>'],
])('%s', async (_, before, after) => {
  expect(await fixed(bookWith(before))).toEqual({ cell: after, proposed: 0 })
})

test.each([
  ['a formula', '<c r="D2" t="str"><f>A9</f><v>2024.3.5</v></c>'],
  ['a cell that an array fills', '<c r="D2" t="str"><f t="array" ref="D2:D3">A9:A10</f><v>2024.3.5</v></c>'],
])('%s is left and said', async (_, cell) => {
  expect(await fixed(bookWith(cell))).toEqual({ cell: undefined, proposed: 1 })
})

test('a true date and everything else stay as they are', async () => {
  const io = fakeIo({ files: { '凌源.xlsx': bookWith('<c r="D2" s="1"><v>45356</v></c>') } })
  await run(['fix', '凌源.xlsx'], io)
  expect(io.printed.out).toEqual('凌源.xlsx\n  没有要改的\n')
})

test('a workbook that counts from 1904 keeps to it', async () => {
  const book = bookWith(text(' s="1"', '2024.3.5'), '<workbookPr date1904="1"/>')
  expect(await fixed(book)).toEqual({ cell: '<c r="D2" s="1"><v>43894</v></c>', proposed: 0 })
})

test('every part but the sheet is the same', async () => {
  const before = bookWith(text('', '2024.3.5'))
  const io = fakeIo({ files: { '凌源.xlsx': before } })
  await run(['fix', '凌源.xlsx', '-q'], io)
  const [old, now] = [unzipSync(before), unzipSync(bytesAt(io, '凌源-修正.xlsx'))]
  const changed = Object.keys(old).filter(
    (name) => !Buffer.from(old[name] ?? '').equals(now[name] ?? new Uint8Array()),
  )
  expect([changed, Object.keys(now)]).toEqual([['xl/worksheets/sheet1.xml'], Object.keys(old)])
})

const clumsy =
  '案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n商标侵权案,朝双市监处罚〔2024〕1号,2024.3.5,2024/4/18,行政处罚,已公开,https://a.example/1。,/\n'
const world: World = { files: { '凌源.csv': clumsy } }

test('a column is called what the log calls it', async () => {
  const own = clumsy.replace('立案时间', '立案日期').replace('是否公开', '公开情况')
  const { out } = await transcript(['fix', '凌源.csv', '--dry-run'], { files: { '凌源.csv': own } })
  expect(out).toContain('凌源.csv:2 C列 立案日期  「2024.3.5」')
  expect(out).toContain('凌源.csv:2 F列 公开情况  「已公开」')
})

test('what comes next is said: the repair after a look, the check of what was repaired, for the same day', async () => {
  const told = async (...more: readonly string[]) =>
    (await transcript(['fix', '凌源.csv', ...more], world)).out.split('\n').at(-2)
  expect(await told('--dry-run', '--as-of', '2024-06-07')).toBe(
    '下一步：照这样改好，另存一份：ipcase fix 凌源.csv --as-of 2024-06-07',
  )
  expect(await told('--in-place', '--as-of', '2024-06-07')).toBe(
    '下一步：核对改好的：ipcase validate 凌源.csv --as-of 2024-06-07',
  )
})
