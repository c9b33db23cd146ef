import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import type { ReportDocument } from '../../src/model/documents/report.ts'
import { allRules } from '../../src/rules/index.ts'
import { fakeIo, transcript, type World } from '../fake-io.ts'

const unit = '填报单位：凌源市市场监督管理局'
const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const log = (...rows: readonly string[]): string => [unit, headings, ...rows, ''].join('\n')
const good = '1,商标侵权,朝凌市监处罚〔2024〕1号,2024-03-05,,在办,,,'

const nothingToRead: Readonly<Record<string, World['files']>> = {
  'a file that is not there': {},
  'a scan': { '台账.csv': '%PDF-1.7\n' },
  'an empty file': { '台账.csv': '' },
  'a log without a heading': { '台账.csv': '商标侵权,朝凌市监处罚〔2024〕1号\n' },
}

test.each(Object.entries(nothingToRead))(
  'of %s nothing is written, not even by --allow-errors',
  async (_, files) => {
    for (const allowed of [[], ['--allow-errors']]) {
      const io = fakeIo({ files: files ?? {} })
      const before = [...io.files.keys()]
      const outputs = ['-o', '零.pdf', '-o', '零.xlsx', '-o', '零.csv']
      const exitCode = await run(['report', '台账.csv', ...allowed, ...outputs, '--unit', '甲'], io)
      expect(exitCode).toBeGreaterThan(0)
      expect([...io.files.keys()]).toEqual(before)
      expect(io.printed.out).toBe('')
      expect(io.printed.err).toContain('没有出表：没有一个台账读得出案件，也就不能说本期没有案件。')
      expect(io.printed.err).not.toContain('加 --allow-errors')
    }
  },
)

const unlowered = [
  'heading-row-not-found',
  'heading-missing',
  'undecodable-text',
  'quote-unclosed',
  'quote-swallows-rows',
]

test.each(unlowered)('%s can be neither lowered nor switched off', async (rule) => {
  expect(allRules.map(({ id }) => id)).toContain(rule)
  const files = { '台账.csv': log() }
  for (const level of ['off', 'note', 'warning']) {
    const refused = { exitCode: 2, out: '', err: expect.stringContaining(`规则 ${rule} 不能降级或关闭`) }
    expect(await transcript(['report', '台账.csv', '--rule', `${rule}=${level}`], { files })).toEqual(refused)
    const config = { 'ipcase.config.json': JSON.stringify({ rules: { [rule]: level } }) }
    expect(await transcript(['validate', '台账.csv'], { files: { ...files, ...config } })).toEqual(refused)
  }
  expect(await transcript(['validate', '台账.csv', '--rule', `${rule}=error`], { files })).toMatchObject({
    exitCode: 0,
  })
})

test.each<
  readonly [fact: string, files: NonNullable<World['files']>, isNil: boolean, words: readonly string[]]
>([
  ['a log without a case', { '1.csv': log() }, true, ['│ 无 ']],
  ['cases of other kinds alone', { '1.csv': log('1,著作权,凌1号,2024-03-05,,在办,,,') }, true, ['│ 无 ']],
  [
    'a faulty case',
    { '1.csv': log('1,假冒专利,凌1号,3月5日,,在办,,,') },
    false,
    ['假冒专利', '未列入 1 件', '│ 无 '],
  ],
  [
    'a case of no known type',
    { '1.csv': log('1,专利,凌1号,2024-03-05,,在办,,,') },
    false,
    ['另有 1 件案件类型不明，未列入', '已读台账无'],
  ],
  [
    'a file beside it that cannot be read',
    { '1.csv': log(), '2.csv': '%PDF-1.7\n' },
    false,
    ['另有 1 个台账没有读全，其中的案件未列入', '已读台账无'],
  ],
  ['a note with an open quote', { '1.csv': log('"注：以上') }, false, ['另有 1 个台账没有读全']],
  ['a form that says 未列入', { '1.csv': log(',商标侵权,未列入 3 件,,,,,,') }, false, ['未列入 3 件']],
  [
    'a form that says a log is missing',
    { '1.csv': log(',另有 2 个台账没有读全，其中的案件未列入,,,,,,,') },
    false,
    ['另有 1 个台账没有读全'],
  ],
])('with %s', async (_, files, isNil, words) => {
  const { out } = await transcript(['report', ...Object.keys(files), '--allow-errors'], { files })
  expect(out.includes('本期无案件')).toBe(isNil)
  for (const word of words) expect(out).toContain(word)
})

test('lowering a rule changes what is said, not what is known', async () => {
  const files = {
    '1.csv': log(
      good,
      '2,商标侵权,凌2号,3月5日,,在办,,,',
      '1,商标,凌3号,2024-03-05,,在办,,,',
      ',,凌4号,2024-03-05,,在办,,,',
    ),
  }
  const lowered = ['date-invalid=off', 'type-unknown=note', 'type-missing=warning'].flatMap((one) => [
    '--rule',
    one,
  ])
  const { exitCode, out } = await transcript(['report', '1.csv', ...lowered, '-f', 'json'], { files })
  const { sections, leftOut, totals }: ReportDocument = JSON.parse(out)
  expect(exitCode).toBe(0)
  expect(sections.flatMap(({ rows }) => rows.map(({ caseNumber }) => caseNumber))).toEqual([
    '朝凌市监处罚〔2024〕1号',
  ])
  expect(leftOut.map(({ caseNumber, reason, rules }) => [caseNumber, reason, rules])).toEqual([
    ['凌2号', 'rule', ['date-invalid']],
    ['凌3号', 'rule', ['type-unknown']],
    ['凌4号', 'rule', ['type-missing']],
  ])
  expect(totals.all.cases + leftOut.length).toBe(4)
})

test('a closing after the day the table stands for is blank in it and said', async () => {
  const files = {
    '1.csv': log('1,商标侵权,凌1号,2024-03-05,2024-06-08,行政处罚,是,https://a.example.gov.cn/1,'),
  }
  const args = ['report', '1.csv', '--rule', 'closed-in-future=note', '-f']
  const { out, err } = await transcript([...args, 'csv'], { files })
  expect(out).toContain('\n1,商标侵权,凌1号,2024-03-05,,,,,\n'.replaceAll('\n', '\r\n').trim())
  expect(err).toContain('有 1 件到2024年6月7日还没有结案')
  expect(err).toContain('    1.csv 第 3 行 商标侵权 凌1号\n')
  const report: ReportDocument = JSON.parse((await transcript([...args, 'json'], { files })).out)
  expect(report.closedLater).toEqual([
    { path: '1.csv', line: 3, type: '商标侵权', caseNumber: '凌1号', filed: '2024-03-05' },
  ])
  expect(report.totals.all).toMatchObject({ cases: 1, closed: 0, open: 1, published: 0 })
})
