import { expect, test } from 'vitest'
import type { ArchivedCase } from '../../src/archive/receipt.ts'
import { receiptBytes } from '../../src/archive/receipt-file.ts'
import { day } from '../../src/model/date.ts'
import { trendDocument } from '../../src/model/documents/trend.ts'
import { archivedCase, receiptOf } from '../archive/receipt.ts'
import { receipt } from '../cli/returns.ts'
import { transcript } from '../fake-io.ts'

const env = { IPCASE_ARCHIVE: '存档' }

type Files = Readonly<Record<string, Uint8Array>>

async function told(files: Files, more: readonly string[] = [], asOf = '2025-06-12') {
  const asked = ['collect', '--rounds', '--as-of', asOf, '-f', 'json', ...more]
  const { out } = await transcript(asked, { env, files })
  return trendDocument.parse(JSON.parse(out))
}

/** Of the one unit that is looked at: 立案, 结案, 在办 of each round; null where it did not return. */
async function figures(files: Files, asOf?: string) {
  const { units } = await told(files, ['--unit', '凌源市'], asOf)
  return units[0]?.rounds.map((cell) => cell && [cell.filed, cell.closed, cell.open])
}

const closedCase = (count: number, filed: string, closed: string): ArchivedCase => ({
  ...archivedCase,
  caseNumber: `凌市监处罚〔2024〕${count}号`,
  filed: day(filed),
  closed: day(closed),
})

const openCase = (count: number, filed: string): ArchivedCase => ({
  ...closedCase(count, filed, filed),
  closed: null,
  outcome: '在办',
  open: true,
})

/** A return of 凌源市 up to this day. */
function returned(round: string, on: string, cases: readonly ArchivedCase[], name = 'all', from?: string) {
  const period = { name, from: from === undefined ? null : day(from), to: day(on) }
  return receipt({ round, day: day(on), period, cases: [...cases] })
}

const june = [closedCase(1, '2024-01-05', '2024-04-20'), openCase(2, '2024-05-05')]
const laterClosed = closedCase(2, '2024-05-05', '2024-08-01')

test('each round is counted from 1 January to the last day of its table', async () => {
  const files = {
    ...returned('2024-06', '2024-06-07', june),
    ...returned('2024-09', '2024-09-09', [...june.slice(0, 1), laterClosed, openCase(3, '2024-07-01')]),
  }
  expect(await figures(files)).toEqual([
    [2, 1, 1],
    [3, 2, 1],
  ])
})

test('a table of what is new since the last return is counted together with the returns before', async () => {
  const files = {
    ...returned('2024-06', '2024-06-07', june, 'since-last'),
    ...returned('2024-09', '2024-09-09', [laterClosed, openCase(3, '2024-07-01')], 'since-last'),
  }
  expect(await figures(files)).toEqual([
    [2, 1, 1],
    [3, 2, 1],
  ])
})

test('months one behind the other reach back to 1 January; one alone does not, and is not compared', async () => {
  const may = returned('2024-06', '2024-05-31', june, '2024-01-01..2024-05-31', '2024-01-01')
  const summer = [laterClosed, openCase(3, '2024-07-01')]
  const next = returned('2024-09', '2024-08-31', summer, '2024-06-01..2024-08-31', '2024-06-01')
  const year = returned('2025-09', '2025-06-10', [openCase(9, '2025-02-01')])
  const whole = async (files: Files) => {
    const { units, yearOnYear } = await told(files, ['--unit', '凌源市'])
    const cells = units[0]?.rounds.flatMap((cell) => (cell?.round === '2024-09' ? [cell.whole] : []))
    return [cells, yearOnYear.map(({ units: compared, notCompared }) => [compared.length, notCompared])]
  }
  expect(await whole({ ...may, ...next, ...year })).toEqual([[true], [[1, []]]])
  expect(await whole({ ...next, ...year })).toEqual([[false], [[0, ['凌源市']]]])
})

test('a round without a return is none, not nought; what is corrected counts as corrected', async () => {
  const files = {
    '存档/2024-06/凌源市.1.json': receiptBytes(receiptOf({ cases: [] })),
    '存档/2024-06/凌源市.json': receiptBytes(receiptOf({ revision: 2, cases: june })),
    ...returned('2024-11', '2024-11-08', []),
  }
  expect(await figures(files)).toEqual([[2, 1, 1], null, [0, 0, 0]])
  expect(await figures(files, '2024-06-30')).toEqual([[2, 1, 1]])
})

test('two years are compared up to the same day, by the units that returned both', async () => {
  const files = {
    ...returned('2024-06', '2024-06-07', [
      closedCase(1, '2024-01-05', '2024-06-07'),
      openCase(2, '2024-06-07'),
    ]),
    ...returned('2025-06', '2025-06-09', [
      closedCase(3, '2025-06-07', '2025-06-07'),
      openCase(4, '2025-06-08'),
      openCase(2, '2024-06-07'),
    ]),
    ...receipt({ unit: '北票市市场监督管理局', unitKey: '北票市', cases: june }),
  }
  const { yearOnYear } = await told(files)
  expect(yearOnYear).toMatchObject([
    {
      round: '2025-06',
      before: '2024-06',
      units: [
        { unit: '凌源市', until: '06-07', filed: { now: 1, before: 2 }, closed: { now: 1, before: 1 } },
      ],
      notCompared: ['北票市'],
      filed: { now: 1, before: 2 },
    },
  ])
})

test("what a year's last return could not show is named when the next year's does", async () => {
  const files = {
    ...returned('2024-11', '2024-11-08', june),
    ...returned('2025-06', '2025-06-09', [
      laterClosed,
      closedCase(5, '2024-12-02', '2024-12-20'),
      openCase(6, '2024-12-30'),
      openCase(7, '2025-03-01'),
    ]),
  }
  expect((await told(files)).toldLater).toEqual([{ year: 2024, filed: 2, closed: 2 }])
})

test('a table that ends in the year before its round counts that year', async () => {
  const files = returned(
    '2024-01',
    '2023-12-31',
    [closedCase(1, '2023-05-05', '2023-12-30')],
    '2023',
    '2023-01-01',
  )
  const monthly = Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => {
      const { digest: _, ...made } = JSON.parse(new TextDecoder().decode(bytes))
      return [path, receiptBytes(receiptOf({ ...made, programme: 'beichen' }))]
    }),
  )
  const { units, rounds: shown } = await told(monthly, ['--programme', 'beichen'])
  expect([shown[0], units[0]?.rounds[0]]).toMatchObject([
    { id: '2024-01', year: 2023 },
    { from: '2023-01-01', to: '2023-12-31', filed: 1, closed: 1 },
  ])
})

test('where the notice names no dates the last return of a month stands for the month', async () => {
  const parts = { programme: 'anyang', cases: [...june] }
  const files = {
    ...receipt({ ...parts, round: '2024-06-03', day: day('2024-06-03'), cases: [] }),
    ...receipt({ ...parts, round: '2024-06-20', day: day('2024-06-20') }),
  }
  const { rounds: shown, units } = await told(files, ['--programme', 'anyang'])
  expect([shown, units[0]?.rounds.map((cell) => cell?.cases)]).toEqual([
    [{ id: '2024-06', due: null, year: 2024 }],
    [2],
  ])
})
