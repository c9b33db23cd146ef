import { expect, test } from 'vitest'
import { lastDayToPublish, publicationDutyOf } from '../../src/law/publication.ts'
import { limitFor, rivalLimits, spanInWords, timeLimits } from '../../src/law/time-limits.ts'
import { day } from '../../src/model/date.ts'
import { buildCase } from '../build-case.ts'

test.each([
  ['专利侵权裁决', '2015-07-01', '2015-10-01', '2015-11-01', '第二十一条'],
  ['专利侵权裁决', '2024-03-05', '2024-06-05', '2024-07-05', '第二十一条'],
  ['专利侵权裁决', '2025-01-31', '2025-04-30', '2025-05-31', '第二十一条'],
  ['专利侵权裁决', '2025-02-01', '2025-05-01', '2025-08-01', '第三十七条'],
  ['商标侵权', '2019-04-01', '2019-06-30', '2019-07-30', undefined],
  ['商标侵权', '2024-01-05', '2024-04-04', '2024-05-04', '第六十四条'],
  ['假冒专利', '2024-01-05', '2024-04-04', '2024-05-04', '第六十四条'],
  ['地理标志和官方标志', '2025-02-01', '2025-05-02', '2025-06-01', '第六十四条'],
] as const)('%s filed on %s is due by %s, extended by %s', (type, filed, base, last, article) => {
  const applied = limitFor(type, day(filed))
  expect([applied?.base, applied?.last, applied?.timeLimit.source.article]).toEqual([base, last, article])
})

test.each([
  ['专利侵权裁决', '2015-06-30'],
  ['商标侵权', '2019-03-31'],
  ['假冒专利', '2019-03-31'],
  ['地理标志和官方标志', '2019-03-31'],
  ['专利纠纷调解', '2015-07-01'],
  ['专利纠纷调解', '2025-02-01'],
] as const)('%s filed on %s has no limit', (type, filed) => {
  expect(limitFor(type, day(filed))).toBeUndefined()
})

test.each([
  ['2023-11-30', '2024-02-29', '2024-03-30'],
  ['2024-10-31', '2025-01-31', '2025-02-28'],
  ['2025-08-31', '2025-11-30', '2026-02-28'],
  ['2025-11-30', '2026-02-28', '2026-05-30'],
])('months added to %s at once end on %s and %s', (filed, base, last) => {
  const applied = limitFor('专利侵权裁决', day(filed))
  expect([applied?.base, applied?.last]).toEqual([base, last])
})

test('only 假冒专利 has a rival limit, of one month and fifteen days, and it is compared with nothing', () => {
  expect(rivalLimits.map(({ types }) => types)).toEqual([['假冒专利']])
  const [rival] = rivalLimits
  expect(rival && [rival.limit, ...rival.extensions].map(spanInWords)).toEqual(['1 个月', '15 日'])
  expect(limitFor('假冒专利', day('2024-01-05'))?.base).toBe('2024-04-04')
})

test('every limit names its law and article', () => {
  expect(timeLimits.map(({ source }) => `${source.law} ${source.article}`)).toEqual([
    '专利纠纷行政裁决和调解办法 第三十七条',
    '市场监督管理行政处罚程序规定 第六十四条',
    '市场监督管理行政处罚程序暂行规定 undefined',
    '专利行政执法办法 第二十一条',
    '专利行政执法办法 第三十六条',
  ])
})

const ruling = { type: '专利侵权裁决' }

test.each([
  [{ ...ruling, closed: '2025-01-31', outcome: '裁决（侵权成立）' }, '专利行政执法办法'],
  [{ ...ruling, closed: '2025-02-01', outcome: '裁决（侵权成立）' }, '专利纠纷行政裁决和调解办法'],
  [{ ...ruling, closed: '2025-02-01', outcome: '裁决（驳回请求）' }, '专利纠纷行政裁决和调解办法'],
  [{ ...ruling, closed: '2025-02-01', outcome: '裁驳（专利权无效）' }, '专利纠纷行政裁决和调解办法'],
  [{ type: '商标侵权', outcome: '罚款' }, '市场监督管理行政处罚信息公示规定'],
  [{ type: '假冒专利', outcome: '警告，罚款' }, '市场监督管理行政处罚信息公示规定'],
  [{ type: '地理标志和官方标志', outcome: '行政处罚' }, '市场监督管理行政处罚信息公示规定'],
])('%o is to be published under %s', (cells, law) => {
  expect(publicationDutyOf(buildCase(cells))?.source.law).toBe(law)
})

test.each([
  { ...ruling, closed: '2025-01-31', outcome: '裁决（驳回请求）' },
  { ...ruling, closed: '2025-01-31', outcome: '裁驳（专利权无效）' },
  { ...ruling, closed: '2025-02-01', outcome: '调解结案' },
  { ...ruling, closed: '2025-02-01', outcome: '撤销案件' },
  { ...ruling, closed: '2025-02-01', outcome: '移送管辖' },
  { type: '专利纠纷调解', outcome: '达成调解协议' },
  { type: '商标侵权', outcome: '不予行政处罚' },
  { type: '商标侵权', outcome: '撤销案件' },
  { type: '商标侵权', outcome: '移送公安' },
  { type: '商标侵权', outcome: '违法事实不能成立' },
  { type: '商标侵权', outcome: '警告' },
  { type: '商标侵权', outcome: '行政处罚', remark: '仅给予警告' },
  { type: '商标侵权', outcome: '行政处罚（简易程序）' },
  { type: '商标侵权', outcome: '罚款', remark: '当场处罚' },
  { type: '商标侵权', closed: '' },
  { type: '商标侵权', closed: '', outcome: '拟行政处罚' },
])('%o need not be published', (cells) => {
  expect(publicationDutyOf(buildCase(cells))).toBeUndefined()
})

test.each([
  ['2024-04-18', '2024-05-17'],
  ['2024-09-20', '2024-10-23'],
  ['2025-01-27', '2025-03-03'],
])('a penalty of %s is to be published by %s', (closed, last) => {
  const duty = publicationDutyOf(buildCase({ closed }))
  expect(duty && lastDayToPublish(duty, day(closed))).toBe(last)
})

test('where the calendar is not published the last day is unknown', () => {
  const duty = publicationDutyOf(buildCase({ closed: '2026-12-25' }))
  expect(duty && lastDayToPublish(duty, day('2026-12-25'))).toBeUndefined()
})
