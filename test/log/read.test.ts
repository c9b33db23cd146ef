import { expect, test } from 'vitest'
import { gb18030 } from '../gb18030.ts'
import { readBack } from '../read-log.ts'

const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const row = '1,商标侵权,朝双市监处罚〔2024〕12号,2024-03-05,2024-04-18,行政处罚,是,https://a.gov.cn/1,'

function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

const log = `${headings}\r\n${row}\r\n`

test.each([
  ['UTF-8', Buffer.from(log), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${log}`), 'utf-8'],
  ['GBK', gb18030(log), 'gb18030'],
  ['UTF-16 with its mark', utf16(`\ufeff${log}`, 'le'), 'utf-16le'],
  ['UTF-16 without a mark', utf16(log, 'le'), 'utf-16le'],
  ['big-endian UTF-16 with its mark', utf16(`\ufeff${log}`, 'be'), 'utf-16be'],
  ['big-endian UTF-16 without a mark', utf16(log, 'be'), 'utf-16be'],
])('%s is read', async (_, bytes, encoding) => {
  for (const size of [1, 7, 1 << 20]) {
    const { summary, cases, faults } = await readBack(bytes, { size })
    expect(faults).toEqual([])
    expect(summary).toMatchObject({ encoding, delimiter: ',', headingLine: 1, rows: 1, cases: 1 })
    expect(cases[0]).toMatchObject({
      type: '商标侵权',
      caseNumber: '朝双市监处罚〔2024〕12号',
      line: 2,
      row: 2,
    })
  }
})

test.each([
  ['tabs', '\t'],
  ['semicolons', ';'],
  ['full-width commas', '，'],
])('%s separate cells', async (_, delimiter) => {
  const { summary, cases } = await readBack(log.replaceAll(',', delimiter))
  expect(summary).toMatchObject({ delimiter, rows: 1, cases: 1 })
  expect(cases[0]?.closed).toBe('2024-04-18')
})

test('a heading typed with full-width commas stands above rows with plain ones', async () => {
  const { summary, cases, faults } = await readBack(`${headings.replaceAll(',', '，')}\n${row}\n`)
  expect(faults).toEqual([])
  expect(summary.delimiter).toBe(',')
  expect(cases[0]?.outcome).toEqual({ state: 'closed', canonical: '行政处罚' })
})

test('the lines above the heading say who reports and when', async () => {
  const annex = ['附件', '知识产权行政案件统计表', '填报单位：凌源市市场监督管理局,,,时间：2024年6月7日']
  const { summary } = await readBack([...annex, headings, row].join('\n'))
  expect(summary).toMatchObject({
    unit: '凌源市市场监督管理局',
    date: '2024年6月7日',
    headingLine: 4,
    rows: 1,
  })
})

test.each([
  ['填报单位：,北票市市场监督管理局,时间：,2024年6月7日', '北票市市场监督管理局', '2024年6月7日'],
  ['填报单位：北票市市场监督管理局 时间： 年 月 日', '北票市市场监督管理局', null],
  ['填报单位：,,时间：', null, null],
  ['填报单位（公章）：,,喀左县市场监督管理局,填报时间：,2024.6.7', '喀左县市场监督管理局', '2024.6.7'],
  ['填报单位：__凌源市市场监督管理局__（盖章）  时间：2024年6月7日', '凌源市市场监督管理局', '2024年6月7日'],
  ['填报单位：朝阳市市场监督管理局（知识产权局）', '朝阳市市场监督管理局（知识产权局）', null],
  ['填报单位：____（盖章）', null, null],
  ['报送单位名称：叶县市场监管局', '叶县市场监管局', null],
  ['填报单位（盖章）：喀左县市场监督管理局　　填报时间：2024-06-07', '喀左县市场监督管理局', '2024-06-07'],
])('%s names the unit %s and the day %s', async (line, unit, date) => {
  const { summary } = await readBack([line, headings, row].join('\n'))
  expect(summary).toMatchObject({ unit, date })
})

test('every record below the heading is counted in exactly one place', async () => {
  const lines = [
    headings,
    row,
    '',
    ',,,,,,,,',
    '2,商标侵权,,,,,,,',
    '...',
    headings,
    '注：请按案件类型分别编写序号。',
  ]
  const { summary } = await readBack(lines.join('\n'))
  expect(summary).toMatchObject({ rows: 7, cases: 1, skipped: { blank: 2, placeholder: 2, furniture: 2 } })
})

test('a subtotal with its numbers in the columns of days is no case', async () => {
  const { summary } = await readBack([headings, row, '小计,商标侵权,1,1,1,1,1,1,'].join('\n'))
  expect(summary).toMatchObject({ rows: 2, cases: 1, skipped: { furniture: 1 } })
})

test('a heading in another order changes what the rows below it mean', async () => {
  const swapped = headings.replace('立案时间,结案时间', '结案时间,立案时间')
  const { cases } = await readBack([headings, row, swapped, row].join('\n'))
  expect(cases.map((c) => [c.filed, c.closed])).toEqual([
    ['2024-03-05', '2024-04-18'],
    ['2024-04-18', '2024-03-05'],
  ])
})

test('headings are known through spaces, line breaks, brackets, synonyms and order', async () => {
  const typed =
    '备注说明,案 件 类 型,"公开\n网址",处罚决定书文号,立案日期（年月日）,办结时间,处理结果,是否公示,当事人'
  const { cases, faults } = await readBack(
    `${typed}\n无,商标侵权,www.a.gov.cn,A1,2024.3.5,2024.4.18,罚款,已公开,某商行\n`,
  )
  expect(faults.map(([fault]) => fault)).toEqual([{ rule: 'heading-unknown', headings: ['当事人'] }])
  expect(cases[0]).toMatchObject({
    serial: null,
    type: '商标侵权',
    caseNumber: 'A1',
    filed: '2024-03-05',
    closed: '2024-04-18',
    published: '是',
    remark: null,
    line: 3,
    row: 2,
  })
})

test.each([
  ['an empty file', '', true],
  ['a byte-order mark alone', '\ufeff', true],
  ['a text without a heading', '今天天气很好\n明天也是\n', false],
  ['a heading below the thirtieth row', `${'说明\n'.repeat(30)}${log}`, false],
])('%s has no heading row', async (_, text, isEmpty) => {
  const { summary, faults } = await readBack(text)
  expect(faults.map(([fault]) => fault)).toEqual([{ rule: 'heading-row-not-found', isEmpty }])
  expect(summary).toMatchObject({ headingLine: null, rows: 0, cases: 0 })
  expect(summary).not.toHaveProperty('encoding')
})

test('a separator that does not make a heading is no separator of the log', async () => {
  const { summary, faults } = await readBack(log.replace('案件类型', '"案件\n类型"'), { delimiter: ';' })
  expect(faults.map(([fault]) => fault)).toEqual([{ rule: 'heading-row-not-found', isEmpty: false }])
  expect(summary).toMatchObject({ headingLine: null, rows: 0 })
})

test('a separator of one’s own is taken', async () => {
  const { summary } = await readBack(log.replaceAll(',', '|'), { delimiter: '|' })
  expect(summary).toMatchObject({ delimiter: '|', headingLine: 1, cases: 1 })
})

test('a heading without a line end is a log without cases', async () => {
  for (const bytes of [Buffer.from(headings), gb18030(headings)]) {
    const { summary, faults } = await readBack(bytes)
    expect(faults).toEqual([])
    expect(summary).toMatchObject({ headingLine: 1, rows: 0, cases: 0 })
  }
})

test('a line without an end is refused before it fills the memory', async () => {
  const endless = log + 'A'.repeat(1 << 25)
  for (const bytes of [Buffer.from(endless), Buffer.concat([gb18030(log), Buffer.alloc(1 << 25, 0x41)])]) {
    await expect(readBack(bytes)).rejects.toThrow('refused: line')
  }
})

test('a heading in the thirtieth row is found', async () => {
  const { summary } = await readBack(`${'说明\n'.repeat(29)}${log}`)
  expect(summary).toMatchObject({ headingLine: 30, cases: 1 })
})

test('bytes the encoding does not allow are reported where they stand and change no encoding', async () => {
  const good = gb18030(`${headings}\n${row}\n`)
  const bad = Buffer.concat([
    good,
    gb18030(row.replace('商标侵权', '')).subarray(0, 2),
    Buffer.from([0xff]),
    gb18030(',A2\n'),
  ])
  const { summary, faults } = await readBack(bad)
  expect(summary.encoding).toBe('gb18030')
  expect(faults.map(([fault, { line, index }]) => [fault.rule, line, index])).toEqual([
    ['undecodable-text', 3, 1],
    ['row-too-short', 3, undefined],
  ])
})
