import { describe, expect, test } from 'vitest'
import { day } from '../../src/model/date.ts'
import { deadlineDocument } from '../../src/model/documents/deadline.ts'
import { tool } from '../../src/model/tool.ts'
import { deadlineJson } from '../../src/render/deadline/json.ts'
import { deadlineText } from '../../src/render/deadline/text.ts'
import { deadlineSentences } from '../../src/render/deadline/words.ts'
import { displayWidth } from '../../src/render/width.ts'
import { builtIn, chaoyang, pingdingshan, strict } from '../rounds/example.ts'
import { plain, reportOf } from './deadline-report.ts'

const handedIn = [
  { round: '2024-06', submittedOn: day('2024-06-07') },
  { round: '2024-09', submittedOn: day('2024-09-12') },
]

describe('the table', () => {
  test('says of every round the day, what the day is, and how it stands', () => {
    expect(deadlineText(reportOf(chaoyang, '2024-11-12', handedIn), plain)).toBe(
      `朝阳市 2024 年度知识产权“亮剑护航”专项执法保护行动（以 2024年11月12日为准）

  期次     截止日      当日    最后工作日  剩工作日  状态
  2024-06  06-10 周一  端午节  2024-06-07            已报送（2024-06-07）
  2024-09  09-10 周二  工作日  2024-09-10            逾期报送（2024-09-12）
→ 2024-11  11-10 周日  周末    2024-11-08            未见报送记录，逾期 2 天

本期 2024-11：2024年11月10日（星期日）前（含当日）报送季度工作进展情况、案件办理情况表，未见报送记录，逾期 2 天。
请立即报送；已经报送的，可用 ipcase record 登记。
期次依据：2024-06 起有报送记录，按其后最早未报送的一期。
`,
    )
  })

  test('says a round in a sentence where the terminal is narrow', () => {
    const text = deadlineText(reportOf(chaoyang, '2024-06-07'), { ...plain, columns: 50, quiet: true })
    expect(text).toBe(
      `→ 2024-06：截止日 06-10 周一，当日 端午节，最后
    工作日 2024-06-07，剩工作日 0，状态 距截止还有
    3 天
  2024-09：截止日 09-10 周二，当日 工作日，最后
    工作日 2024-09-10，剩工作日 66，状态 距截止还
    有 95 天
  2024-11：截止日 11-10 周日，当日 周末，最后工
    作日 2024-11-08，剩工作日 105，状态 距截止还有
    156 天

本期 2024-06：2024年6月10日（星期一）前（含当日）
报送季度工作进展情况、案件办理情况表，距截止还有 3
天，其中工作日 0 天。
2024年6月10日是端午节假期，截止日不顺延，今天就是
最后一个工作日，请今天报送。
期次依据：上一期（2023-11-10）已过 210 天，按下一
期。
`,
    )
  })

  test.each([50, 80, 120])('stays within %d columns', (columns) => {
    for (const asOf of ['2024-06-07', '2024-06-12', '2026-12-20']) {
      const text = deadlineText(reportOf(chaoyang, asOf), { ...plain, columns })
      expect(text.split('\n').filter((line) => displayWidth(line) > columns)).toEqual([])
    }
  })

  test('says in colour only what it also says in words', () => {
    for (const asOf of ['2024-06-10', '2024-11-12', '2026-12-20']) {
      const report = reportOf(chaoyang, asOf, handedIn)
      const colored = deadlineText(report, { ...plain, color: true })
      expect(colored).not.toBe(deadlineText(report, plain))
      expect(colored.replace(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')).toBe(
        deadlineText(report, plain),
      )
    }
  })

  test('names the years whose dates are inferred although the current one is not', () => {
    expect(deadlineText(reportOf(chaoyang, '2023-12-20'), plain).split('\n').at(-2)).toBe(
      '2023 年的日期按 2024 年通知推定，以当年通知为准。',
    )
  })
})

test.each([
  [
    'before a day off',
    reportOf(chaoyang, '2024-11-01'),
    [
      '本期 2024-11：2024年11月10日（星期日）前（含当日）报送季度工作进展情况、案件办理情况表，距截止还有 9 天，其中工作日 5 天。',
      '2024年11月10日是周末，截止日不顺延，请不晚于最后一个工作日 2024年11月8日（星期五）报送。',
      '期次依据：上一期（2024-09-10）已过 52 天，按下一期。',
    ],
  ],
  [
    'on a due day that is off',
    reportOf(chaoyang, '2024-06-10'),
    [
      '本期 2024-06：2024年6月10日（星期一）前（含当日）报送季度工作进展情况、案件办理情况表，今天截止。',
      '2024年6月10日是端午节假期，截止日不顺延，最后一个工作日 2024年6月7日（星期五）已过，请尽快报送。',
      '期次依据：上一期（2023-11-10）已过 213 天，按下一期。',
    ],
  ],
  [
    'on a due day that is worked',
    reportOf(chaoyang, '2024-09-10'),
    [
      '本期 2024-09：2024年9月10日（星期二）前（含当日）报送季度工作进展情况、案件办理情况表，今天截止。',
      '期次依据：上一期（2024-06-10）已过 92 天，按下一期。',
    ],
  ],
  [
    'where 前 excludes the day',
    reportOf(strict, '2024-09-10'),
    [
      '本期 2024-09：2024年9月10日（星期二）前（不含当日）报送季度工作进展情况、案件办理情况表，未见报送记录，逾期 1 天。',
      '请立即报送；已经报送的，可用 ipcase record 登记。',
      '期次依据：截止刚过 1 天，仍按该期。',
    ],
  ],
  [
    'before a year without a calendar',
    reportOf(chaoyang, '2026-12-20'),
    [
      '本期 2027-06：2027年6月10日（星期四）前（含当日）报送季度工作进展情况、案件办理情况表，距截止还有 172 天，工作日未知。',
      '注意：本程序没有 2027 年的放假安排，工作日无从计算；公布以后写成 2027.json，用 --holidays 2027.json 补上。',
      '日期按 2024 年通知推定，以当年通知为准。',
      '期次依据：上一期（2026-11-10）已过 40 天，按下一期。',
    ],
  ],
  [
    'without dates',
    reportOf(builtIn('anyang'), '2024-06-07'),
    ['没有应报送的期次：通知没有规定报送日期。报表照常可以出。'],
  ],
  [
    'after a campaign',
    reportOf(pingdingshan, '2024-06-07'),
    ['没有应报送的期次：上一期（2019-12-15）已过 1636 天，此后没有报送安排。报表照常可以出。'],
  ],
])('%s the sentences are plain', (_, { deadline }, sentences) => {
  expect(deadlineSentences(deadline)).toEqual(sentences)
})

describe('the JSON document', () => {
  test.each([
    ['chaoyang', '2024-06-07'],
    ['chaoyang', '2026-12-20'],
    ['beichen', '2024-01-02'],
    ['pingdingshan', '2024-06-07'],
    ['shanxi', '2024-06-07'],
  ])('of %s as of %s fits its schema', (id, asOf) => {
    const document = JSON.parse(deadlineJson(reportOf(builtIn(id), asOf), plain))
    expect(deadlineDocument.parse(document)).toEqual(document)
  })

  test('says unknown where the calendar is not published', () => {
    const document = deadlineDocument.parse(JSON.parse(deadlineJson(reportOf(chaoyang, '2026-12-20'), plain)))
    expect(document.rounds.at(-1)).toEqual({
      id: '2027-06',
      due: '2027-06-10',
      weekday: '星期四',
      dayOff: 'unknown',
      lastWorkingDay: null,
      status: 'open',
      daysLeft: 172,
      workingDaysLeft: null,
      submittedOn: null,
      assumption: '按 2024 年通知推定，以当年通知为准',
    })
  })

  test('begins like every document and names the current round', () => {
    const document = JSON.parse(deadlineJson(reportOf(chaoyang, '2024-09-11', handedIn), plain))
    expect(document).toMatchObject({
      schemaVersion: 1,
      tool,
      asOf: '2024-09-11',
      programme: 'chaoyang',
      current: '2024-09',
      exitCode: 0,
    })
    expect(document.rounds[0]).toMatchObject({ status: 'submitted', submittedOn: '2024-06-07' })
  })
})
