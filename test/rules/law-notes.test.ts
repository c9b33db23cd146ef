import { expect, test } from 'vitest'
import type { ExampleRow } from '../../src/check/rule.ts'
import { stateCouncilCalendar } from '../../src/law/state-council-calendar.ts'
import { day } from '../../src/model/date.ts'
import { findingsIn } from '../findings-in.ts'

const open = { closed: '', outcome: '在办', published: '', url: '' }
const pending = { published: '拟公开', url: '', remark: '拟公开' }

async function notesOn(asOf: string, row: ExampleRow, calendar = stateCouncilCalendar) {
  const findings = await findingsIn([[row]], { asOf: day(asOf), calendar })
  const ofLaw = findings.filter(({ rule }) => rule === 'time-limit-passed' || rule === 'publication-late')
  return ofLaw.map(({ rule, column }) => `${rule} ${column}`)
}

test.each([
  ['商标侵权', '2019-03-31', '2026-06-07', undefined],
  ['商标侵权', '2019-04-01', '2019-07-30', '2019-07-31'],
  ['假冒专利', '2024-01-05', '2024-05-06', '2024-05-07'],
  ['地理标志和官方标志', '2024-01-05', '2024-05-06', '2024-05-07'],
  ['专利侵权裁决', '2015-06-30', '2026-06-07', undefined],
  ['专利侵权裁决', '2015-07-01', '2015-11-02', '2015-11-03'],
  ['专利侵权裁决', '2025-01-31', '2025-07-31', '2025-08-01'],
  ['专利侵权裁决', '2025-02-01', '2025-08-01', '2025-08-02'],
  ['专利纠纷调解', '2015-07-01', '2026-06-07', undefined],
])('an open case of %s filed on %s is in time on %s, late on %s', async (type, filed, inTime, late) => {
  expect(await notesOn(inTime, { ...open, type, filed })).toEqual([])
  if (late) expect(await notesOn(late, { ...open, type, filed })).toEqual(['time-limit-passed filed'])
})

test('of a closed case the closing counts, not the day of checking', async () => {
  const filed = '2024-01-05'
  expect(await notesOn('2026-06-07', { filed, closed: '2024-05-06' })).toEqual([])
  expect(await notesOn('2026-06-07', { filed, closed: '2024-05-07' })).toEqual(['time-limit-passed closed'])
})

test.each([
  [{ filed: '2024-07-01', closed: '2024-09-20' }, '2024-10-23', '2024-10-24'],
  [
    { type: '专利侵权裁决', filed: '2025-01-02', closed: '2025-01-27', outcome: '侵权成立' },
    '2025-03-03',
    '2025-03-04',
  ],
  [
    { type: '专利侵权裁决', filed: '2025-01-02', closed: '2025-01-27', outcome: '驳回请求' },
    '2026-06-07',
    undefined,
  ],
  [
    { type: '专利侵权裁决', filed: '2025-01-02', closed: '2025-02-06', outcome: '驳回请求' },
    '2025-03-05',
    '2025-03-06',
  ],
])('%o is to be published by %s, late on %s', async (row, inTime, late) => {
  expect(await notesOn(inTime, { ...row, ...pending })).toEqual([])
  if (late) expect(await notesOn(late, { ...row, ...pending })).toEqual(['publication-late published'])
})

test('no day is judged by a calendar that is not published, until it is given', async () => {
  const row = { filed: '2026-11-02', closed: '2026-12-25', ...pending }
  expect(await notesOn('2027-03-01', row)).toEqual([])
  const given = { ...stateCouncilCalendar, years: new Set([...stateCouncilCalendar.years, 2027]) }
  expect(await notesOn('2027-03-01', row, given)).toEqual(['publication-late published'])
})

test('every note about limits and publication says that it is only suspected', async () => {
  const rows = [
    { ...open, filed: '2023-03-05' },
    pending,
    { published: '否', url: '' },
    { type: '假冒专利', filed: '2023-03-05' },
  ]
  const findings = await findingsIn([rows], { asOf: day('2026-06-07') })
  expect(findings.map(({ severity }) => severity)).toEqual(['note', 'note', 'note', 'note'])
  expect(findings.filter(({ message }) => !/^疑似.*待核实/.test(message))).toEqual([])
})
