import { expect, test } from 'vitest'
import { receiptBytes } from '../../src/archive/receipt-file.ts'
import { day } from '../../src/model/date.ts'
import { receiptOf } from '../archive/receipt.ts'
import { transcript } from '../fake-io.ts'
import { env, receipt } from './returns.ts'

const deadline = ['deadline', '--as-of', '2024-06-12']
const statuses = (out: string) =>
  JSON.parse(out).rounds.map(({ status, submittedOn }: { status: string; submittedOn: string }) => [
    status,
    submittedOn,
  ])

test('deadline knows what is handed in', async () => {
  const files = { ...receipt({ day: day('2024-06-12') }) }
  const json = await transcript([...deadline, '--unit', '凌源', '-f', 'json'], { env, files })
  expect([json.exitCode, JSON.parse(json.out).current, statuses(json.out)]).toEqual([
    0,
    '2024-09',
    [
      ['submitted-late', '2024-06-12'],
      ['open', null],
      ['open', null],
    ],
  ])
})

test('of several returns for a round the first day counts', async () => {
  const corrected = receiptOf({ day: day('2024-06-12'), revision: 2 })
  const files = {
    '存档/2024-06/凌源市.1.json': receiptBytes(receiptOf()),
    '存档/2024-06/凌源市.json': receiptBytes(corrected),
  }
  const { out } = await transcript([...deadline, '--unit', '凌源市', '-f', 'json'], { env, files })
  expect(statuses(out)[0]).toEqual(['submitted', '2024-06-07'])
})

test('the only unit of an archive need not be named', async () => {
  const { exitCode, err } = await transcript(deadline, { env, files: receipt() })
  expect([exitCode, err]).toEqual([0, '报送记录：凌源市市场监督管理局，存档里只有这一个单位。\n'])
})

test('of several units one must be named where the notice lists none', async () => {
  const files = { ...receipt(), ...receipt({ unit: '北票市市场监督管理局', unitKey: '北票市' }) }
  expect(await transcript([...deadline, '--programme', 'beichen'], { env, files })).toEqual({
    exitCode: 2,
    out: '',
    err: 'ipcase：存档 存档 里有 2 个单位的报送记录\n  请用 --unit 写明是哪一个：凌源市、北票市。\n',
  })
})

test('an empty archive, and a unit without receipts, are said to be so', async () => {
  expect((await transcript(deadline, { env })).err).toBe('存档 存档 里还没有报送记录。\n')
  const { exitCode, err } = await transcript([...deadline, '--unit', '北票市'], { env, files: receipt() })
  expect([exitCode, err]).toEqual([4, '存档 存档 里没有北票市的报送记录。\n'])
})

test('a damaged receipt proves no return', async () => {
  const { exitCode, err } = await transcript([...deadline, '--unit', '凌源市'], {
    env,
    files: { '存档/2024-06/凌源市.json': '' },
  })
  expect([exitCode, err]).toEqual([
    4,
    '存档/2024-06/凌源市.json 不作依据：不是完整的 JSON 文件\n存档 存档 里没有凌源市的报送记录。\n',
  ])
})
