import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { bytesAt, fakeIo, transcript, type World } from '../fake-io.ts'
import { log, receipt, stillOpen } from './returns.ts'

const row = (count: number, closed = '2024-04-18', more = '') =>
  `${count},商标侵权,凌市监处罚〔2024〕${count}号,2024-03-05,${closed},行政处罚,是,https://a.example.gov.cn/${count},${more}`

const other = '1,商标代理,凌市监处罚〔2024〕30号,2024-02-06,2024-03-01,罚款,是,https://a.example.gov.cn/30,'
const notACase = '1,假冒专利,,2024-02-06,,不予立案,,,'

async function told(old: string, current: string, files: World['files'], ...more: readonly string[]) {
  const asked = ['diff', old, current, '--as-of', '2024-06-07', '--fail-on', 'never', ...more]
  return await transcript(asked, { files: { ...files } })
}

/** The lines between the sum and the first list. */
async function notes(old: string, current: string, files: World['files'], stdin?: string) {
  const world = { files: { ...files }, ...(stdin !== undefined && { stdin }) }
  const asked = ['diff', old, current, '--as-of', '2024-06-07', '--fail-on', 'never']
  const { out, err } = await transcript(asked, world)
  return [err, ...(out.split('\n\n')[0] ?? '').trimEnd().split('\n').slice(2)]
}

test('what no table lists is no difference, and is counted', async () => {
  const files = { 'a.csv': log(row(1)), 'b.csv': log(row(1), other, notACase) }
  const { out } = await told('a.csv', 'b.csv', files)
  expect(out).toBe(
    [
      'a.csv → b.csv',
      '原来 1 件，现在 1 件：新增 0，减少 0，新办结 0，疑似换了编号 0，改动 0 处',
      '不列入统计表的（不属统计范围、不予立案）没有比：原来 0 件，现在 2 件。',
      '',
    ].join('\n'),
  )
})

test('two units are no two returns of one; the unit of the configuration makes them none', async () => {
  const files = {
    'a.csv': log(row(1)),
    'b.csv': log(row(1)).replaceAll('凌源市', '北票市'),
    'c.csv': log(row(1)).replaceAll('凌源市市场监督管理局', '朝阳市凌源市'),
    'ipcase.config.json': '{"unit": "凌源市"}',
  }
  expect(await notes('a.csv', 'b.csv', files)).toEqual([
    '',
    '原来的填报单位是凌源市市场监督管理局，现在的是北票市市场监督管理局：不像同一个单位的两次报送，请检查是不是选错了文件。',
  ])
  expect(await notes('a.csv', 'c.csv', files)).toEqual([''])
})

test('a receipt that was altered, and another period, are told of', async () => {
  const [[path = '', bytes] = []] = Object.entries(
    receipt({ period: { name: 'since-last', from: null, to: '2024-06-07' as never } }),
  )
  const whole = new TextDecoder().decode(bytes)
  const files = { [path]: whole, 'altered.json': whole.replace('行政处罚', '罚款'), 'b.csv': log(row(1)) }
  const period =
    '统计期间：原来 since-last，到 2024-06-07；现在 不详。期间不同，一边不列的案件会算在“新增”“减少”里。'
  expect(await notes(path, 'b.csv', files)).toEqual(['', period])
  expect(await notes('altered.json', 'b.csv', files)).toEqual([
    '',
    period,
    'altered.json 登记以后被改动过，不能作报送的凭据；下面是按改动后的内容比的。',
  ])
})

test('rows that could not be read, and files that may be a part of the return, are told of', async () => {
  const files = {
    'a.csv': log(row(1)),
    '夹/b.csv': log(row(1), '"2,商标侵权,凌市监立〔2024〕9号'),
    '夹/c.pdf': '%PDF-1.4',
  }
  const said = await notes('a.csv', '夹', files)
  expect(said[1]).toBe('夹 有读不出来的行，没有读到的案件会算在“新增”“减少”里：先用 ipcase validate 核对。')
  expect(said[2]).toMatch(/^夹\/c\.pdf 没有读：/)
})

test('standard input is one side, also as the JSON of a report', async () => {
  const files = { 'a.csv': log(row(1)) }
  const json = (await transcript(['report', 'a.csv', '-f', 'json', '-q', '--as-of', '2024-06-07'], { files }))
    .out
  expect(await notes('a.csv', '-', files, log(row(1)))).toEqual([''])
  expect(await notes('-', 'a.csv', files, `\uFEFF${json}`)).toEqual([''])
  const both = await told('-', '-', files)
  expect([both.exitCode, both.err]).toEqual([2, 'ipcase：标准输入只能作一边\n  请把另一边写成文件。\n'])
})

test.each(['{', '{"a": 1}', '{}'])('%j is no return, and no fault of the program', async (text) => {
  const { exitCode, err } = await told('坏.json', 'a.csv', { '坏.json': text, 'a.csv': log(row(1)) })
  expect([exitCode, err]).toEqual([
    3,
    'ipcase：坏.json 不是 ipcase report 写出的 JSON\n  可用的有台账、报表（.xlsx、.docx、.csv，或 report -f json 的结果）。\n',
  ])
})

test('a quiet run is silent where nothing differs, and leaves lesser findings out', async () => {
  const files = { 'a.csv': log(row(1), stillOpen), 'b.csv': log(row(1), row(4, '2024-05-20')) }
  const quiet = (old: string, current: string) => told(old, current, files, '-q')
  expect((await quiet('a.csv', 'a.csv')).out).toBe('')
  expect((await quiet('a.csv', 'b.csv')).out).not.toContain('要核对的')
  expect((await told('a.csv', 'b.csv', files)).out).toContain('要核对的')
})

test('two cases of one type without a number keep their own closings', async () => {
  const open = (filed: string) => `1,专利纠纷调解,,${filed},,在办,,,`
  const closed = (filed: string, on: string) => `1,专利纠纷调解,,${filed},${on},达成调解协议,否,,`
  const files = {
    'a.csv': log(open('2024-03-05'), open('2024-03-06')),
    'b.csv': log(closed('2024-03-05', '2024-05-01'), closed('2024-03-06', '2024-05-09')),
  }
  expect((await told('a.csv', 'b.csv', files)).out).toContain(
    [
      '新办结 2 件',
      '  专利纠纷调解  （没有编号，2024-03-05 立案）  2024-05-01 结案，达成调解协议',
      '  专利纠纷调解  （没有编号，2024-03-06 立案）  2024-05-09 结案，达成调解协议',
      '',
    ].join('\n'),
  )
})

test('as a workbook it opens on what was compared, with a sheet a kind of difference', async () => {
  const files = {
    'a.csv': log(row(1), stillOpen),
    'b.csv': log(row(1, '2024-04-18', '已执行'), other, row(5)),
  }
  const io = fakeIo({ files })
  await run(['diff', 'a.csv', 'b.csv', '-o', '变化.xlsx', '--as-of', '2024-06-07'], io)
  const { SheetNames, Sheets } = read(bytesAt(io, '变化.xlsx'))
  const rowsOf = (name: string | undefined) =>
    utils.sheet_to_json<string[]>(Sheets[name ?? ''] ?? {}, { header: 1, defval: '' })
  expect(SheetNames).toEqual([
    '概况',
    '新增（1）',
    '减少（1）',
    '新办结（0）',
    '疑似换了编号（0）',
    '改动（1）',
    '要核对的（1）',
  ])
  expect(rowsOf(SheetNames[0]).map(([name]) => name)).toEqual([
    '项目',
    '原来',
    '现在',
    '以哪一天为准',
    '结果',
    '注意',
  ])
  expect(rowsOf(SheetNames[5])).toEqual([
    ['案件类型', '案件编号', '立案时间', '栏目', '原来', '现在'],
    ['商标侵权', '凌市监处罚〔2024〕1号', '2024-03-05', '备注', '', '已执行'],
  ])
})
