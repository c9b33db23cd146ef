import type { Calendar } from '../law/calendar.ts'
import { publicationDutyOf } from '../law/publication.ts'
import { citationOf } from '../law/source.ts'
import { isSuspended, limitFor, spanInWords } from '../law/time-limits.ts'
import { nextWorkingDayFrom } from '../law/working-days.ts'
import type {
  BriefFacts,
  ComparedChanges,
  LimitFacts,
  OverdueCase,
  PublicationFacts,
} from '../model/brief.ts'
import { type Case, isClosed } from '../model/case.ts'
import { procedureOf } from '../model/case-type.ts'
import { daysBetween, type IsoDate } from '../model/date.ts'
import type { Programme } from '../programmes/programme.ts'
import { caseChanges } from '../table/case-changes.ts'
import { atPeriodEnd } from '../table/period.ts'
import type { Return } from './read-return.ts'
import type { Setup } from './setup.ts'
import type { Tabulated } from './tabulate.ts'

function changesOf(
  { cases, isWhole, history }: Return,
  { kept, facts }: Tabulated,
): ComparedChanges | undefined {
  const { previous, comparison } = history
  if (previous === undefined || typeof comparison === 'string') return undefined
  const tables = { previous: previous.cases, cases, kept, end: facts.period.to }
  return { ...caseChanges(tables), previous: comparison, isPartial: !isWhole }
}

/** As the rule on time limits judges, but without the extensions, of which the account speaks by itself. */
function overdueOf(c: Case, asOf: IsoDate, calendar?: Calendar): OverdueCase | 'unknown' | undefined {
  const { type, caseNumber, filed, decided } = c
  const applied = type && filed ? limitFor(type, filed) : undefined
  if (!type || !filed || applied === undefined) return 'unknown'
  const until = decided ?? asOf
  if (until <= applied.base || isSuspended(c)) return undefined
  const base = nextWorkingDayFrom(applied.base, calendar)
  if (base === undefined) return 'unknown'
  if (until <= base) return undefined
  const { timeLimit } = applied
  return {
    type,
    caseNumber: caseNumber ?? null,
    filed,
    base,
    daysOver: daysBetween(base, until),
    limit: spanInWords(timeLimit.limit),
    source: citationOf(timeLimit.source),
  }
}

function limitsOf(cases: readonly Case[], asOf: IsoDate, calendar?: Calendar): LimitFacts {
  const open = cases.filter((c) => !isClosed(c))
  const limited = open.filter(({ type }) => type && procedureOf(type) !== 'mediation')
  const judged = limited.map((c) => overdueOf(c, asOf, calendar))
  return {
    over: judged.filter((one) => one !== undefined && one !== 'unknown'),
    mediations: open.length - limited.length,
    unknown: judged.filter((one) => one === 'unknown').length,
  }
}

function publicationOf(cases: readonly Case[]): PublicationFacts {
  const closed = cases.filter(isClosed)
  const count = (word: Case['published']): number =>
    closed.filter(({ published }) => published === word).length
  const [published, pending, unpublished] = [count('是'), count('尚未'), count('否')]
  const reasonless = closed.filter(
    (c) => c.published === '否' && c.remark === null && publicationDutyOf(c) !== undefined,
  )
  return {
    published,
    pending,
    unpublished,
    unsaid: closed.length - published - pending - unpublished,
    reasonless: reasonless.length,
    publishedWhileOpen: cases.filter((c) => !isClosed(c) && c.published === '是').length,
  }
}

function accountIn({ deliverables }: Programme): Programme['deliverables'][number] | undefined {
  return deliverables.find(({ kind }) => kind === 'brief' || kind === 'summary')
}

/** Whether the notice asks for one. */
export function isBriefExpected(programme: Programme): boolean {
  return accountIn(programme) !== undefined
}

/** What the account says of this return, counted from the cases that are in its table. */
export function briefFactsOf(
  made: Return,
  tabulated: Tabulated,
  { programme, calendar }: Pick<Setup, 'programme' | 'calendar'>,
): BriefFacts {
  const { kept, facts, statistics } = tabulated
  const { period } = facts
  const account = accountIn(programme)
  const cases = kept.map((c) => atPeriodEnd(c, period.to))
  return {
    title: account?.name ?? '工作进展情况',
    shape: account?.kind === 'summary' ? 'summary' : 'progress',
    priorities: programme.priorities,
    report: facts,
    totals: statistics.totals,
    nil: statistics.table.nil,
    changes: changesOf(made, tabulated),
    limits: limitsOf(cases, period.to, calendar),
    publication: publicationOf(cases),
  }
}
