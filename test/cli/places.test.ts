import { expect, test } from 'vitest'
import { transcript } from '../fake-io.ts'
import { packed, wordParts } from '../log/book/office.ts'

/** What is said of a row is said by the place its reader sees. */

const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'

function row(serial: string, type: string, number: number, remark = ''): string {
  return `${serial},${type},凌市监处罚〔2024〕${number}号,2024-03-05,2024-04-18,行政处罚,是,https://a.example.gov.cn/${serial},${remark}`
}

function docx(rows: readonly string[]): Uint8Array {
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const lines = rows.map((line) => `<w:tr>${line.split(',').map(cell).join('')}</w:tr>`)
  return packed(wordParts(`<w:tbl>${lines.join('')}</w:tbl>`, []))
}

const word = docx([headings, row('1', '商标侵权', 1), row('1', '商业秘密', 2), row('2', '商标侵权', 1)])

test('rows of a Word file are known by 类型 and 序号', async () => {
  const files = { '凌源.docx': word }
  const { out } = await transcript(['validate', '凌源.docx'], { files })
  expect(out).toContain(
    '凌源.docx “商标侵权”序号 2 的一行 案件编号  案件编号「凌市监处罚〔2024〕1号」与“商标侵权”序号 1 的一行重复',
  )
  expect(out).toContain('凌源.docx “商业秘密”序号 1 的一行 案件类型  「商业秘密」不在统计表的收集范围')
  const { err } = await transcript(['report', '凌源.docx', '--allow-errors', '--unit', '凌源市'], { files })
  expect(err).toContain('    凌源.docx “商标侵权”序号 2 的一行 商标侵权 凌市监处罚〔2024〕1号：案件编号')
  expect(err).toContain('    凌源.docx “商业秘密”序号 1 的一行 商业秘密 凌市监处罚〔2024〕2号')
})

test('rows of a Word file without 序号 are counted', async () => {
  const files = { '凌源.docx': docx([headings, row('', '商标侵权', 1), row('', '商标侵权', 1)]) }
  const { out } = await transcript(['validate', '凌源.docx'], { files })
  expect(out).toContain('凌源.docx 表中第 3 行 案件编号  案件编号「凌市监处罚〔2024〕1号」与表中第 2 行重复')
})

test('rows of a text log are those a spreadsheet shows, whatever breaks in its cells', async () => {
  const broken = [
    headings,
    row('1', '商标侵权', 7, '"一\n二\n三"'),
    row('2', '商标侵权', 1),
    row('3', '商标侵权', 1),
  ]
  const { out } = await transcript(['validate', '凌源.csv'], { files: { '凌源.csv': broken.join('\n') } })
  expect(out).toContain('凌源.csv:6 C4格 案件编号  案件编号「凌市监处罚〔2024〕1号」与第 3 行重复')
})
