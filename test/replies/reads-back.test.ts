import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readLog } from '../../src/log/read.ts'
import type { Case } from '../../src/model/case.ts'
import { day } from '../../src/model/date.ts'
import type { LogSummary } from '../../src/model/log.ts'
import type { LetterHead } from '../../src/model/notice.ts'
import type { ReturnedLog } from '../../src/model/reply.ts'
import chaoyang from '../../src/programmes/chaoyang.ts'
import { answerText, officeOf, remedyForUnit, youOf } from '../../src/render/reply/notice-words.ts'
import { replyWorkbook } from '../../src/render/reply/workbook.ts'
import { deadlineOf } from '../../src/rounds/deadline.ts'
import { allRules } from '../../src/rules/index.ts'

interface Read {
  readonly summary: LogSummary
  readonly cases: readonly Case[]
  readonly rows: ReturnedLog['rows']
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function read(path: string, bytes: Uint8Array): Promise<Read | undefined> {
  const cases: Case[] = []
  const rows: ReturnedLog['rows'][number][] = []
  const summary = await readLog(
    { path, bytes: inOne(bytes) },
    {},
    {
      case: (c) => cases.push(c),
      fault: () => {},
      row: (row, source) => rows.push({ row, source }),
      ready: async () => {},
    },
  )
  return 'refused' in summary ? undefined : { summary, cases, rows }
}

/** With an address where the cell shows other words, as reading makes it of text and link alike. */
function toldOf({ cases }: Read) {
  return cases.map(({ text, type, filed, closed, outcome, published, url }) => {
    return { ...text, url: undefined, links: url?.links, type, filed, closed, outcome, published }
  })
}

const files = ['ok', 'bad'].flatMap((folder) =>
  readdirSync(`fixtures/logs/${folder}`).map((name) => `fixtures/logs/${folder}/${name}`),
)

/** Stay as their unit made them; of every other something would be lost. */
const kept = [
  ...[
    'hidden-sheet',
    'hyperlinks',
    'merged-cells',
    'merged-form',
    'merged',
    'several-sheets',
    'unit-changzhi',
  ],
  ...['unit-chaoyangxian', 'unit-ruzhou', 'unit-yuncheng'],
].map((name) => `fixtures/logs/ok/${name}.xlsx`)
const keptFaulty = ['merged', 'unit-dates'].map((name) => `fixtures/logs/bad/${name}.xlsx`)

test('what is said to stay is there', () => {
  expect(files).toEqual(expect.arrayContaining([...kept, ...keptFaulty]))
})

test.each(files)('%s sent back reads as the cases that were returned', async (path) => {
  const bytes = new Uint8Array(readFileSync(path))
  const returned = await read(path, bytes)
  if (returned === undefined || returned.cases.length === 0) return
  const { summary, rows } = returned
  const one = { unit: '双塔区', title: '统计表', findings: [], explained: [], answer: '' }
  let isKept = false
  const readsBack = async (written: Uint8Array): Promise<boolean> => {
    const back = await read(path, written)
    isKept = JSON.stringify(back && toldOf(back)) === JSON.stringify(toldOf(returned))
    return isKept
  }
  for (const own of [undefined, bytes]) {
    const reply = { ...one, logs: [{ summary, rows }], own }
    const made = await replyWorkbook(reply, { madeOn: '2024-06-12', readsBack })
    const back = await read('reply.xlsx', made.bytes)
    expect(back && toldOf(back)).toEqual(toldOf(returned))
    expect(back?.summary.unit).toBe(summary.unit)
  }
  expect(isKept).toBe([...kept, ...keptFaulty].includes(path))
})

function headOn(asOf: string): LetterHead {
  const { current } = deadlineOf({ programme: chaoyang, asOf: day(asOf) })
  return {
    collector: chaoyang.roles.collects,
    asOf: day(asOf),
    basis: `《${chaoyang.source.title}》`,
    title: chaoyang.form.title,
    table: '案件办理情况表',
    owed: [],
    inclusive: true,
    round: current,
  }
}

test.each([
  [
    '2024-06-01',
    '请于2024年6月10日前报回。2024年6月10日是端午节假期，截止日期不顺延，最后一个工作日为2024年6月7日。',
  ],
  ['2024-09-08', '请于2024年9月10日前报回。'],
  ['2024-06-12', '报送期限（2024年6月10日前）已过，请收到本通知后立即报回。'],
])('on %s the answer is due by the round’s own day, and by no invented one', (asOf, expected) => {
  expect(answerText(headOn(asOf), '报回')).toBe(expected)
})

test('without a due day there is none to name', () => {
  expect(answerText({ ...headOn('2024-06-12'), round: null }, '报回')).toBe('请尽快报回。')
})

test.each([
  ['双塔区', '双塔区市场监督管理局', '你局'],
  ['喀喇沁左翼蒙古族自治县', '喀喇沁左翼蒙古族自治县市场监督管理局', '你局'],
  ['高新区市场监督管理所', '高新区市场监督管理所', '你单位'],
  ['朝阳市', '本局承办案件的机构', '你单位'],
])('%s is written to as %s', (unit, office, you) => {
  const to = officeOf({ unit }, headOn('2024-06-12'))
  expect([to, youOf(to)]).toEqual([office, you])
})

test('a remedy for a unit speaks of no option of the program, and still says something', () => {
  const remedies = allRules.map(({ remedy }) => remedyForUnit(remedy))
  expect(remedies.filter((remedy) => remedy === '' || /--[a-z]|ipcase/.test(remedy))).toEqual([])
  expect(remedyForUnit('用 --unit 写明填报单位，或在台账表头上方写“填报单位：××”。')).toBe(
    '在台账表头上方写“填报单位：××”。',
  )
  expect(remedyForUnit('不必处理；要一致，用 ipcase number 另存一份。')).toBe('不必处理。')
})
