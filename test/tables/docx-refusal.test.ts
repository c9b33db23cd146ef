import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipped } from '../../src/office/zip.ts'
import { docxRefusal, edited, ourForm } from './docx-files.ts'
import { ordinary } from './samples.ts'

const table = (xml: string): string => /<w:tbl>.*<\/w:tbl>/s.exec(xml)?.[0] ?? ''
const without = (name: string) => (xml: string) => xml.replace(`{{${name}}}`, '')
const replaced = (from: string, to: string) => (xml: string) => xml.replace(from, to)
const around = (before: string, after: string) => (xml: string) =>
  xml.replace(/<w:r>(?:(?!<w:r>).)*\{\{案件编号\}\}<\/w:t><\/w:r>/s, (run) => `${before}${run}${after}`)

test.each([
  ['without 备注', without('备注'), '模板缺少标记：{{备注}}'],
  [
    'without 单位 and 时间',
    (xml: string) => without('时间')(without('单位')(xml)),
    '模板缺少标记：{{单位}}、{{时间}}',
  ],
  ['with a misspelt marker', replaced('{{案件编号}}', '{{案件编码}}'), '模板中有不认识的标记：{{案件编码}}'],
  ['with an empty marker', replaced('{{注}}', '{{ }}'), '模板中有不认识的标记：{{}}'],
  ['with a column outside the table', replaced('{{注}}', '{{备注}}'), '模板的标记 {{备注}} 不在正文的表格里'],
  [
    'with its columns in two rows',
    replaced('>序号<', '>{{序号}}<'),
    '模板的标记 {{序号}} 与其他栏目的标记不在同一行',
  ],
  [
    'with the case row in two tables',
    (xml: string) => xml.replace(table(xml), `${table(xml)}<w:p/>${table(xml)}`),
    '模板的标记 {{序号}} 与其他栏目的标记不在同一行',
  ],
  [
    'with cells merged downwards',
    replaced(
      '<w:tcW w:w="567" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="FormCell"/>',
      '<w:tcW w:w="567" w:type="dxa"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="FormCell"/>',
    ),
    '模板中写标记的那一行有上下合并的单元格，无法逐案重复',
  ],
  ['with a marker in a link', around('<w:hyperlink>', '</w:hyperlink>'), '{{案件编号}} 写在域'],
  ['with a marker in a revision', around('<w:ins>', '</w:ins>'), '{{案件编号}} 写在域'],
  [
    'with a marker in a field',
    around('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    '{{案件编号}} 写在域',
  ],
  [
    'with a marker in a control bound to data',
    around('<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>', '</w:sdtContent></w:sdt>'),
    '{{案件编号}} 写在域',
  ],
  [
    'in strict Open XML',
    replaced(
      'schemas.openxmlformats.org/wordprocessingml/2006/main',
      'purl.oclc.org/ooxml/wordprocessingml/main',
    ),
    '少见的 Word 写法',
  ],
  ['that is cut short', (xml: string) => xml.slice(0, -20), '不是 Word 文档'],
])('a template %s is refused with the reason', async (_, change, reason) => {
  const refusal = await docxRefusal(ordinary, edited(ourForm, change))
  expect(refusal?.message).toContain(reason)
  expect(refusal?.remedy).toMatch(/^请/)
})

test.each([
  ['text', new TextEncoder().encode('案件编号')],
  ['an old .doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)],
  ['another zip', zipped({ 'a.txt': new Uint8Array(3) })],
  [
    'a macro document',
    edited(
      ourForm,
      replaced(
        'openxmlformats-officedocument.wordprocessingml.document.main',
        'ms-word.document.macroEnabled.main',
      ),
      '[Content_Types].xml',
    ),
  ],
])('%s is no Word template', async (_, template) => {
  expect((await docxRefusal(ordinary, template))?.message).toBe(
    '模板不是 Word 文档（.docx），或文件已损坏、加密',
  )
})

test('a signed template is refused, because filling would break its signature', async () => {
  const signed = zipped({ ...unzipSync(ourForm), '_xmlsignatures/sig1.xml': new Uint8Array(1) })
  expect((await docxRefusal(ordinary, signed))?.message).toBe('模板带有数字签名，填写后签名会失效')
})
