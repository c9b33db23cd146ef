import type { Case } from '../model/case.ts'
import { type Procedure, procedureOf } from '../model/case-type.ts'
import { day, type IsoDate } from '../model/date.ts'
import type { Calendar } from './calendar.ts'
import type { LegalSource } from './source.ts'
import { workingDaysAfter } from './working-days.ts'

/** Decisions that must be made public, and how soon. */
export interface PublicationDuty {
  readonly procedure: Procedure
  /** The first day of deciding it applies to; absent where it has always been so for the years reported on. */
  readonly since?: IsoDate
  /** Canonical outcomes; any other way of closing (撤销案件, 移送, 不予行政处罚 …) is lawfully not published. */
  readonly outcomes: readonly string[]
  readonly workingDays: number
  readonly source: LegalSource
}

/** Newest first. Mediation is not published. */
const publicationDuties: readonly PublicationDuty[] = [
  {
    procedure: 'ruling',
    since: day('2025-02-01'),
    outcomes: ['裁决（侵权成立）', '裁决（驳回请求）', '裁驳（专利权无效）'],
    workingDays: 20,
    source: { law: '专利纠纷行政裁决和调解办法', article: '第八十三条' },
  },
  {
    procedure: 'ruling',
    outcomes: ['裁决（侵权成立）'],
    workingDays: 20,
    source: { law: '专利行政执法办法', article: '第四十六条' },
  },
  {
    procedure: 'penalty',
    outcomes: ['行政处罚'],
    workingDays: 20,
    since: day('2021-09-01'),
    source: { law: '市场监督管理行政处罚信息公示规定', article: '第九条' },
  },
  {
    procedure: 'penalty',
    since: day('2014-10-01'),
    outcomes: ['行政处罚'],
    workingDays: 20,
    source: { law: '工商行政管理行政处罚信息公示暂行规定' },
  },
]

const summary = /简易程序|当场/
const warning = /警告/
const otherPenalties = /罚款|罚没|没收|吊销|暂扣|停产|停业/

/** A warning alone and a summary penalty are lawfully not published. */
function isExempt({ text }: Case): boolean {
  const words = `${text.outcome}，${text.remark}`
  return summary.test(words) || (warning.test(words) && !otherPenalties.test(words))
}

/** The day that publication runs from: 决定日期 where the ledger has it, else 结案时间 stands for it. */
export function dayDecided({ decided, closed }: Case): IsoDate | undefined {
  return decided ?? closed ?? undefined
}

/** The duty to publish what was decided in this case. */
export function publicationDutyOf(c: Case): PublicationDuty | undefined {
  const { type, outcome } = c
  const decided = dayDecided(c)
  const canonical = outcome?.canonical
  if (!type || !decided || canonical === undefined) return undefined
  const duty = publicationDuties.find(
    ({ procedure, since }) => procedure === procedureOf(type) && (since === undefined || since <= decided),
  )
  return duty?.outcomes.includes(canonical) && !isExempt(c) ? duty : undefined
}

/** The last day to publish; undefined where the calendar up to it is not published. */
export function lastDayToPublish(
  { workingDays }: PublicationDuty,
  decided: IsoDate,
  calendar?: Calendar,
): IsoDate | undefined {
  return workingDaysAfter(decided, workingDays, calendar)
}
