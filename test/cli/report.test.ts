import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { ExitCode, UserError } from '../../src/io/io.ts'
import type { ReportDocument } from '../../src/model/documents/report.ts'
import { expectCurrent } from '../docs/current.ts'
import { bytesAt, fakeIo, transcript, type World } from '../fake-io.ts'

const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const unit = '填报单位：凌源市市场监督管理局'
const good =
  '1,商标侵权,朝凌市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://a.example.gov.cn/1,'
const old = '2,商标侵权,朝凌市监处罚〔2023〕9号,2023-08-01,2023-09-08,行政处罚,是,https://a.example.gov.cn/9,'
const wrong =
  '2,商标侵权,朝凌市监处罚〔2024〕3号,2024-03-05,2024-02-18,行政处罚,是,https://a.example.gov.cn/3,'
const agency =
  '1,商标代理,朝凌市监处罚〔2024〕4号,2024-03-05,2024-04-18,行政处罚,是,https://a.example.gov.cn/4,'

const log = (...rows: readonly string[]): string => [unit, headings, ...rows, ''].join('\n')
const files = (...rows: readonly string[]): World => ({ files: { '凌源.csv': log(...rows) } })

async function documentOf(args: readonly string[], world: World): Promise<ReportDocument> {
  return JSON.parse((await transcript(['report', ...args, '-f', 'json', '-q'], world)).out)
}

const rowsIn = ({ sections }: ReportDocument) =>
  sections.flatMap(({ rows }) => rows.map((row) => row.caseNumber))

test('the report of an ordinary return', async () => {
  const path = 'fixtures/programmes/chaoyang/凌源市.csv'
  const args = ['report', path, '--as-of', '2024-06-07']
  const { exitCode, out, err } = await transcript(args, { files: { [path]: await readFile(path) } })
  const run = `$ ipcase ${args.join(' ')}\n${out}\n标准错误：\n${err}退出码 ${exitCode}\n`
  await expectCurrent('fixtures/programmes/chaoyang/report.txt', run)
})

test('a return with an error is withheld, whatever makes a run fail', async () => {
  for (const level of ['error', 'never']) {
    const { exitCode, out, err } = await transcript(
      ['report', '凌源.csv', '--fail-on', level],
      files(good, wrong),
    )
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' })
    expect(err).toContain('[closed-before-filed]')
    expect(err).toContain('没有出表：请先改正上面的错误。')
  }
})

test('a withheld report is still a document, with every case in leftOut', async () => {
  const report = await documentOf(['凌源.csv'], files(good, wrong))
  expect(report).toMatchObject({ exitCode: 1, sections: [], outputs: [], counts: { error: 1 } })
  expect(report.findings.map(({ rule, line }) => [rule, line])).toEqual([['closed-before-filed', 4]])
  expect(report.leftOut.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'withheld'],
    [4, 'rule'],
  ])
})

test('with --allow-errors the faulty rows are left out and listed', async () => {
  const world = files(good, wrong, agency)
  const report = await documentOf(['凌源.csv', '--allow-errors'], world)
  expect(rowsIn(report)).toEqual(['朝凌市监处罚〔2024〕1号'])
  expect(report.leftOut.map(({ line, reason, rules }) => [line, reason, rules])).toEqual([
    [4, 'rule', ['closed-before-filed']],
    [5, 'out-of-scope', ['type-out-of-scope']],
  ])
  const { exitCode, err } = await transcript(['report', '凌源.csv', '--allow-errors'], world)
  expect(exitCode).toBe(1)
  expect(err).toContain('共读到案件 3 件，列入表中 1 件，未列入 2 件：')
})

test('a log without a case is a nil return', async () => {
  const { exitCode, out } = await transcript(['report', '凌源.csv'], files('1,商标侵权,,,,,,,', '...'))
  expect(exitCode).toBe(0)
  expect(out).toContain('本期无案件')
})

test.each([
  ['all', ['朝凌市监处罚〔2023〕9号', '朝凌市监处罚〔2024〕1号'], null],
  ['year-to-date', ['朝凌市监处罚〔2024〕1号'], '2024-01-01'],
  ['2023', ['朝凌市监处罚〔2023〕9号'], '2023-01-01'],
  ['2024-Q2', ['朝凌市监处罚〔2024〕1号'], '2024-04-01'],
])('--period %s keeps %j', async (period, kept, from) => {
  const report = await documentOf(['凌源.csv', '--period', period], files(old, good))
  expect(rowsIn(report)).toEqual(kept)
  expect(report).toMatchObject({ period, periodFrom: from })
  expect(rowsIn(report).length + report.leftOut.length).toBe(2)
})

test('rows stand as the logs have them, or by 立案时间', async () => {
  expect(rowsIn(await documentOf(['凌源.csv'], files(good, old)))[0]).toBe('朝凌市监处罚〔2024〕1号')
  expect(rowsIn(await documentOf(['凌源.csv', '--sort', 'filed'], files(good, old)))[0]).toBe(
    '朝凌市监处罚〔2023〕9号',
  )
})

test('the document fits its schema and names what was written', async () => {
  const io = fakeIo(files(good, old))
  const args = [
    'report',
    '凌源.csv',
    '-o',
    '表/统计表.xlsx',
    '-o',
    '表/统计表.csv',
    '-o',
    '表.json',
    '--force',
  ]
  expect(await run(args, io)).toBe(0)
  const report = JSON.parse(bytesAt(io, '表.json').toString())
  const schema = JSON.parse(await readFile('templates/schema/report.json', 'utf8'))
  const ajv = new Ajv2020({ strict: false })
  expect(ajv.validate(schema, report), ajv.errorsText()).toBe(true)
  expect(report.outputs).toEqual(
    ['表/统计表.xlsx', '表/统计表.csv'].map((path) => ({
      path,
      sha256: createHash('sha256').update(bytesAt(io, path)).digest('hex'),
    })),
  )
  expect(io.printed.out).toBe('已写入 表/统计表.xlsx\n已写入 表/统计表.csv\n已写入 表.json\n')
})

test.each([
  ['open', '2024-06-07', 0],
  ['due today', '2024-06-10', 0],
  ['overdue', '2024-06-11', 4],
])(
  'a return whose round is %s on %s exits with %d and is written all the same',
  async (_, asOf, exitCode) => {
    const { exitCode: code, out } = await transcript(['report', '凌源.csv', '--as-of', asOf], files(good))
    expect(code).toBe(exitCode)
    expect(out).toContain('朝凌市监处罚〔2024〕1号')
  },
)

test('a late return with an error exits with 1', async () => {
  const { exitCode } = await transcript(['report', '凌源.csv', '--as-of', '2024-06-11'], files(wrong))
  expect(exitCode).toBe(1)
})

test('one file that cannot be read withholds the table and hides no finding', async () => {
  const locked = new UserError('北票.csv 没有权限读取', '请检查权限。', ExitCode.failure)
  const world = { files: { '北票.csv': locked, '凌源.csv': log(wrong) } }
  const { exitCode, out, err } = await transcript(['report', '北票.csv', '凌源.csv'], world)
  expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' })
  expect(err).toContain('北票.csv：没有权限读取')
  expect(err).toContain('[closed-before-filed]')
})

test.each([
  [['-o', '表.ppt'], '表.ppt 的扩展名不对'],
  [['--round', '2024-05'], '没有这一期'],
  [['--template', '表样.xlsx'], '没有用处'],
  [['--template', '表样.csv', '-o', '表.csv'], '不能作模板'],
  [['--programme', 'chaoyan'], '您要的可能是 chaoyang'],
  [['--rule', 'url-mising=off'], '您要的可能是 url-missing'],
])('%j is a mistake in the command', async (options, sentence) => {
  const { exitCode, out, err } = await transcript(['report', '凌源.csv', ...options], files(good))
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
  expect(err).toContain(sentence)
})

test('nobody says whose return it is', async () => {
  const { exitCode, err } = await transcript(['report', '凌源.csv'], {
    files: { '凌源.csv': `${headings}\n${good}\n` },
  })
  expect(exitCode).toBe(0)
  expect(err).toContain('[unit-missing]')
})

test('two units make no return of one', async () => {
  const world = { files: { '1.csv': log(good), '2.csv': log(old).replace('凌源', '北票') } }
  const { exitCode, err } = await transcript(['report', '1.csv', '2.csv'], world)
  expect(exitCode).toBe(0)
  expect(err).toContain('「凌源市市场监督管理局」、「北票市市场监督管理局」')
  expect(err).toContain('填报单位：（未写明）')
})

test('a quiet run in order says nothing but the table', async () => {
  const { err, out } = await transcript(['report', '凌源.csv', '-q'], files(good))
  expect(err).toBe('')
  expect(out).toContain('统计表')
})

test('a programme without dates reports all the same', async () => {
  const { exitCode, err } = await transcript(['report', '凌源.csv', '--programme', 'anyang'], files(good))
  expect(exitCode).toBe(0)
  expect(err).toContain('借用')
  expect(err).toContain('没有应报送的期次')
})
