import { mayHideRows } from '../check/check.ts'
import type { Compiled } from '../commands/compile.ts'
import { publicationDutyOf } from '../law/publication.ts'
import { citationOf } from '../law/source.ts'
import { limitFor, spanInWords } from '../law/time-limits.ts'
import type {
  BriefFacts,
  CaseChanges,
  LimitFacts,
  OverdueCase,
  PublicationFacts,
} from '../model/brief-facts.ts'
import { type Case, isClosed } from '../model/case.ts'
import { procedureOf } from '../model/case-type.ts'
import { createContinuity } from '../model/continuity.ts'
import { daysBetween, type IsoDate } from '../model/date.ts'
import { previousCaseOf } from '../model/previous-case.ts'
import type { Period } from '../model/table.ts'
import { sift } from '../table/left-out.ts'
import { periodOf } from '../table/period.ts'
import type { Background } from './background.ts'
import type { Gathered } from './gather.ts'

/** What a return was made of. */
export interface BriefMaterial {
  readonly gathered: Gathered
  readonly background: Background
  readonly compiled: Compiled
}

function casesIn({ gathered, background }: BriefMaterial, period: Period): readonly Case[] {
  const { types } = background.prepared.programme
  return sift(gathered.cases, gathered.findings, { types, period }).kept
}

/** All cases are compared, so that none seems new for want of its like; those with errors are not counted. */
function changesOf(material: BriefMaterial): CaseChanges | undefined {
  const { gathered, background } = material
  const { previous: receipt, comparison, prepared } = background
  if (receipt === undefined || typeof comparison === 'string') return undefined
  const { types } = prepared.programme
  const continuity = createContinuity(receipt.cases, previousCaseOf)
  const met = gathered.cases.flatMap((now) => {
    const previous = continuity.meet(now)
    return previous === undefined ? [] : [{ previous, now }]
  })
  const isPartial = gathered.failures.length > 0 || gathered.findings.some(mayHideRows)
  if (isPartial) continuity.miss()
  const { same, renumbered, vanished, added } = continuity.remainder()
  const counted = new Set(casesIn(material, periodOf({ name: 'all' }, prepared.settings.asOf)))
  const pairs = [...met, ...same].filter(({ now }) => counted.has(now))
  const pairsThat = (wasOpen: boolean, isOpen: boolean): number =>
    pairs.filter(({ previous, now }) => previous.open === wasOpen && isClosed(now) !== isOpen).length
  return {
    previous: comparison,
    added: added.filter((now) => counted.has(now)).length,
    closedSince: pairsThat(true, false),
    stillOpen: pairsThat(true, true),
    reopened: pairsThat(false, true),
    renumbered: renumbered.filter(({ now }) => counted.has(now)).length,
    vanished: isPartial ? null : vanished.filter(({ type }) => type && types.includes(type)).length,
  }
}

function overdueOf({ type, caseNumber, filed }: Case, asOf: IsoDate): OverdueCase | 'unknown' | undefined {
  const applied = type && filed ? limitFor(type, filed) : undefined
  if (!type || !filed || applied === undefined) return 'unknown'
  const { base, timeLimit } = applied
  if (asOf <= base) return undefined
  return {
    type,
    caseNumber: caseNumber ?? null,
    filed,
    base,
    daysOver: daysBetween(base, asOf),
    limit: spanInWords(timeLimit.limit),
    source: citationOf(timeLimit.source),
  }
}

function limitsOf(cases: readonly Case[], asOf: IsoDate): LimitFacts {
  const open = cases.filter((c) => !isClosed(c))
  const limited = open.filter(({ type }) => type && procedureOf(type) !== 'mediation')
  const judged = limited.map((c) => overdueOf(c, asOf))
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

function titleIn({ background }: BriefMaterial): string | undefined {
  const { deliverables } = background.prepared.programme
  return deliverables.find(({ kind }) => kind === 'brief')?.name
}

/** Whether the notice asks for one. */
export function isBriefExpected(material: BriefMaterial): boolean {
  return titleIn(material) !== undefined
}

/** What the account says of this return, counted from the cases that are in its table. */
export function briefFactsOf(material: BriefMaterial): BriefFacts {
  const { background, compiled } = material
  const { asOf } = background.prepared.settings
  const cases = casesIn(material, compiled.facts.period)
  return {
    title: titleIn(material) ?? '工作进展情况',
    report: compiled.facts,
    totals: compiled.statistics.totals,
    nil: compiled.statistics.table.nil,
    changes: changesOf(material),
    limits: limitsOf(cases, asOf),
    publication: publicationOf(cases),
  }
}
