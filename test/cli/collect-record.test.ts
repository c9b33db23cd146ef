import { expect, test } from 'vitest'
import type { World } from '../fake-io.ts'
import { headings, runs } from './returns.ts'

const row = (unit: string, count: number, closed = '2024-04-18') =>
  `${count},商标侵权,朝市监${unit}处罚〔2024〕${count}号,2024-03-05,${closed},行政处罚,是,https://www.gsxt.gov.cn/${unit}/${count},`

/** As a county sends it; the day is the form's own. */
function returned(unit: string, date: string, ...rows: readonly string[]): string {
  const day = date === '' ? '' : `,时间：${date}`
  return [`填报单位：${unit}市场监督管理局${day}`, headings, ...rows, ''].join('\n')
}

const twice = returned('北票市', '2024年6月7日', row('北票市', 1))

const files = {
  '报送/双塔.csv': returned('双塔区', '2024年6月6日', row('双塔区', 1), row('双塔区', 2)),
  '报送/龙城/一.csv': returned('龙城区', '2024年6月7日', row('龙城区', 1)),
  '报送/龙城/二.csv': returned('龙城区', '2024年6月8日', row('龙城区', 2)),
  '报送/朝阳县.csv': returned('朝阳县', ''),
  '报送/建平县.csv': returned('建平县', '2024年6月7日', row('建平县', 1, '2024-13-18')),
  '报送/喀左.pdf': '%PDF-1.4',
  '报送/北票.csv': twice,
  '报送/北票 2.csv': twice,
  '报送/凌源.csv': returned('凌源市', '2024年6月12日', row('凌源市', 1)),
}

const world: World = { files, env: { IPCASE_ARCHIVE: '存档' }, written: '2024-06-09T04:00:00Z' }
const record = ['collect', '报送', '--record', '--as-of', '2024-06-12', '--round', '2024-06'] as const

/** What is said of the recording, behind all that is said of the returns. */
const saidIn = (err: string): readonly string[] => err.slice(err.indexOf('登记到')).trimEnd().split('\n')

test("each unit's return is noted with the day it came; one with a fault is not, and that is said", async () => {
  const { exitCode, err, receipts, contentOf } = await runs(world, record)
  expect(exitCode).toBe(3)
  expect(saidIn(err)).toEqual([
    '登记到 存档（2024-06 期）：',
    '  已登记  双塔区                  2024年6月6日报送（推定，按表上的时间），案件 2 件，存档/2024-06/双塔区.json',
    '  已登记  龙城区                  2024年6月8日报送（推定，按表上的时间），案件 2 件，存档/2024-06/龙城区.json',
    '  已登记  朝阳县                  2024年6月9日收到（推定，按文件的日期），零报告，存档/2024-06/朝阳县.json',
    '  已登记  凌源市                  2024年6月12日报送（推定，按表上的时间），案件 1 件，存档/2024-06/凌源市.json',
    '  没登记  建平县                  有错误 1 处，退回改正以后再登记',
    '  没登记  喀喇沁左翼蒙古族自治县  报送/喀左.pdf 读不了，请按上面所说的办',
    '  没登记  北票市                  同样的案件报了两份，不知道以哪一份为准',
  ])
  expect(receipts.toSorted()).toEqual([
    '2024-06/凌源市.json',
    '2024-06/双塔区.json',
    '2024-06/朝阳县.json',
    '2024-06/龙城区.json',
  ])
  expect(contentOf('2024-06/龙城区.json')).toMatchObject({
    unit: '龙城区市场监督管理局',
    unitKey: '龙城区',
    day: '2024-06-08',
    dayFrom: 'form',
    file: { name: '一.csv' },
    others: [{ name: '二.csv' }],
    period: { name: 'all', from: null, to: '2024-06-12' },
    cases: { length: 2 },
  })
})

test('a script reads the same from the document', async () => {
  const { out } = await runs(world, [...record, '-f', 'json'])
  const { recorded } = JSON.parse(out)
  expect(recorded).toMatchObject({
    archive: '存档',
    unchanged: [],
    refused: [
      { unit: '建平县', reason: '有错误 1 处，退回改正以后再登记' },
      { unit: '喀喇沁左翼蒙古族自治县' },
      { unit: '北票市' },
    ],
    differing: [],
  })
  expect(recorded.recorded.map(({ unit }: { unit: string }) => unit)).toEqual([
    '双塔区',
    '龙城区',
    '朝阳县',
    '凌源市',
  ])
  expect(recorded.recorded[1]).toEqual({
    unit: '龙城区',
    path: '存档/2024-06/龙城区.json',
    day: '2024-06-08',
    dayFrom: 'form',
    cases: 2,
    leftOut: 0,
    revision: 1,
  })
  const again = await runs(world, record, [...record, '-f', 'json'])
  expect(JSON.parse(again.out).recorded.unchanged).toHaveLength(4)
})

test('the digest is that of the file, and the receipts are sound', async () => {
  const { receipts, contentOf } = await runs(world, record)
  const { createHash } = await import('node:crypto')
  const sha256 = createHash('sha256').update(files['报送/双塔.csv']).digest('hex')
  expect(contentOf('2024-06/双塔区.json').file).toEqual({ name: '双塔.csv', sha256 })
  const verified = await runs(world, record, ['record', '--verify'])
  expect([verified.exitCode, receipts.length]).toEqual([0, 4])
})

test('then deadline knows who is missing; the day of a file makes nobody late', async () => {
  const downloaded = { ...world, written: '2024-06-12T04:00:00Z' }
  const { exitCode, out } = await runs(downloaded, record, [
    'deadline',
    '--as-of',
    '2024-06-12',
    '-f',
    'json',
  ])
  const { units } = JSON.parse(out)
  expect([
    exitCode,
    units.map(({ unit, status, presumed }: Record<string, string>) => [unit, status, presumed]),
  ]).toEqual([
    4,
    [
      ['双塔区', 'on-time', true],
      ['龙城区', 'on-time', true],
      ['朝阳县', 'nil', true],
      ['建平县', 'missing', false],
      ['喀喇沁左翼蒙古族自治县', 'missing', false],
      ['北票市', 'missing', false],
      ['凌源市', 'late', true],
    ],
  ])
})

test('what was noted before is noted once; another return needs --force, and the former one is kept', async () => {
  const again = await runs(world, record, record)
  expect(saidIn(again.err)[1]).toBe('  登记过  双塔区                  2024年6月6日，就是这一份')
  expect(again.receipts.length).toBe(4)
  const sound = { '报送/双塔.csv': files['报送/双塔.csv'] }
  const first = await runs({ ...world, files: sound }, record)
  const corrected = {
    ...world,
    files: {
      '报送/双塔.csv': returned('双塔区', '2024年6月11日', row('双塔区', 1)),
      '存档/2024-06/双塔区.json': JSON.stringify(first.contentOf('2024-06/双塔区.json')),
    },
  }
  const refused = await runs(corrected, record)
  expect([refused.exitCode, saidIn(refused.err)[1]]).toEqual([
    3,
    '  没登记  双塔区  登记过另一份（2024年6月6日，或日子不同）；以这一份为准的，加 --force，原记录另存',
  ])
  const forced = await runs(corrected, [...record, '--force'])
  expect([forced.exitCode, forced.receipts.toSorted()]).toEqual([
    4,
    ['2024-06/双塔区.1.json', '2024-06/双塔区.json'],
  ])
  expect(forced.contentOf('2024-06/双塔区.json')).toMatchObject({ revision: 2, day: '2024-06-11' })
})

test('a quiet run tells of what was not noted alone; without an archive nothing is read', async () => {
  const { err } = await runs(world, [...record, '-q'])
  expect(saidIn(err)).toHaveLength(4)
  const { exitCode, err: refusal } = await runs({ files }, record)
  expect([exitCode, refusal]).toEqual([2, expect.stringContaining('没有写明存档在哪里')])
})

test('a report in JSON is a return like others: its table is of the period that it says, on the day of its form', async () => {
  const ledger = returned('双塔区', '', row('双塔区', 1), row('双塔区', 2))
  const asked = ['report', '双塔.csv', '--period', '2024-Q2', '-q', '-f', 'json', '--as-of', '2024-06-06']
  const { out } = await runs({ files: { '双塔.csv': ledger } }, asked)
  const sent = {
    '报送/双塔.json': out,
    '报送/别的.json': '{"name": "package"}',
    '报送/龙城.csv': files['报送/凌源.csv'],
  }
  const { err, contentOf } = await runs({ ...world, files: sent }, record)
  expect(saidIn(err)[1]).toBe(
    '  已登记  双塔区  2024年6月6日报送（推定，按表上的时间），案件 2 件，存档/2024-06/双塔区.json',
  )
  expect(contentOf('2024-06/双塔区.json')).toMatchObject({
    day: '2024-06-06',
    period: { name: '2024-Q2', from: '2024-04-01', to: '2024-06-06' },
  })
  const named = await runs({ ...world, files: sent }, ['collect', '报送/双塔.json', '报送/别的.json'])
  expect([named.exitCode, named.err]).toEqual([3, expect.stringContaining('别的.json')])
})
