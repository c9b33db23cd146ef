import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { exampleLog } from '../example-log.ts'
import { fakeIo } from '../fake-io.ts'
import { gb18030 } from '../gb18030.ts'

const needed = '表头要认得出三个以上栏目，其中有“案件类型”或“案件编号”'

async function findingOf(path: string, content: string | Uint8Array, args: readonly string[] = []) {
  const io = fakeIo({ files: { [path]: content } })
  expect(await run(['validate', path, '-f', 'json', ...args], io)).toBe(1)
  const [{ rule, sheet, line, message, remedy }, ...more] = JSON.parse(io.printed.out).findings
  expect([rule, more]).toEqual(['heading-row-not-found', []])
  return { sheet, line, message, remedy }
}

const rows = [
  '附件',
  '序号,案件,文书号,立案时间,结案时间,结果,办案人',
  '1,商标侵权,凌市监处罚〔2024〕1号,2024-03-05,,,张',
]
const nearest = `前 30 行里没有表头，最接近的是第 2 行：认出“序号”“立案时间”“结案时间”，认不出“案件”“文书号”“结果”“办案人”；${needed}`

test.each<[string, string | Uint8Array]>([
  ['UTF-8', rows.join('\n')],
  ['GB18030', gb18030(rows.join('\n'))],
  ['tabs', rows.join('\n').replaceAll(',', '\t')],
])('of a text log in %s the nearest row is named, with what it lacks', async (_, content) => {
  const { line, message, remedy } = await findingOf('凌源.csv', content)
  expect([line, message]).toEqual([2, nearest])
  expect(remedy).toContain('把认不出的改成统计表上的名称')
})

test('of a workbook the nearest row of any sheet is named', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('封面').addRows([['知识产权案件'], ['时间：']])
  workbook.addWorksheet('明细').addRows(rows.map((row) => row.split(',')))
  const found = await findingOf('凌源.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))
  expect(found).toMatchObject({
    sheet: '明细',
    line: 2,
    message: nearest.replace('第 2 行', '工作表“明细”第 2 行'),
  })
})

test('where no cell reads as a heading there is no nearest row', async () => {
  const { line, message } = await findingOf('凌源.csv', '甲,乙\n1,2\n')
  expect([line, message]).toEqual([undefined, `前 30 行里没有表头：${needed}`])
})

test.each([
  ['report', 'report', '统计表.json', '这是 ipcase report 写出的 JSON，给程序读的，不是台账'],
  ['report', 'report', '统计表.md', '这是 Markdown 文本（report、diff 写出的 .md 就是），不是台账'],
  ['validate', 'validate', '问题.json', '这是 ipcase 写出的 JSON，给程序读的，不是台账'],
])('what %s wrote as %s is told for what it is: %s', async (_, command, path, message) => {
  const io = fakeIo({ files: { '凌源.csv': exampleLog([{}]) } })
  await run([command, '凌源.csv', '-o', path], io)
  const content = io.files.get(`/办案/${path}`)
  if (!(content instanceof Uint8Array)) throw new TypeError(io.printed.err)
  expect((await findingOf(path, content)).message).toBe(message)
})

test('a configuration is told for JSON', async () => {
  const { message } = await findingOf('设置.json', '{"unit": "凌源市"}')
  expect(message).toBe('这是 JSON 文件（配置、方案之类），不是台账')
})
