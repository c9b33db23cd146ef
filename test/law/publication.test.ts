import { expect, test } from 'vitest'
import { lastDayToPublish, publicationDutyOf } from '../../src/law/publication.ts'
import { day } from '../../src/model/date.ts'
import { buildCase } from '../build-case.ts'

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
