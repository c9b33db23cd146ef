import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { bytesAt, type FakeIo, fakeIo } from '../fake-io.ts'
import { gb18030 } from '../gb18030.ts'

const heading = '案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const site = 'https://scjg.example.gov.cn/xzcf'
const closed = `2024-03-05,2024-04-18,行政处罚,是,${site}`
const trademark = (number: number): string => `商标侵权,朝凌市监处罚〔2024〕${number}号,${closed}/${number},`
const patent = (number: number): string => `假冒专利,朝凌市监处罚〔2024〕${number}号,${closed}/${number},`
const wrong = '商标侵权,朝凌市监处罚〔2024〕99号,2024-03-05,2024-02-18,行政处罚,是,https://a.example/9,'
const agency = `商标代理,朝凌市监处罚〔2024〕77号,${closed}/77,`

const log = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

interface Numbered {
  readonly exitCode: number
  readonly out: string
  readonly err: string
  readonly text: string
}

function textIn(io: FakeIo, path: string): string {
  const content = io.files.get(`/办案/${path}`)
  return content instanceof Uint8Array ? Buffer.from(content).toString() : '（没有写入）'
}

async function number(source: string | Uint8Array, ...options: readonly string[]): Promise<Numbered> {
  const io = fakeIo({ files: { '凌源.csv': source } })
  const exitCode = await run(['number', '凌源.csv', ...options], io)
  return { exitCode, ...io.printed, text: textIn(io, '凌源-编号.csv') }
}

test('every type is numbered from 1 in the order of the rows, and nothing else changes', async () => {
  const source = log(
    '填报单位：凌源市市场监督管理局,,,,,,,,',
    `序号,${heading}`,
    `,${trademark(1)}`,
    `7,${patent(2)}`,
    '',
    `"8",${trademark(3)}`,
    '3,商标侵权,,,,,,,',
    '...,...,,,,,,,',
    `x,${patent(4)}`,
    '合计,4,,,,,,,',
    '注：请按案件类型分别编写序号。',
  )
  expect(await number(source, '-q')).toEqual({
    exitCode: 0,
    out: '',
    err: '',
    text: source
      .replace('\n,商标', '\n1,商标')
      .replace('\n7,', '\n1,')
      .replace('"8"', '"2"')
      .replace('\nx,', '\n2,'),
  })
})

test('rows with an error stay blank, those out of scope as they are, and both are said', async () => {
  const rows = (one: string, two: string, three: string, four: string): string =>
    log(
      `序号,${heading}`,
      `${one},${trademark(1)}`,
      `${two},${wrong}`,
      `${three},${agency}`,
      `${four},${trademark(4)}`,
    )
  const { exitCode, out, err, text } = await number(rows('1', '2', '3', '4'))
  expect({ exitCode, out, text }).toEqual({
    exitCode: 1,
    out: '已写入 凌源-编号.csv（编号 2 件，有错误而留空 1 件，不在统计范围而照旧 1 件）\n',
    text: rows('1', '', '3', '2'),
  })
  expect(err).toContain('凌源.csv:3 E列 结案时间  结案时间 2024-02-18 早于立案时间 2024-03-05')
  expect(err).toContain('凌源.csv:4 B列 案件类型  「商标代理」不在统计表的收集范围')
  expect(err).toContain('再运行 ipcase number 凌源.csv --force\n')
})

test('a missing 序号 column is put first, also in a heading repeated behind', async () => {
  const source = log(
    '填报单位：凌源市市场监督管理局',
    heading,
    trademark(1),
    wrong,
    '',
    '商标侵权,,,,,,,',
    heading,
    agency,
    patent(4),
    '注：,商标侵权,含结转案件,,,,,',
    '注：某',
  )
  const { exitCode, text } = await number(source)
  expect({ exitCode, text }).toEqual({
    exitCode: 1,
    text: log(
      '填报单位：凌源市市场监督管理局',
      `序号,${heading}`,
      `1,${trademark(1)}`,
      `,${wrong}`,
      '',
      ',商标侵权,,,,,,,',
      `序号,${heading}`,
      `,${agency}`,
      `1,${patent(4)}`,
      ',注：,商标侵权,含结转案件,,,,,',
      '注：某',
    ),
  })
})

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')

test.each([
  ['GBK with Windows line ends', (text: string) => gb18030(text.replaceAll('\n', '\r\n'))],
  ['UTF-8 with its mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16 with tabs', (text: string) => utf16(text.replaceAll(',', '\t').replaceAll('\n', '\r\n'))],
  ['GBK with full-width commas', (text: string) => gb18030(text.replaceAll(',', '，'))],
])('a log in %s stays what it is', async (_, encode) => {
  const source = (one: string, two: string): Buffer =>
    encode(log(`序号,${heading}`, `${one},${trademark(1)}`, `"${two}","商标侵权",A2,${closed}/2,"甲;乙"`))
  const io = fakeIo({ files: { '台账.txt': source('', '') } })
  expect(await run(['number', '台账.txt'], io)).toBe(0)
  expect(bytesAt(io, '台账-编号.txt')).toEqual(source('1', '2'))
})

test('a row whose only fault is its 序号 is numbered, and nobody hears of it', async () => {
  const source = log(`序号,${heading}`, `####,${trademark(1)}`, `9,${trademark(2)}`)
  expect(await number(source, '-q')).toEqual({
    exitCode: 0,
    out: '',
    err: '',
    text: source.replace('####', '1').replace('\n9', '\n2'),
  })
  const torn = gb18030(source.replace('####', '一'))
  torn[torn.indexOf(gb18030('一,商'))] = 0xff
  expect(await number(torn, '-q')).toMatchObject({ exitCode: 0 })
})

test('a faulty row loses a number, and keeps words that may be no 序号', async () => {
  const source = log(`序号,${heading}`, '以上为一季度,,,,,,,,', `（补报）,${wrong}`, `3.,${wrong}`)
  expect(await number(source)).toMatchObject({ exitCode: 1, text: source.replace('3.', '') })
})

test('types that the programme does not collect keep theirs', async () => {
  const source = log(`序号,${heading}`, `5,${trademark(1)}`, `6,${patent(2)}`)
  const { text } = await number(source, '--programme', 'beichen')
  expect(text).toEqual(source.replace('\n6', '\n1'))
})

test('an error that is turned down is no error', async () => {
  const source = log(`序号,${heading}`, `,${wrong}`)
  const { exitCode, text } = await number(source, '--rule', 'closed-before-filed=warning')
  expect({ exitCode, text }).toEqual({ exitCode: 0, text: source.replace('\n,', '\n1,') })
  expect(await number(source, '--rule', 'closed-before-filed=warning', '--fail-on', 'warning')).toMatchObject(
    {
      exitCode: 1,
      text: source.replace('\n,', '\n1,'),
    },
  )
})

test.each([
  ['no heading row', log(trademark(1), trademark(2)), 'heading-row-not-found'],
  ['two columns of 序号', log(`序号,序号,${heading}`, `1,1,${trademark(1)}`), 'heading-duplicate'],
  ['no column of types', log(heading.replace('案件类型', '类'), trademark(1)), 'heading-missing'],
])('with %s nothing is written', async (_, source, rule) => {
  const { exitCode, out, err, text } = await number(source)
  expect({ exitCode, out, text }).toEqual({ exitCode: 1, out: '', text: '（没有写入）' })
  expect(err).toContain(`[${rule}]`)
  expect(err).toContain('没有写入：先改正上面的错误，才知道序号写在哪里、按什么类型编。\n')
})

test('a return without a case is copied as it is', async () => {
  const source = log(`序号,${heading}`, '1,商标侵权,,,,,,,', '本期无案件')
  expect(await number(source)).toMatchObject({ exitCode: 0, text: source })
})
