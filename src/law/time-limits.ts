import type { Case } from '../model/case.ts'
import { type CaseType, caseTypes, procedureOf } from '../model/case-type.ts'
import { addSpan, day, type IsoDate, type Span } from '../model/date.ts'
import type { LegalSource } from './source.ts'

/** How long a kind of case may take, from the day it is filed. */
export interface TimeLimit {
  readonly types: readonly CaseType[]
  /** The first day of filing it applies to; no transitional clause says otherwise. */
  readonly since: IsoDate
  readonly limit: Span
  /** Those of fixed length; an open-ended 合理期限 has none. */
  readonly extensions: readonly Span[]
  readonly source: LegalSource
  /** Collective discussion may grant a 合理期限 beyond the fixed extensions. */
  readonly isOpenEnded?: true
  /** Conflicts with another limit on the books: printed beside it, never compared with. */
  readonly isRival?: true
}

const penaltyTypes = caseTypes.filter((type) => procedureOf(type) === 'penalty')

/** Newest first. 专利纠纷调解 has no national limit. */
export const timeLimits: readonly TimeLimit[] = [
  {
    types: ['专利侵权裁决'],
    since: day('2025-02-01'),
    limit: { months: 3 },
    extensions: [{ months: 1 }, { months: 2 }],
    source: { law: '专利纠纷行政裁决和调解办法', article: '第三十七条' },
  },
  {
    types: penaltyTypes,
    since: day('2021-07-15'),
    limit: { days: 90 },
    extensions: [{ days: 30 }],
    isOpenEnded: true,
    source: { law: '市场监督管理行政处罚程序规定', article: '第六十四条' },
  },
  {
    types: penaltyTypes,
    since: day('2019-04-01'),
    limit: { days: 90 },
    extensions: [{ days: 30 }],
    isOpenEnded: true,
    source: { law: '市场监督管理行政处罚程序暂行规定' },
  },
  {
    types: ['专利侵权裁决'],
    since: day('2015-07-01'),
    limit: { months: 3 },
    extensions: [{ months: 1 }],
    source: { law: '专利行政执法办法', article: '第二十一条' },
  },
  {
    types: ['假冒专利'],
    since: day('2015-07-01'),
    limit: { months: 1 },
    extensions: [{ days: 15 }],
    source: { law: '专利行政执法办法', article: '第三十六条' },
    isRival: true,
  },
]

// Added step by step, 30 November + 3 months + 1 month would be cut to a month's end twice.
function sum(spans: readonly Span[]): Required<Span> {
  return {
    months: spans.reduce((months, span) => months + (span.months ?? 0), 0),
    days: spans.reduce((days, span) => days + (span.days ?? 0), 0),
  }
}

export interface AppliedLimit {
  readonly timeLimit: TimeLimit
  /** The last day without any extension. */
  readonly base: IsoDate
  /** The last day with every fixed extension. */
  readonly last: IsoDate
  /** A later rule came while the case was pending and may lend it its extensions. */
  readonly lent?: TimeLimit
}

function lastDay(filed: IsoDate, { limit, extensions }: TimeLimit): IsoDate {
  return addSpan(filed, sum([limit, ...extensions]))
}

/** The limit for a case filed on this day and pending until that; undefined where no law known here sets one. */
export function limitFor(type: CaseType, filed: IsoDate, until = filed): AppliedLimit | undefined {
  const inForce = timeLimits.filter(({ types, since }) => types.includes(type) && since <= filed)
  const timeLimit = inForce.find(({ isRival }) => !isRival)
  if (!timeLimit) return undefined
  const lent = timeLimits.find(
    ({ types, since, isRival }) => !isRival && types.includes(type) && since > filed && since <= until,
  )
  return {
    timeLimit,
    base: addSpan(filed, timeLimit.limit),
    last: lastDay(filed, lent && procedureOf(type) === 'ruling' ? lent : timeLimit),
    ...(lent && procedureOf(type) === 'ruling' && { lent }),
  }
}

/** Limits on the books that conflict with those compared with: to be known, not to be judged by. */
export const rivalLimits: readonly TimeLimit[] = timeLimits.filter(({ isRival }) => isRival)

const suspended = /中止|鉴定|检测|检验|送检|公告|听证|延期|延长|集体讨论/

/** Time that does not count, or was granted: only the file tells how much. */
export function isSuspended({ text }: Case): boolean {
  return suspended.test(text.remark) || suspended.test(text.outcome)
}

/** 3 个月, 90 日 */
export function spanInWords({ months = 0, days = 0 }: Span): string {
  return (months === 0 ? '' : `${months} 个月`) + (days === 0 ? '' : `${days} 日`)
}
