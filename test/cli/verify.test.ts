import { expect, test } from 'vitest'
import { receiptBytes } from '../../src/archive/receipt-file.ts'
import { receiptOf } from '../archive/receipt.ts'
import { transcript } from '../fake-io.ts'
import { closed, env, log, receipt, returning, runs, wrong } from './returns.ts'

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
