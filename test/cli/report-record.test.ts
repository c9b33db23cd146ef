import { expect, test } from 'vitest'
import { receiptBytes } from '../../src/archive/receipt-file.ts'
import { receiptOf } from '../archive/receipt.ts'
import { transcript } from '../fake-io.ts'
import { closed, env, log, receipt, returning, runs, wrong } from './returns.ts'

const report = ['report', '凌源.csv']

test.each([
  [[], env, 'ipcase record 报送的文件；写成文件（-o）时加 --record'],
  [['-o', '表.xlsx', '-o', '表.docx'], env, 'ipcase record 表.xlsx；出表时加 --record'],
  [['-o', '表.json'], env, 'ipcase record 报送的文件；写成文件（-o）时加 --record'],
  [['-o', '表.docx'], {}, 'ipcase record 表.docx --archive 报送存档；出表时加 --record'],
  [['-o', '表.csv', '--period', '2024-Q2'], env, 'ipcase record 表.csv --period 2024-Q2；出表时加 --record'],
])('after a table one line says how to record it: %j', async (args, variables, said) => {
  const { err } = await transcript([...report, ...args], { ...returning(closed(1)), env: variables })
  expect(err).toMatch(new RegExp(`报送以后登记：${said.replace(/[()]/g, '.')}，可一并登记。\\n$`))
})

test('a table with errors, and a quiet run, say nothing of recording', async () => {
  const faulty = await transcript([...report, '--allow-errors'], returning(closed(1), wrong))
  const quiet = await transcript([...report, '-q'], returning(closed(1)))
  expect(`${faulty.err}${quiet.err}`).not.toContain('报送以后登记')
})

test('report --record writes the table and its receipt, of its own rows', async () => {
  const line = [
    ...report,
    '-o',
    '表.csv',
    '-o',
    '表.md',
    '-o',
    '表.json',
    '--record',
    '--period',
    '2024-Q2',
    '-q',
  ]
  const old = closed(2).replace('2024-03-05', '2023-03-05').replace('2024-04-18', '2023-04-18')
  const { exitCode, out, receipts, contentOf } = await runs(returning(closed(1), old), line)
  expect([exitCode, out, receipts]).toEqual([
    0,
    '已登记：凌源市市场监督管理局，2024-06 期，2024年6月7日报送，案件 1 件\n  存档/2024-06/凌源市.json\n',
    ['2024-06/凌源市.json'],
  ])
  const { file, others, period, leftOut, cases } = contentOf('2024-06/凌源市.json')
  expect({ file, others, period, leftOut, cases: cases.length }).toEqual({
    file: { name: '表.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    others: [{ name: '表.md', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    period: { name: '2024-Q2', from: '2024-04-01', to: '2024-06-07' },
    leftOut: 1,
    cases: 1,
  })
})

test('every file that was written with the table is known when it is verified', async () => {
  const line = [...report, '-o', '表.csv', '-o', '表.md', '--record', '-q']
  const { exitCode, out } = await runs(returning(closed(1)), line, ['record', '--verify', '表.md'])
  expect([exitCode, out]).toEqual([
    0,
    expect.stringContaining('√ 表.md 与 存档/2024-06/凌源市.json 登记的文件相同'),
  ])
})

test('what is recorded already is refused before a file is written', async () => {
  const files = { ...receipt(), '凌源.csv': log(closed(1)) }
  const line = [...report, '-o', '表.csv', '--record']
  const { exitCode, out, err, receipts } = await runs({ env, files }, line)
  expect([exitCode, out, receipts]).toEqual([3, '', ['2024-06/凌源市.json']])
  expect(err).toContain('ipcase：凌源市市场监督管理局 2024-06 期已有报送记录：2024-06-07 报送，凌源.xlsx')
  const corrected = await runs({ env, files }, [...line, '--force'])
  expect([corrected.exitCode, corrected.receipts]).toEqual([
    0,
    ['2024-06/凌源市.1.json', '2024-06/凌源市.json'],
  ])
  expect(corrected.err).toContain('登记：这一期的第 2 次，以前的记录另存在旁边。\n')
})

test('a table that is withheld is not recorded', async () => {
  const { exitCode, receipts } = await runs(returning(closed(1), wrong), [
    ...report,
    '-o',
    '表.csv',
    '--record',
  ])
  expect([exitCode, receipts]).toEqual([1, []])
})

test.each([
  ['no archive', ['-o', '表.csv'], {}, '没有写明存档在哪里'],
  ['no file', [], env, '--record 要登记写出的表，没有写明写成什么文件\n  请用 -o 写明，如 -o 统计表.xlsx。'],
  ['no table among the files', ['-o', '表.json'], env, '--record 要登记写出的表，没有写明写成什么文件'],
])('with %s there is nothing to record', async (_, args, variables, said) => {
  const told = await transcript([...report, '--record', ...args], { ...returning(closed(1)), env: variables })
  expect([told.exitCode, told.out, told.err]).toEqual([2, '', expect.stringContaining(said)])
})

test('a unit that nobody names is asked for', async () => {
  const files = { '凌源.csv': log(closed(1)).split('\n').slice(1).join('\n') }
  const told = await transcript([...report, '--record', '-o', '表.csv'], { env, files })
  expect([told.exitCode, told.out, told.err]).toEqual([
    2,
    '',
    expect.stringContaining('请用 --unit 写明填报单位。'),
  ])
})

const verify = ['record', '--verify']

test('every receipt is proved anew', async () => {
  const files = { ...receipt(), ...receipt({ unit: '北票市市场监督管理局', unitKey: '北票市', cases: [] }) }
  expect(await transcript(verify, { env, files })).toEqual({
    exitCode: 0,
    out: [
      '√ 存档/2024-06/凌源市.json  凌源市市场监督管理局，2024-06-07 报送，案件 1 件',
      '√ 存档/2024-06/北票市.json  北票市市场监督管理局，2024-06-07 报送，案件 0 件',
      '共 2 条报送记录，全部完好。',
      '',
    ].join('\n'),
    err: '',
  })
})

test('what was changed, cut or moved is named, and exits with 1', async () => {
  const bytes = receiptBytes(receiptOf())
  const changed = new TextDecoder().decode(bytes).replace('2024-06-07', '2024-06-06')
  const files = {
    '存档/2024-06/北票市.json': bytes,
    '存档/2024-06/凌源市.json': changed,
    '存档/2024-06/凌源市.1.json': bytes,
    '存档/2024-09/凌源市.json': bytes.subarray(0, 100),
    '存档/2024-09/说明.txt': '九月的',
  }
  expect(await transcript([...verify, '-q'], { env, files })).toEqual({
    exitCode: 1,
    out: [
      '× 存档/2024-06/凌源市.json  不作依据：登记以后被改动过',
      '× 存档/2024-06/北票市.json  不作依据：不在登记时的位置，被移动或改名过',
      '× 存档/2024-09/凌源市.json  不作依据：不是完整的 JSON 文件',
      '共 4 条报送记录，其中 3 条不作依据。',
      '',
    ].join('\n'),
    err: '',
  })
})

test('a file is proved to be the one that was handed in', async () => {
  const start = returning(closed(1))
  const { exitCode, out } = await runs(start, ['record', '凌源.csv'], [...verify, '凌源.csv', '-q'])
  expect([exitCode, out]).toEqual([
    0,
    '√ 凌源.csv 与 存档/2024-06/凌源市.json 登记的文件相同\n共 1 条报送记录，全部完好。\n',
  ])
})

test('a file that was changed since is not', async () => {
  const files = { ...returning(closed(1)).files, '改过.csv': log(closed(1), closed(2)) }
  const lines = [
    ['record', '凌源.csv'],
    [...verify, '改过.csv', '-q'],
  ]
  const { exitCode, out } = await runs({ env, files }, ...lines)
  expect([exitCode, out]).toEqual([
    1,
    '× 改过.csv 与哪一条记录登记的文件都不相同\n共 1 条报送记录，全部完好。\n',
  ])
})

test('a quiet record says what was recorded, and of findings only those that matter', async () => {
  const noted = returning(closed(2))
  const quiet = await runs(noted, ['record', '凌源.csv', '-q'])
  expect([quiet.exitCode, quiet.err]).toEqual([0, ''])
  const faulty = await runs(returning(closed(1), wrong), ['record', '凌源.csv', '-q'])
  expect([faulty.exitCode, faulty.err.includes('[closed-before-filed]')]).toEqual([1, true])
})

test('an empty archive has nothing to prove', async () => {
  expect(await transcript(verify, { env })).toEqual({
    exitCode: 0,
    out: '存档 存档 里没有报送记录。\n',
    err: '',
  })
})
