import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { fixDocument } from '../../src/model/documents/fix.ts'
import { bytesAt, fakeIo, transcript, type World } from '../fake-io.ts'
import { gb18030 } from '../gb18030.ts'

const heading = '案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'

interface Fixed {
  readonly exitCode: number
  readonly out: string
  readonly err: string
  readonly text: string | undefined
}

async function fixed(source: string | Uint8Array, ...options: readonly string[]): Promise<Fixed> {
  const io = fakeIo({ files: { '凌源.csv': source } })
  const exitCode = await run(['fix', '凌源.csv', ...options], io)
  const bytes = io.files.get('/办案/凌源-修正.csv')
  return {
    exitCode,
    ...io.printed,
    text: bytes instanceof Uint8Array ? Buffer.from(bytes).toString() : undefined,
  }
}

const number = '朝凌市监处罚〔2024〕1号'

test.each([
  ['a day with points', 'filed', '2024.3.5', '2024-03-05'],
  ['a day in Chinese', 'filed', '2024年3月5日', '2024-03-05'],
  ['a day in full-width digits', 'filed', '２０２４／３／５', '2024-03-05'],
  ['a day with a zero-width sign in it', 'filed', '2024\u200b-03-05', '2024-03-05'],
  ['a day as a spreadsheet counts', 'filed', '45356', '2024-03-05'],
  ['a type with what people put around it', 'type', '侵犯注册商标专用权案', '商标侵权'],
  ['a type with a blank in it', 'type', '商标 侵权', '商标侵权'],
  ['a tick', 'published', '√', '是'],
  ['不公开', 'published', '不公开', '否'],
  ['a stand-in for blank', 'remark', '无', ''],
  ['a full stop behind a link', 'url', 'https://a.example/1。', 'https://a.example/1'],
  ['a label before a link', 'url', '公开网址：https://a.example/1', 'https://a.example/1'],
  ['a mark of direction', 'outcome', '\u200e行政处罚', '行政处罚'],
  ['a wide space around', 'remark', '\u3000某某\u00a0', '某某'],
])('%s is put right', async (_, column, from, to) => {
  const row = (text: string): string => {
    const cells = {
      type: '商标侵权',
      number,
      filed: '2024-03-05',
      closed: '2024-04-18',
      outcome: '行政处罚',
      published: '是',
      url: 'https://a.example/9',
      remark: '',
      [column]: text,
    }
    return `${heading}\r\n"${cells.type}",${Object.values(cells).slice(1).join(',')}\r\n`
  }
  expect((await fixed(row(from))).text).toEqual(row(to))
})

const doubtful = [
  ['brackets of a number', `商标侵权,朝凌市监处罚[2024]1号,2024-03-05,,,,,`, '朝凌市监处罚〔2024〕1号'],
  ['digits of a number', `商标侵权,朝凌市监处罚〔2024〕１号,2024-03-05,,,,,`, number],
  ['what nobody sees in a number', `商标侵权,${number.replace('1号', '\u200b1号')},2024-03-05,,,,,`, number],
  ['a type that is guessed', `商标侵杈,${number},2024-03-05,,,,,`, '商标侵权'],
  ['a reason behind an answer', `商标侵权,${number},2024-03-05,2024-04-18,行政处罚,依法不公开,,`, '否'],
  ['an answer that is to come', `商标侵权,${number},2024-03-05,2024-04-18,行政处罚,拟公开,,`, '否'],
  [
    'an address without its beginning',
    `商标侵权,${number},2024-03-05,2024-04-18,行政处罚,是,a.example/1,`,
    'http://a.example/1',
  ],
  [
    'words beside an address',
    `商标侵权,${number},2024-03-05,2024-04-18,行政处罚,是,见 https://a.example/1,`,
    'https://a.example/1；见',
  ],
] as const

test.each(doubtful)('%s: proposed, not changed', async (_, row, to) => {
  const { out, text } = await fixed(`${heading}\n${row}\n`, '-f', 'json')
  const [log] = fixDocument.parse(JSON.parse(out)).logs
  expect({ made: log?.made, proposed: log?.proposed.map((edit) => edit.to), text }).toEqual({
    made: [],
    proposed: [to],
    text: undefined,
  })
})

const clumsy = `${heading}\n商标侵权案,${number},2024.3.5,2024/4/18,行政处罚,已公开,https://a.example/1。,/\n`
const world: World = { files: { '凌源.csv': clumsy } }

test('each repair is listed with its place, what stood there, what stands there and why', async () => {
  expect((await transcript(['fix', '凌源.csv'], world)).out).toEqual(
    [
      '凌源.csv',
      '  改了 6 处',
      '    凌源.csv:2 A列 案件类型  「商标侵权案」 → 「商标侵权」（同一案件类型的另一种写法）',
      '    凌源.csv:2 C列 立案时间  「2024.3.5」 → 「2024-03-05」（同一日期的另一种写法）',
      '    凌源.csv:2 D列 结案时间  「2024/4/18」 → 「2024-04-18」（同一日期的另一种写法）',
      '    凌源.csv:2 F列 是否公开  「已公开」 → 「是」（“是”“否”的另一种写法）',
      '    凌源.csv:2 G列 公开网址  「https://a.example/1。」 → 「https://a.example/1」（网址前后的标点、空格不属网址）',
      '    凌源.csv:2 H列 备注  「/」 → 空白（空白不必写字或符号）',
      '已写入 凌源-修正.csv（改了 6 处）',
      '下一步：核对改好的：ipcase validate 凌源-修正.csv',
      '',
    ].join('\n'),
  )
})

test('a dry run writes nothing and lists the same', async () => {
  const { out, text } = await fixed(clumsy, '--dry-run')
  expect([out.split('\n')[1], text]).toEqual(['  要改 6 处', undefined])
})

test('in place, what stood there is kept once and never lost', async () => {
  const io = fakeIo(world)
  expect(await run(['fix', '凌源.csv', '--in-place', '-q'], io)).toEqual(0)
  const kept = bytesAt(io, '凌源.csv.bak')
  expect(kept.toString()).toEqual(clumsy)
  const after = bytesAt(io, '凌源.csv')
  expect(await run(['fix', '凌源.csv', '--in-place', '-q'], io)).toEqual(0)
  expect(await run(['fix', '凌源.csv', '--in-place', '--force', '-q'], io)).toEqual(0)
  expect(bytesAt(io, '凌源.csv')).toEqual(after)
  expect(bytesAt(io, '凌源.csv.bak')).toEqual(kept)
})

test('in place, a former copy is not replaced unasked, and then nothing is changed', async () => {
  const io = fakeIo({ files: { '凌源.csv': clumsy, '凌源.csv.bak': '以前的' } })
  expect(await run(['fix', '凌源.csv', '--in-place', '-q'], io)).toEqual(3)
  expect(io.printed.err).toContain('凌源.csv.bak 已经存在')
  expect(bytesAt(io, '凌源.csv').toString()).toEqual(clumsy)
})

test('a GB18030 log stays one', async () => {
  const io = fakeIo({ files: { '凌源.csv': gb18030(clumsy) } })
  await run(['fix', '凌源.csv', '-q'], io)
  expect(new TextDecoder('gb18030').decode(bytesAt(io, '凌源-修正.csv'))).toEqual(
    `${heading}\n商标侵权,${number},2024-03-05,2024-04-18,行政处罚,是,https://a.example/1,\n`,
  )
})

const page = `<html><table><tr><td>${heading.replaceAll(',', '</td><td>')}</td></tr></table></html>`

test.each([
  ['an output that is there', ['凌源.csv'], { '凌源-修正.csv': '' }, 3, '凌源-修正.csv 已经存在'],
  ['no log', ['没有.csv'], {}, 3, '不存在'],
  ['no heading', ['空.csv'], { '空.csv': '甲,乙\n' }, 3, '没有找到表头'],
  [
    'one file for two logs',
    ['凌源.csv', '乙.csv', '-o', '丙.csv'],
    { '乙.csv': clumsy },
    2,
    '不能都写到一个文件里',
  ],
  ['a page', ['页.xls'], { '页.xls': page }, 3, '另存为 .xlsx'],
  ['both ways', ['凌源.csv', '--in-place', '-o', '丙.csv'], {}, 2, '不能一起用'],
])('%s is refused in a sentence', async (_, words, files, exitCode, said) => {
  const refused = await transcript(['fix', ...words], { files: { ...world.files, ...files } })
  expect(refused.exitCode).toEqual(exitCode)
  expect(refused.err).toContain(said)
})

test('a log that cannot be put right does not keep the others from it', async () => {
  const { out, exitCode } = await transcript(['fix', '没有.csv', '凌源.csv'], world)
  expect([exitCode, out.split('\n').at(-2)]).toEqual([3, '已写入 凌源-修正.csv（改了 6 处）'])
})

test('a log from standard input goes to standard output, and the list beside it', async () => {
  const { out, err } = await transcript(['fix', '-'], { stdin: clumsy })
  expect(out).toEqual(
    `${heading}\n商标侵权,${number},2024-03-05,2024-04-18,行政处罚,是,https://a.example/1,\n`,
  )
  expect(err.split('\n')[1]).toEqual('  改了 6 处')
})

test('a character that GBK does not have leaves its cell, and is said', async () => {
  const name = Uint8Array.of(0x95, 0x34, 0xb2, 0x35)
  const log = Buffer.concat([
    gb18030(`${heading}\n商标侵权,${number},2024-03-05,,,,,\u3000`),
    name,
    gb18030('\n'),
  ])
  const { out, text } = await fixed(log, '-f', 'json')
  const [only] = fixDocument.parse(JSON.parse(out)).logs
  expect({ made: only?.made, text, reasons: only?.proposed.map(({ reason }) => reason) }).toEqual({
    made: [],
    text: undefined,
    reasons: ['台账的编码（GBK）里没有这一格要写的字，没有改；请自己改，或把台账另存为 UTF-8'],
  })
})
