import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { parseXml } from '../../src/office/xml-tree.ts'
import { headingTexts, tableLines } from '../../src/render/table/cells.ts'
import { tableOf } from './build.ts'
import { linksIn, openDocx, tableTexts, wordText } from './docx-dump.ts'
import { bureauForm, docxOf, edited, ourForm } from './docx-files.ts'
import { hostile, nilReturn, ordinary } from './samples.ts'

const sample = ordinary.table
const cells = tableLines(sample).map((line) => (line.kind === 'nil' ? [line.text] : line.cells))

function partText(document: Uint8Array, name: string): string | undefined {
  const bytes = unzipSync(document)?.[name]
  const root = bytes && parseXml(bytes)
  return root && wordText(root)
}

test("a bureau's form keeps its own columns, heading rows, closing row and words", async () => {
  const [title, headings, ...rows] = tableTexts(openDocx(await docxOf(ordinary, bureauForm)))
  const swapped = cells.map(([serial = '', type = '', ...rest]) => [type, serial && `第${serial}件`, ...rest])
  expect([title, headings]).toEqual([['案件明细'], ['案件类型', '序号', ...headingTexts.slice(2)]])
  expect(rows).toEqual([...swapped, [`填表人：　　　审核人：　　　${sample.note}`]])
})

test("a bureau's header, footnote and body are filled, its footer stays", async () => {
  const filled = await docxOf(ordinary, bureauForm)
  const texts = ['header1', 'footnotes', 'footer1'].map((name) => partText(filled, `word/${name}.xml`))
  expect(texts).toEqual([
    `平顶山市知识产权执法统计　${sample.unit}`,
    expect.stringContaining('以2024年6月7日为准。'),
    partText(bureauForm, 'word/footer1.xml'),
  ])
  expect(partText(filled, 'word/document.xml')).toContain('知识产权行政案件统计表（市局用）')
})

test("parts of a bureau's form without a marker stay byte for byte", async () => {
  const [before, after] = [unzipSync(bureauForm) ?? {}, unzipSync(await docxOf(ordinary, bureauForm)) ?? {}]
  const changed = Object.keys(after).filter(
    (name) => !Buffer.from(after[name] ?? []).equals(Buffer.from(before[name] ?? [])),
  )
  expect(changed).toEqual([
    'word/_rels/document.xml.rels',
    'word/document.xml',
    'word/header1.xml',
    'word/footnotes.xml',
  ])
})

const caseNumber = '<w:t xml:space="preserve">{{案件编号}}</w:t>'
const inRuns = (...runs: readonly string[]): string => runs.join('</w:r><w:proofErr w:type="x"/><w:r>')

test.each([
  ['in three runs', inRuns('<w:t>{{案</w:t>', '<w:t>件编</w:t>', '<w:t>号}}</w:t>')],
  ['with one brace in each run', inRuns('<w:t>{</w:t>', '<w:t>{案件编号}</w:t>', '<w:t>}</w:t>')],
  ['with full-width braces and blanks', '<w:t>｛｛ 案件编号　｝｝</w:t>'],
  ['with a page break remembered inside', '<w:t>{{案件</w:t><w:lastRenderedPageBreak/><w:t>编号}}</w:t>'],
])('a marker %s is filled like one in a piece', async (_, written) => {
  const template = edited(ourForm, (xml) => xml.replace(caseNumber, written))
  const [, ...rows] = tableTexts(openDocx(await docxOf(ordinary, template)))
  expect(rows).toEqual(cells)
})

test('text around a marker and between two stays in its own run', async () => {
  const template = edited(ourForm, (xml) =>
    xml.replace(caseNumber, '<w:t>号：{{案件编号}}／{{序号}}。</w:t>'),
  )
  const table = tableOf({ 假冒专利: [{ caseNumber: 'A〔2024〕1号' }] })
  const texts = tableTexts(openDocx(await docxOf({ ...ordinary, table }, template)))
  expect(texts.flat()).toContain('号：A〔2024〕1号／1。')
})

test('what is filled in is never read as a marker or as XML', async () => {
  const parts = { caseNumber: '{{备注}}', remark: '</w:t></w:r><w:br/>{{单位}}&lt;' }
  const table = tableOf({ 假冒专利: [parts] }, { unit: '{{案件编号}}', note: '{{标题}}' })
  const document = openDocx(await docxOf({ ...ordinary, table }))
  const row = tableTexts(document).find(([serial]) => serial === '1')
  expect([row?.[2], row?.[8]]).toEqual(['{{备注}}', '</w:t></w:r><w:br/>{{单位}}&lt;'])
  expect(wordText(document.text)).toContain('填报单位：{{案件编号}}')
})

test('a row of fixed height may grow, so that no line is hidden', async () => {
  const template = edited(ourForm, (xml) =>
    xml.replaceAll('<w:cantSplit/>', '<w:cantSplit/><w:trHeight w:val="510" w:hRule="exact"/>'),
  )
  const { text } = openDocx(await docxOf(nilReturn, template))
  expect(
    JSON.stringify(text)
      .match(/"w:hRule":"\w+"/g)
      ?.sort(),
  ).toEqual([...Array.from({ length: 6 }, () => '"w:hRule":"atLeast"'), '"w:hRule":"exact"'])
})

test('a bookmark and an id of the case row stand once, in the first row', async () => {
  const template = edited(ourForm, (xml) =>
    xml
      .replace(/<w:tr>(?=<w:trPr><w:cantSplit\/><\/w:trPr>)/, '<w:tr w14:paraId="1A">')
      .replace(
        caseNumber,
        `${caseNumber}</w:r><w:bookmarkStart w:id="1" w:name="甲"/><w:bookmarkEnd w:id="1"/><w:r>`,
      ),
  )
  const xml = JSON.stringify(openDocx(await docxOf(ordinary, template)).text)
  expect([xml.split('"w:bookmarkStart"').length - 1, xml.split('w14:paraId').length - 1]).toEqual([1, 1])
})

test('new links stand beside those the template has', async () => {
  const old =
    '<Relationship Id="rIdUrl1" Type="x" Target="https://old.example/" TargetMode="External"/></Relationships>'
  const used = edited(ourForm, (xml) => xml.replace('</Relationships>', old), 'word/_rels/document.xml.rels')
  const filled = openDocx(await docxOf(ordinary, used))
  expect([filled.links.size, filled.links.get('rIdUrl1')]).toEqual([5, 'https://old.example/'])
  expect(linksIn(filled).every(([text, target]) => target === text)).toBe(true)
})

test('hostile cells fill a foreign form without breaking it', async () => {
  const [, , ...rows] = tableTexts(openDocx(await docxOf(hostile, bureauForm)))
  const remarks = tableLines(hostile.table).map((line) => (line.kind === 'nil' ? '' : line.cells[8]))
  expect(rows.slice(0, -1).map((row) => row[8])).toEqual(remarks)
})
