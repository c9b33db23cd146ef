import { expect, test } from 'vitest'
import { receiptBytes } from '../../src/archive/receipt-file.ts'
import { day } from '../../src/model/date.ts'
import { deadlineDocument } from '../../src/model/documents/deadline.ts'
import { chaoyangUnits } from '../archive/chaoyang-units.ts'
import { receiptOf } from '../archive/receipt.ts'
import { transcript } from '../fake-io.ts'
import { env, receipt } from './returns.ts'

const ofUnit = (unit: string, on: string, parts: Parameters<typeof receiptOf>[0] = {}) =>
  receipt({ unit: `${unit}市场监督管理局`, unitKey: unit, day: day(on), ...parts })

const errors = { error: 1, warning: 0, note: 0 }

/** On time, late, a nil return, one without a row because of errors, a correction, and two that are not there. */
const archive = {
  ...ofUnit('双塔区', '2024-06-07'),
  ...ofUnit('龙城区', '2024-06-12'),
  ...ofUnit('朝阳县', '2024-06-10', { cases: [] }),
  ...ofUnit('建平县', '2024-06-10', { cases: [], leftOut: 1, counts: errors }),
  '存档/2024-06/凌源市.1.json': receiptBytes(receiptOf()),
  '存档/2024-06/凌源市.json': receiptBytes(receiptOf({ day: day('2024-06-12'), revision: 2, cases: [] })),
}

const complete = Object.assign({}, ...chaoyangUnits.map((unit) => ofUnit(unit, '2024-06-07')))

async function told(asOf: string, files: Readonly<Record<string, Uint8Array>>, ...more: readonly string[]) {
  const { exitCode, out } = await transcript(['deadline', '--as-of', asOf, ...more, '-f', 'json'], {
    env,
    files,
  })
  const answer = deadlineDocument.parse(JSON.parse(out))
  expect(answer.exitCode).toBe(exitCode)
  return answer
}

test('whoever collects sees each unit of the current round', async () => {
  const { exitCode, current, units = [], rounds } = await told('2024-06-12', archive)
  expect([exitCode, current]).toEqual([4, '2024-06'])
  expect(units.map(({ unit, status, submittedOn, cases }) => [unit, status, submittedOn, cases])).toEqual([
    ['双塔区', 'on-time', '2024-06-07', 1],
    ['龙城区', 'late', '2024-06-12', 1],
    ['朝阳县', 'nil', '2024-06-10', 0],
    ['建平县', 'on-time', '2024-06-10', 0],
    ['喀喇沁左翼蒙古族自治县', 'missing', null, null],
    ['北票市', 'missing', null, null],
    ['凌源市', 'nil', '2024-06-07', 0],
  ])
  expect(rounds[0]).toMatchObject({ status: 'overdue', submittedOn: null, expected: 7, received: 5 })
})

test.each([
  ['awaited until the due day', '2024-06-10', archive, [], 0, 'due-today'],
  ['within the days asked for', '2024-06-08', archive, ['--within', '2'], 4, 'open'],
  ['missing after it', '2024-06-11', archive, [], 4, 'overdue'],
  ['asked about long after', '2024-08-01', archive, ['--round', '2024-06'], 4, 'overdue'],
  ['no longer the current round', '2024-08-01', archive, [], 0, 'open'],
  ['all there', '2024-06-11', complete, [], 0, 'submitted'],
  [
    'all there, one late',
    '2024-06-12',
    { ...complete, ...ofUnit('北票市', '2024-06-12') },
    [],
    0,
    'submitted-late',
  ],
  ['there only after the day', '2024-06-06', complete, [], 0, 'open'],
] as const)('%s, on %s', async (_, asOf, files, more, exitCode, status) => {
  const answer = await told(asOf, files, ...more)
  const round = answer.rounds.find(({ id }) => id === answer.current)
  expect([answer.exitCode, round?.status]).toEqual([exitCode, status])
})

test('a round that was never completed is still told of when the next one is asked about', async () => {
  const { out } = await transcript(['deadline', '--as-of', '2024-09-01'], { env, files: archive })
  expect(out).toContain('以前的 2024-06 期没有报齐，缺：喀喇沁左翼蒙古族自治县、北票市。\n')
  expect(out).toContain('  2024-06  06-10 周一  端午节  2024-06-07            已过，已报 5/7\n')
})

test("the collector's own returns, and a unit the notice does not name, are awaited by nobody", async () => {
  const files = {
    ...archive,
    ...ofUnit('朝阳市', '2024-06-07'),
    ...ofUnit('经开区', '2024-06-12'),
  }
  for (const more of [[], ['--unit', '朝阳市市场监督管理局']]) {
    const { units = [], rounds } = await told('2024-06-12', files, ...more)
    expect(units.filter(({ expected }) => !expected).map(({ unit, status }) => [unit, status])).toEqual([
      ['朝阳市', 'on-time'],
      ['经开区', 'late'],
    ])
    expect(rounds[0]).toMatchObject({ expected: 7, received: 5 })
  }
})

test('in words: a line a unit; a quiet run names those that are missing alone', async () => {
  const asked = ['deadline', '--as-of', '2024-06-12']
  const { out, err } = await transcript(asked, { env, files: archive })
  await expect(out).toMatchFileSnapshot('golden/deadline-roster.txt')
  expect(err).toBe(
    '报送记录：存档 存档 里有 5 个单位的，按方案的名单逐一核对；只看一个单位的，用 --unit 写明。\n',
  )
  const quiet = await transcript([...asked, '-q'], { env, files: archive })
  expect([quiet.err, quiet.out.split('\n\n').at(-1)]).toEqual([
    '',
    '  喀喇沁左翼蒙古族自治县  未见报送记录\n  北票市                  未见报送记录\n',
  ])
  expect(await transcript([...asked, '-q'], { env, files: complete })).toEqual({
    exitCode: 0,
    out: '',
    err: '',
  })
})

test('one unit that is named, or alone in the archive, is answered as ever', async () => {
  for (const [files, more] of [
    [archive, ['--unit', '龙城']],
    [ofUnit('龙城区', '2024-06-12'), []],
  ] as const) {
    const { current, units, rounds } = await told('2024-06-12', files, ...more)
    expect([current, units, rounds[0]?.status, rounds[0]?.expected]).toEqual([
      '2024-09',
      undefined,
      'submitted-late',
      undefined,
    ])
  }
})
