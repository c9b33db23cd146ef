import { expect, test } from 'vitest'
import type { ValidateDocument } from '../../src/model/documents/validate.ts'
import { exampleLog } from '../example-log.ts'
import { type Transcript, transcript, type World } from '../fake-io.ts'
import { gb18030 } from '../gb18030.ts'

const unpublished = { published: '', url: '' }
const log = exampleLog([unpublished, {}, { caseNumber: '', outcome: '撤销案件', ...unpublished }])

async function validate(line: string, files: World['files']): Promise<Transcript> {
  return await transcript(['validate', '凌源.csv', ...line.split(' ')], {
    files: { '凌源.csv': log, ...files },
  })
}

async function documentOf(line: string, files: World['files']): Promise<ValidateDocument> {
  return JSON.parse((await validate(`${line} -f json`, files)).out)
}

/** The list as it is written, with a reason beside the findings of one rule. */
async function listOf(rule: string, reason: string, text = log): Promise<string> {
  const { out } = await validate('-f csv', { '凌源.csv': text })
  const lines = out.split('\r\n').map((line) => {
    const [before = '', behind] = line.split(/,(?=,(?:商标|专利|假冒|类型)[^,]*,[^,]*$)/)
    return line.includes(rule) ? `${before},${reason}${behind}` : line
  })
  return lines.join('\r\n')
}

const reason = '复议期间暂缓公开'
const list = await listOf('published-missing', reason)

function rulesOf(findings: readonly { rule: string }[]): readonly string[] {
  return findings.map(({ rule }) => rule)
}

test('a warning that is explained is counted apart, with its reason', async () => {
  const plain = await documentOf('--fail-on warning', {})
  expect(rulesOf(plain.findings)).toEqual([
    'published-missing',
    'mediation-number-missing',
    'published-missing',
  ])
  const document = await documentOf('--explained 问题.csv', { '问题.csv': list })
  expect(rulesOf(document.findings)).toEqual(['mediation-number-missing'])
  expect(document.explained.map((one) => [one.rule, one.line, one.reason])).toEqual([
    ['published-missing', 2, reason],
    ['published-missing', 4, reason],
  ])
  expect(document.counts).toEqual({ error: 0, warning: 1, note: 0 })
  expect(document.since).toEqual({ mended: 0, explained: 2, open: 1, new: 0 })
})

test('a finding says whose case it is', async () => {
  const { findings } = await documentOf('', {})
  expect(findings.map(({ type, caseNumber, filed }) => [type, caseNumber, filed])).toEqual([
    ['商标侵权', '朝双市监处罚〔2024〕1号', '2024-03-05'],
    ['商标侵权', undefined, '2024-03-05'],
    ['商标侵权', undefined, '2024-03-05'],
  ])
})

test.each([
  ['as a spreadsheet saves it, in GBK', gb18030(list.replace('\uFEFF', ''))],
  [
    'with a title above and a column in front',
    `清单\r\n${list.replace(/^\uFEFF?/, '').replace(/^(?=.)/gm, '甲,')}`,
  ],
  ['with tabs', list.replaceAll(',', '\t')],
])('a list is read back %s', async (_, text) => {
  const { explained } = await documentOf('--explained 问题.csv', { '问题.csv': text })
  expect(explained).toHaveLength(2)
})

test('the row, the file and brackets of the number do not matter; the value does', async () => {
  const rows = { 'a.csv': exampleLog([{}, { ...unpublished, caseNumber: '朝双市监处罚(2024)1号' }]) }
  const line = 'a.csv --explained 问题.csv -f json'
  const run = async (files: World['files']): Promise<ValidateDocument> =>
    JSON.parse(
      (await transcript(['validate', ...line.split(' ')], { files: { '问题.csv': list, ...files } })).out,
    )
  expect(rulesOf((await run(rows)).explained)).toEqual(['published-missing'])
  const changed = { 'a.csv': exampleLog([{ ...unpublished, closed: '2024-04-19' }]) }
  expect(rulesOf((await run(changed)).explained)).toEqual([])
})

test.each(['核实无误', '已核实', '经核实，情况属实。', '同上', '√', '无误', '属实', '1', '没有问题'])(
  'the words %s explain nothing',
  async (words) => {
    const text = await listOf('mediation-number-missing', words)
    const document = await documentOf('--explained 问题.csv', { '问题.csv': text })
    expect(document.explained).toEqual([])
    expect(document.findings.at(-1)).toMatchObject({
      rule: 'explanation-empty',
      path: '问题.csv',
      value: words,
    })
    expect(document.counts.warning).toBe(4)
  },
)

test.each(['已核实，当事人在押', '同案犯在逃，另案处理', '无案号：当场调解', '属实但不予公开，涉未成年人'])(
  'the words %s are a reason',
  async (words) => {
    const text = await listOf('mediation-number-missing', words)
    expect((await documentOf('--explained 问题.csv', { '问题.csv': text })).explained).toHaveLength(1)
  },
)

test('an error is mended, not explained', async () => {
  const faulty = exampleLog([{ url: '' }])
  const files = { '凌源.csv': faulty, '问题.csv': await listOf('url-missing', '网站改版', faulty) }
  const document = await documentOf('--explained 问题.csv', files)
  expect(rulesOf(document.findings)).toEqual(['url-missing', 'explanation-empty'])
  expect(document.exitCode).toBe(1)
})

test('one that fits nothing any more is said, where its log was read', async () => {
  const mended = { '凌源.csv': exampleLog([{}]), '问题.csv': list }
  const { findings, since } = await documentOf('--explained 问题.csv', mended)
  expect(rulesOf(findings)).toEqual(['explanation-unused', 'explanation-unused'])
  expect(since).toEqual({ mended: 3, explained: 0, open: 0, new: 0 })
  const other = await transcript(['validate', 'a.csv', '--explained', '问题.csv'], {
    files: { ...mended, 'a.csv': exampleLog([{}]) },
  })
  expect(other.out).not.toContain('explanation-unused')
})

test('what was changed and is still wrong is still open, neither mended nor new', async () => {
  const wrong = exampleLog([{ closed: '2024-04-31' }])
  const files = { '凌源.csv': wrong, '问题.csv': await listOf('date-invalid', '', wrong) }
  const again = { ...files, '凌源.csv': exampleLog([{ closed: '2024-04-32' }]) }
  expect((await documentOf('--explained 问题.csv', again)).since).toEqual({
    mended: 0,
    explained: 0,
    open: 1,
    new: 0,
  })
})

test('a reason written before the cells were changed is said to be none, also where a number came later', async () => {
  const numbered = exampleLog([
    unpublished,
    {},
    { outcome: '撤销案件', ...unpublished, closed: '2024-04-19' },
  ])
  const { findings, since } = await documentOf('--explained 问题.csv', {
    '问题.csv': list,
    '凌源.csv': numbered,
  })
  expect(since).toEqual({ mended: 1, explained: 1, open: 1, new: 0 })
  expect(findings.map(({ rule, message }) => [rule, message])).toContainEqual([
    'explanation-unused',
    '没有用上的说明：商标侵权（没有编号，2024-03-05 立案）的“结案案件没有填是否公开”（published-missing）还在，但有关的格子在写说明以后改过',
  ])
})

test('one kind alone is shown, and what is not shown is counted', async () => {
  const { out } = await validate('--only mediation-number-missing', {})
  expect(out).not.toContain('published-missing')
  expect(out).toContain('其他规则的问题 2 处没有列出')
  expect((await validate('--only url-mising', {})).err).toContain('您要的可能是 url-missing')
})

test.each([
  ['没有.csv', 3, '没有.csv 不存在'],
  ['凌源.csv', 3, '不是问题清单'],
])('--explained %s is refused', async (path, exitCode, words) => {
  const refused = await validate(`--explained ${path}`, {})
  expect([refused.exitCode, refused.err.includes(words)]).toEqual([exitCode, true])
})

test('the configuration names the list, or the folder of lists, that is not there yet at first', async () => {
  const config = { 'ipcase.config.json': '{"explained":"清单/"}' }
  expect((await documentOf('', config)).since).toBe(null)
  expect((await documentOf('', { ...config, '清单/问题.csv': list })).explained).toHaveLength(2)
})

test('a screen shows the reason and what has become of the list', async () => {
  const { out } = await validate('--explained 问题.csv', { '问题.csv': list })
  const lines = out.split('\n').filter((line) => !line.startsWith('核对了'))
  expect(lines.slice(-10)).toEqual([
    '已说明的 2 处：',
    '  - 凌源.csv:2 G列 是否公开  案件已经结案，没有填是否公开 说明：复议期间暂缓公开 [published-missing]',
    '  - 凌源.csv:4 G列 是否公开  案件已经结案，没有填是否公开 说明：复议期间暂缓公开 [published-missing]',
    '',
    '共 1 份台账、3 件案件：警告 1 处；说明 2 处。',
    '  ▲ 警告  1  mediation-number-missing  以调解、撤销、移送等结案的案件没有编号',
    '与上次的问题清单相比：改好 0 处，已说明 2 处，仍在 1 处，新出现 0 处。',
    '下一步：没有错误；请逐条核对警告，要改的改好后再运行 ipcase validate 凌源.csv --explained 问题.csv',
    '看说明：ipcase explain mediation-number-missing',
    '',
  ])
})
