import { expect, test } from 'vitest'
import { diffDocument } from '../../src/model/documents/diff.ts'
import { transcript } from '../fake-io.ts'
import { packed, wordParts } from '../log/book/office.ts'

const head =
  '填报单位：凌源市市场监督管理局\n序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'

const june = `${head}1,商标侵权,朝凌市监处罚〔2024〕3号,2024-01-05,2024-04-20,罚款,是,https://www.gsxt.gov.cn/12,
2,商标侵权,朝凌市监立〔2024〕4号,2024-05-05,,在办,,,
3,商标侵权,朝凌市监立〔2024〕5号,2024-05-06,,在办,,,
1,假冒专利,朝凌市监处罚〔2024〕9号,2024-02-06,,在办,,,
`

const september = `${head}1,商标侵权,朝凌市监处罚[2024]3号,2024/1/5,2024-04-20,罚款,是,https://www.gsxt.gov.cn/12,已执行
2,商标侵权,朝凌市监处罚〔2024〕20号,2024-05-05,2024-08-01,行政处罚,是,https://www.gsxt.gov.cn/99,
3,商标侵权,朝凌市监处罚〔2024〕21号,2024-07-01,2024-08-11,行政处罚,是,https://www.gsxt.gov.cn/98,
1,假冒专利,朝凌市监处罚〔2024〕9号,2024-02-06,2024-06-30,行政处罚,是,https://www.gsxt.gov.cn/97,
`

const world = { files: { '六月.csv': june, '九月.csv': september } }
const asOf = ['--as-of', '2024-09-01'] as const

test('two returns are told apart case by case, and what the rules say of it stands below', async () => {
  const { exitCode, out } = await transcript(['diff', '六月.csv', '九月.csv', ...asOf], world)
  await expect(out).toMatchFileSnapshot('golden/diff.txt')
  expect(exitCode).toEqual(1)
})

test('as JSON it is what the schema says, and as Markdown a table a kind', async () => {
  const { out } = await transcript(['diff', '六月.csv', '九月.csv', '-f', 'json', ...asOf], world)
  const { before, after, added, removed, closed, renumbered, counts } = diffDocument.parse(JSON.parse(out))
  expect([before, after, added.length, removed.length, closed.length, renumbered.length]).toEqual([
    4, 4, 1, 1, 2, 1,
  ])
  expect(counts).toEqual({ error: 1, warning: 0, note: 1 })
  const markdown = await transcript(['diff', '六月.csv', '九月.csv', '-f', 'md', ...asOf], world)
  await expect(markdown.out).toMatchFileSnapshot('golden/diff.md')
})

test('a report in JSON and a receipt stand for the log they were made of', async () => {
  const report = (await transcript(['report', '六月.csv', '-f', 'json'], world)).out
  const whole = (await transcript(['diff', '六月.csv', '九月.csv', ...asOf], world)).out
  const files = { ...world.files, 'r.json': report }
  const fromReport = await transcript(['diff', 'r.json', '九月.csv', ...asOf], { files })
  expect(fromReport.out.split('\n').slice(1)).toEqual(whole.split('\n').slice(1))
})

test('that a ledger has errors, and that a table leaves cases out, is said before the difference', async () => {
  const ledger = june.replace('2024-04-20', '2024-04-31')
  const table = (
    await transcript(['report', '台账.csv', '-f', 'csv', '--allow-errors', ...asOf], {
      files: { '台账.csv': ledger },
    })
  ).out
  const files = { '台账.csv': ledger, '表.csv': table }
  const { out } = await transcript(['diff', '台账.csv', '表.csv', '-f', 'text', ...asOf], { files })
  expect(out).toContain(
    '台账.csv 有 1 件案件有错误，出表时不会列入；这里照样比，表里没有的会算在“新增”“减少”里。',
  )
  expect(out).toContain('表.csv 写明有案件没有列入，没有列入的会算在“新增”“减少”里。')
})

test('the same twice is nothing to say', async () => {
  const { exitCode, out } = await transcript(['diff', '六月.csv', '六月.csv', ...asOf], world)
  expect([exitCode, out]).toEqual([
    0,
    '六月.csv → 六月.csv\n原来 4 件，现在 4 件：新增 0，减少 0，新办结 0，疑似换了编号 0，改动 0 处\n',
  ])
})

test.each([
  [['六月.csv'], 2, 'diff 缺少参数 <现在>'],
  [['六月.csv', '十月.csv'], 3, '十月.csv：不存在'],
  [['六月.csv', '空.csv'], 3, '空.csv 里没有认出台账'],
  [['六月.csv', '九月.csv', '-o', '变化.pdf'], 2, '两次报送的比较可写成 .txt、.json、.md、.xlsx 文件'],
  [['六月.csv', '九月.csv', '-o', '九月.csv', '--force'], 2, '扩展名不对'],
] as const)('%j is refused', async (words, code, sentence) => {
  const files = { ...world.files, '空.csv': '' }
  const { exitCode, err } = await transcript(['diff', ...words], { files })
  expect([exitCode, err]).toEqual([code, expect.stringContaining(sentence)])
})

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
  expect(out).toContain('凌源.csv C4格 案件编号  案件编号「凌市监处罚〔2024〕1号」与第 3 行重复')
})
