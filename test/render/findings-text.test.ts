import fc from 'fast-check'
import { expect, test } from 'vitest'
import { severities } from '../../src/model/finding.ts'
import { textReporter } from '../../src/render/findings/text.ts'
import { displayWidth } from '../../src/render/width.ts'
import { finding, head, log, plain, printed, type Run } from './findings-run.ts'
import { sampleRun } from './sample-run.ts'

const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g')

function lines(run: Run, look = plain): readonly string[] {
  return printed(textReporter, run, look).split('\n')
}

function oneLog(count: number, rule = (_: number) => 'published-missing'): Run {
  const findings = Array.from({ length: count }, (_, i) => finding('凌源.csv', i + 2, { rule: rule(i) }))
  return { logs: [[log('凌源.csv'), findings]] }
}

test.each([
  ['80 columns', { ...plain, columns: 80 }],
  ['120 columns', { ...plain, columns: 120 }],
  ['no terminal', plain],
  ['quiet', { ...plain, quiet: true }],
])('a run reads as its golden text: %s', async (name, look) => {
  await expect(printed(textReporter, sampleRun, look)).toMatchFileSnapshot(
    `golden/findings-${name.replace(' ', '-')}.txt`,
  )
})

test.each([60, 80, 120])('no line is wider than a terminal of %i columns', (columns) => {
  const wide = lines(sampleRun, { ...plain, columns }).filter((line) => displayWidth(line) > columns)
  expect(wide).toEqual([])
})

test('without a terminal every finding is one line', () => {
  const found = sampleRun.logs.flatMap(([, findings]) => findings)
  const listed = lines(sampleRun).filter((line) =>
    / {2}[×▲○] (?:错误|警告|提示) {2}\S+\.(?:csv|xlsx)/.test(line),
  )
  expect(listed).toHaveLength(found.length - 2)
})

test('the sentences of a log begin in one column', () => {
  const starts = lines(sampleRun)
    .filter((line) => line.includes('凌源.csv:'))
    .map((line) => displayWidth(/^.*?凌源\.csv:\d+ \S+ \S+ +/.exec(line)?.[0] ?? ''))
  expect(new Set(starts)).toEqual(new Set([36]))
})

test('a terminal shows of a long file name the beginning and the end, below the whole', () => {
  const path = '报送/凌源市2024年第二季度知识产权行政案件统计表（报送稿）.csv'
  const run: Run = { logs: [[log(path), [finding(path, 7)]]] }
  const [head, , first] = lines(run, { ...plain, columns: 80 })
  expect([head, first]).toEqual([
    path,
    '  ▲ 警告  凌源市20…稿）.csv:7 G列 是否公开  已经结案，是否公开没有填写',
  ])
  expect(lines(run)[2]).toContain(
    '  凌源市2024年第二季度知识产权行政案件统计表（报送稿）.csv:7 G列 是否公开  ',
  )
})

test('colour adds nothing but colour', () => {
  const colored = printed(textReporter, sampleRun, { ...plain, color: true, columns: 80 })
  expect(colored).toMatch(escapes)
  expect(colored.replace(escapes, '')).toBe(printed(textReporter, sampleRun, { ...plain, columns: 80 }))
})

test('a log in order is one calm line', () => {
  expect(printed(textReporter, { logs: [[log('凌源.csv'), []]] })).toBe(
    [
      '√ 凌源.csv  编码 UTF-8，分隔符 逗号，表头在第 1 行，9 件案件',
      '',
      '共 1 份台账、9 件案件，没有发现问题。',
      '',
    ].join('\n'),
  )
})

test('a run that could read nothing does not say that nothing is wrong', () => {
  const failures = [
    { path: '喀左.doc', message: '这是旧版 Word 文件，读不了', remedy: '另存为 .docx 再核对。' },
  ]
  expect(printed(textReporter, { logs: [], more: { exitCode: 3, failures } })).toBe(
    [
      '没能读取的文件 1 个：',
      '  × 喀左.doc：这是旧版 Word 文件，读不了 → 另存为 .docx 再核对。',
      '',
      '没有读到台账。',
      '下一步：处理没能读取的文件，再运行 ipcase validate 台账',
      '',
    ].join('\n'),
  )
})

test('ten findings of one rule are all listed', () => {
  expect(lines(oneLog(10)).filter((line) => line.includes('凌源.csv:'))).toHaveLength(10)
  expect(lines(oneLog(10)).join('\n')).not.toContain('另有')
})

test('an eleventh is counted, and where the whole list is', () => {
  expect(lines(oneLog(11)).filter((line) => line.includes('凌源.csv:'))).toHaveLength(10)
  expect(lines(oneLog(11))).toContain('  … 另有 1 处同类问题（published-missing）')
  expect(lines(oneLog(11))).toContain('有 1 处没有逐条列出，全部清单用 -f csv 或 -f json。')
})

test('fifty findings of many rules are all listed, a fifty-first is counted', () => {
  const perRule = (i: number) => `rule-${i % 6}`
  expect(lines(oneLog(50, perRule)).join('\n')).not.toContain('另有')
  expect(lines(oneLog(51, perRule)).join('\n')).toContain('  … 另有 1 处同类问题（rule-2）')
})

test('an error is listed however many notes come before it', () => {
  const notes = Array.from({ length: 60 }, (_, i) =>
    finding('凌源.csv', i + 2, { rule: `rule-${i % 6}`, severity: 'note' }),
  )
  const error = finding('凌源.csv', 99, { rule: 'date-invalid', severity: 'error' })
  const listed = lines({ logs: [[log('凌源.csv'), [...notes, error]]] })
  expect(listed.filter((line) => line.startsWith('  × 错误  凌源.csv:99'))).toHaveLength(1)
})

test('after ten logs in order the rest is counted', () => {
  const logs = Array.from({ length: 300 }, (_, i) => [log(`台账/${i + 1}.csv`), []] as const)
  expect(lines({ logs }).slice(9)).toEqual([
    '√ 台账/10.csv  编码 UTF-8，分隔符 逗号，表头在第 1 行，9 件案件',
    '√ 另有 290 份台账没有发现问题',
    '',
    '共 300 份台账、2700 件案件，没有发现问题。',
    '',
  ])
})

test('what was found in a log that broke off is printed all the same', () => {
  const reporter = textReporter(head, plain)
  reporter.finding(finding('凌源.csv', 3))
  const end = {
    exitCode: 3,
    counts: { error: 0, warning: 1, note: 0 },
    byRule: [],
    explained: [],
    since: undefined,
    notShown: 0,
    rules: [],
    skipped: [],
    failures: [],
  }
  expect(
    reporter
      .end({ ...end, again: 'ipcase validate' })
      .split('\n')
      .slice(0, 2),
  ).toEqual([
    '凌源.csv',
    '  ▲ 警告  凌源.csv:3 G列 是否公开  已经结案，是否公开没有填写 → 填“是”或“否”。 [published-missing]',
  ])
})

test('a cell cannot steer the terminal nor hide a character', () => {
  const value = `商标\u001B[2J侵权\u200B`
  const text = printed(textReporter, { logs: [[log('凌源.csv'), [finding('凌源.csv', 2, { value })]]] })
  expect(text).toContain('（原值「商标[U+001B][2J侵权[U+200B]」）')
})

const someFindings = fc.array(
  fc.record({
    line: fc.integer({ min: 2, max: 500 }),
    rule: fc.constantFrom('date-invalid', 'type-unknown', 'url-missing', 'case-number-style'),
    severity: fc.constantFrom(...severities),
  }),
  { maxLength: 300 },
)

test('listed and counted findings together are all findings', () => {
  fc.assert(
    fc.property(someFindings, (list) => {
      const findings = list.map(({ line, ...more }) => finding('凌源.csv', line, more))
      const text = printed(textReporter, { logs: [[log('凌源.csv'), findings]] })
      const listed = text.match(/^ {2}[×▲○] \S+ {2}凌源\.csv:/gm)?.length ?? 0
      const hidden = [...text.matchAll(/另有 (\d+) 处/g)].reduce((sum, [, count]) => sum + Number(count), 0)
      const tabled = [...text.matchAll(/^ {2}[×▲○] \S+ +(\d+) {2}/gm)].reduce(
        (sum, [, n]) => sum + Number(n),
        0,
      )
      expect([listed + hidden, tabled]).toEqual([list.length, list.length])
    }),
  )
})
