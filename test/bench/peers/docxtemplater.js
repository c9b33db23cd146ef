import { writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'

const [, , count = '0'] = argv
const names = ['serial', 'type', 'number', 'filed', 'closed', 'outcome', 'published', 'url', 'remark']
const cell = (text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
const cells = names.map((name, at) => {
  const open = at === 0 ? '{#rows}' : ''
  const close = at === names.length - 1 ? '{/rows}' : ''
  return cell(`${open}{${name}}${close}`)
})
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** The least Word file with a table of one row to repeat. */
const zip = new PizZip()
zip.file(
  '[Content_Types].xml',
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
)
zip.file(
  '_rels/.rels',
  `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
)
zip.file(
  'word/document.xml',
  `<w:document xmlns:w="${main}"><w:body><w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl><w:p/></w:body></w:document>`,
)

const rows = Array.from({ length: Number(count) }, (_, at) => ({
  serial: at + 1,
  type: '商标侵权',
  number: `朝双市监处罚〔2024〕${at + 1}号`,
  filed: '2024-03-05',
  closed: '2024-05-20',
  outcome: '行政处罚',
  published: '是',
  url: `https://www.gsxt.gov.cn/${at + 1}`,
  remark: '',
}))
const document = new Docxtemplater(zip, { paragraphLoop: true })
document.render({ rows })
writeFileSync(
  'docxtemplater.docx',
  document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' }),
)
