import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { bytesAt, type FakeIo, fakeIo, transcript, type World } from '../fake-io.ts'
import { gb18030 } from '../gb18030.ts'

const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const trademark =
  '商标侵权,朝凌市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://a.example.gov.cn/1,'
const plain = `${heading}\n,${trademark}\n`
const numbered = `${heading}\n1,${trademark}\n`

function textIn(io: FakeIo, path: string): string {
  return bytesAt(io, path).toString()
}

test('what comes on standard input goes to standard output, alone', async () => {
  const stdin = gb18030(plain)
  const io = fakeIo({ stdin })
  const written: Uint8Array[] = []
  const out = { ...io.out, write: async (data: string | Uint8Array) => void written.push(Buffer.from(data)) }
  expect(await run(['number', '-'], { ...io, out })).toBe(0)
  expect(Buffer.concat(written)).toEqual(gb18030(numbered))
})

test('or to the files asked for', async () => {
  const io = fakeIo({ stdin: plain })
  expect(await run(['number', '-', '-o', '上报/台账.tsv', '-o', '留底.csv'], io)).toBe(0)
  expect(io.printed.out).toEqual('已写入 上报/台账.tsv（编号 1 件）\n已写入 留底.csv（编号 1 件）\n')
  expect(textIn(io, '上报/台账.tsv')).toEqual(numbered)
  expect(textIn(io, '留底.csv')).toEqual(textIn(io, '上报/台账.tsv'))
})

test('the copy stands beside the log, whatever it is called', async () => {
  const io = fakeIo({ files: { '报表/一季度.定稿.CSV': plain, '/共享/台账': plain } })
  expect(await run(['number', '报表/一季度.定稿.CSV'], io)).toBe(0)
  expect(await run(['number', '/共享/台账'], io)).toBe(0)
  expect(io.printed.out).toEqual(
    '已写入 报表/一季度.定稿-编号.CSV（编号 1 件）\n已写入 /共享/台账-编号（编号 1 件）\n',
  )
})

test('an existing file is replaced only with --force', async () => {
  const world: World = { files: { '凌源.csv': plain, '凌源-编号.csv': '旧' } }
  expect(await transcript(['number', '凌源.csv'], world)).toEqual({
    exitCode: 3,
    out: '',
    err: 'ipcase：凌源-编号.csv 已经存在\n  换一个文件名；确要替换的，加 --force。\n',
  })
  expect(await transcript(['number', '凌源.csv', '--force', '-q'], world)).toMatchObject({ exitCode: 0 })
})

test('the log itself is not replaced, not even with --force', async () => {
  const files = { '凌源.csv': plain }
  expect(await transcript(['number', '凌源.csv', '-o', './凌源.csv', '--force'], { files })).toEqual({
    exitCode: 3,
    out: '',
    err: 'ipcase：./凌源.csv 是要读取的文件，不能替换它\n  请换一个文件名。\n',
  })
})

test.each([
  [[], 2, 'number 缺少参数 <台账>', '用法：ipcase number [选项] <台账>'],
  [
    ['凌源.csv', '建平.csv'],
    2,
    'number 的参数太多',
    '用法：ipcase number [选项] <台账>。名称里有空格时，请用引号括起来。',
  ],
  [['*.csv'], 2, '*.csv 有 2 份台账，一次只能写一份', '请写明是哪一个文件。'],
  [['凌原.csv'], 3, '凌原.csv：不存在', '您要的可能是 凌源.csv。'],
  [
    ['凌源.csv', '-o', '凌源.xlsx'],
    2,
    '凌源.xlsx 的扩展名和台账不同，写出的却是同一种文件',
    '请写成 .csv 文件。',
  ],
  [
    ['-', '-o', '凌源.xlsx'],
    2,
    '凌源.xlsx 的扩展名和台账不同，写出的却是同一种文件',
    '请写成 .csv、.tsv、.txt 文件。',
  ],
  [
    ['旧/扫描.txt'],
    3,
    '旧/扫描.txt：这是 PDF 文件，读不出表格',
    '请改用表格的原文件（.xlsx、.xls、.docx 或 .csv）；扫描件须重新录入。',
  ],
] as const)('ipcase number %j is refused', async (args, exitCode, message, remedy) => {
  const files = { '凌源.csv': plain, '建平.csv': plain, '旧/扫描.txt': '%PDF-1.7' }
  expect(await transcript(['number', ...args], { files, stdin: plain })).toEqual({
    exitCode,
    out: '',
    err: `ipcase：${message}\n  ${remedy}\n`,
  })
})
