import { expect, test } from 'vitest'
import { day } from '../../src/model/date.ts'
import { transcript } from '../fake-io.ts'
import { closed, env, log, receipt, runs, stillOpen } from './returns.ts'

const signed = (unit: string, ...rows: readonly string[]) =>
  log(...rows).replace('凌源市市场监督管理局', unit)

const spellings = ['双塔', '双塔区', '双塔区市场监管局', '朝阳市双塔区市场监督管理局']

test.each(spellings)('%s finds what 双塔区 has returned, and is no second unit', async (unit) => {
  const { exitCode, err, receipts } = await runs(
    {
      env,
      files: { '六月.csv': signed('双塔区', closed(1), stillOpen), '九月.csv': signed(unit, closed(1)) },
    },
    ['record', '六月.csv'],
    ['record', '九月.csv', '--as-of', '2024-09-09', '--allow-errors'],
  )
  expect([exitCode, receipts]).toEqual([1, ['2024-06/双塔区.json', '2024-09/双塔区.json']])
  expect(err).toContain('[case-vanished]')
})

test.each(spellings)('deadline --unit %s knows what is handed in', async (unit) => {
  const files = receipt({ unit: '双塔区市场监管局', unitKey: '双塔区', cases: [] })
  const { out } = await transcript(['deadline', '--unit', unit, '-f', 'json'], { env, files })
  expect(JSON.parse(out).rounds[0].status).toBe('submitted')
})

test('a receipt under a spelling that was once taken for a unit of its own is the unit’s', async () => {
  const unit = '朝阳市双塔区市场监督管理局'
  const files = { ...receipt({ unit, unitKey: '朝阳市双塔区' }), '双塔.csv': signed('双塔区', closed(1)) }
  const refused = await transcript(['record', '双塔.csv'], { env, files })
  expect([refused.exitCode, refused.err]).toEqual([
    3,
    expect.stringContaining(`${unit} 2024-06 期已有报送记录`),
  ])
  const { receipts, contentOf } = await runs({ env, files }, ['record', '双塔.csv', '--force'])
  expect(receipts).toEqual(['2024-06/朝阳市双塔区.json', '2024-06/双塔区.json'])
  expect(contentOf('2024-06/双塔区.json').revision).toBe(2)
})

test('a name that fits the county and the city is asked about', async () => {
  const files = { '朝阳.csv': signed('朝阳市场监管局', closed(1)) }
  const said = '“朝阳市场监管局”可能是朝阳县，也可能是朝阳市\n  请用 --unit 写明，如 --unit 朝阳县。\n'
  for (const command of ['record', 'report']) {
    const { exitCode, err, out } = await transcript([command, '朝阳.csv'], { env, files })
    expect({ exitCode, err, out }).toEqual({ exitCode: 2, err: `ipcase：${said}`, out: '' })
  }
  const named = await runs({ env, files }, ['record', '朝阳.csv', '--unit', '朝阳县'])
  expect([named.exitCode, named.receipts]).toEqual([0, ['2024-06/朝阳县.json']])
})

test('without an archive nobody asks', async () => {
  const files = { '朝阳.csv': signed('朝阳市场监管局', closed(1)) }
  expect((await transcript(['report', '朝阳.csv'], { files })).exitCode).toBe(0)
})

const beichen = ['--programme', 'beichen', '--round', '2024-07']

test('a unit on no list that looks like one in the archive is asked about, and believed when named', async () => {
  const files = {
    ...receipt({
      unit: '北辰区',
      unitKey: '北辰区',
      programme: 'beichen',
      day: day('2024-05-05'),
      round: '2024-05',
    }),
    '北辰.csv': signed('天津市北辰区市场监督管理局'),
  }
  const asked = await transcript(['record', '北辰.csv', ...beichen], { env, files })
  expect(asked).toEqual({
    exitCode: 2,
    out: '',
    err: 'ipcase：存档里有北辰区的报送记录，不知道“天津市北辰区市场监督管理局”是不是同一个单位\n  是的，用 --unit 北辰区 写明；不是的，用 --unit 写明它的全称，写明的照办。\n',
  })
  const other = await runs({ env, files }, ['record', '北辰.csv', '--unit', '天津市北辰区', ...beichen])
  expect(other.receipts).toContain('2024-07/天津市北辰区.json')
  const same = await runs({ env, files }, ['record', '北辰.csv', '--unit', '北辰区', ...beichen])
  expect(same.receipts).toContain('2024-07/北辰区.json')
})

test('an unknown unit that looks like nobody is recorded like any other', async () => {
  const files = { ...receipt(), '朝阳.csv': signed('北京市朝阳区市场监督管理局', closed(1)) }
  const { exitCode, receipts } = await runs({ env, files }, ['record', '朝阳.csv'])
  expect([exitCode, receipts]).toEqual([0, ['2024-06/凌源市.json', '2024-06/北京市朝阳区.json']])
})
