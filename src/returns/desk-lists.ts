import type { Calendar } from '../law/calendar.ts'
import { dayDecided, lastDayToPublish, publicationDutyOf } from '../law/publication.ts'
import { isSuspended, limitFor } from '../law/time-limits.ts'
import { nextWorkingDayFrom } from '../law/working-days.ts'
import { isBlank } from '../log/spell/blank.ts'
import { readPublished } from '../log/spell/published.ts'
import { yuanOf } from '../model/amount.ts'
import { type Case, isClosed, type LedgerColumn } from '../model/case.ts'
import { owesNumber } from '../model/case-duties.ts'
import type { UnitReturn } from '../model/collected.ts'
import { daysBetween, type IsoDate } from '../model/date.ts'
import type {
  DeskLists,
  ReviewCase,
  ReviewReason,
  Sum,
  TypicalCase,
  UnitSums,
  UnpublishedCase,
} from '../model/desk-lists.ts'
import { namedCase } from '../model/report.ts'
import type { Setup } from './setup.ts'

/** Soon enough to do something about it. */
const nearDays = 15

interface DayAndCalendar {
  readonly asOf: IsoDate
  readonly calendar: Calendar | undefined
}

type OwnedCase = readonly [unit: string, c: Case]

/** 否 with a lawful reason is no news: only where the rule found none does it belong in the list. */
function isDue(c: Case, isReasonless: (c: Case) => boolean): boolean {
  if (c.published === '是') return false
  return c.published !== '否' || isReasonless(c)
}

function unpublishedOf(
  [unit, c]: OwnedCase,
  isReasonless: (c: Case) => boolean,
  { asOf, calendar }: DayAndCalendar,
): UnpublishedCase[] {
  const decided = dayDecided(c)
  const duty = publicationDutyOf(c)
  if (!decided || !duty || !isDue(c, isReasonless)) return []
  const lastDay = lastDayToPublish(duty, decided, calendar) ?? null
  const daysLeft = lastDay && daysBetween(asOf, lastDay)
  return [{ ...namedCase(c), unit, decided, lastDay, daysLeft, said: c.text.published || null }]
}

function limitOf(c: Case, { asOf, calendar }: DayAndCalendar): Pick<ReviewCase, 'base' | 'daysLeft'> {
  const { type, filed, closed } = c
  const until = c.decided ?? closed ?? asOf
  const applied = type && filed ? limitFor(type, filed, until) : undefined
  if (applied === undefined) return { base: null, daysLeft: null }
  const last = nextWorkingDayFrom(applied.last, calendar) ?? applied.last
  return { base: applied.base, daysLeft: daysBetween(until, last) }
}

function reviewOf([unit, c]: OwnedCase, known: DayAndCalendar): ReviewCase[] {
  const isOpen = !isClosed(c)
  const { base, daysLeft } = limitOf(c, known)
  const isNumbered = Boolean(c.caseNumber || c.filingNumber)
  const isNear = isOpen && base !== null && daysBetween(known.asOf, base) <= nearDays
  const reasons: readonly (readonly [ReviewReason, boolean])[] = [
    ['over-limit', daysLeft !== null && daysLeft < 0 && !isSuspended(c)],
    ['near-limit', isNear && daysLeft !== null && daysLeft >= 0 && !isSuspended(c)],
    ['suspended', isSuspended(c)],
    ['unnumbered', !isNumbered && (isOpen || owesNumber(c))],
  ]
  const own = reasons.filter(([, holds]) => holds).map(([reason]) => reason)
  return own.length === 0 ? [] : [{ ...namedCase(c), unit, reasons: own, base, daysLeft, isOpen }]
}

const chosen = /典型|推荐|拟报|报送|入选|省级|市级|国家/

function typicalOf([unit, c]: OwnedCase): TypicalCase[] {
  const marked = c.ledger?.typical ?? ''
  const isMarked = !isBlank(marked) && (readPublished(marked) === '是' || chosen.test(marked))
  const isSaid = /(?<!非|不属于?|未列入)典型案例/.test(c.text.remark)
  return isMarked || isSaid ? [{ ...namedCase(c), unit, outcome: c.text.outcome || null }] : []
}

function sumOf(cases: readonly Case[], column: LedgerColumn): Sum | null {
  const own = cases.filter(({ layout }) => layout.ledger?.[column] !== undefined)
  if (own.length === 0) return null
  const filled = own.filter((c) => !isBlank(c.ledger?.[column] ?? ''))
  const amounts = filled
    .map((c) => yuanOf(c.ledger?.[column] ?? '', c.layout.ledger?.[column]?.heading ?? ''))
    .filter((yuan) => yuan !== undefined)
  // Whole fen: hundreds of fractions would not add up to the sum that somebody checks by hand.
  const fen = amounts.reduce((total, yuan) => total + Math.round(yuan * 100), 0)
  return { yuan: fen / 100, cases: amounts.length, unread: filled.length - amounts.length }
}

function placeOf(path: string, sheet: string | undefined, line: number | undefined): string {
  return `${path}\n${sheet ?? ''}\n${line}`
}

/** By what is left: those that are over first. */
function byDaysLeft(one: { daysLeft: number | null }, other: { daysLeft: number | null }): number {
  const [left, right] = [one.daysLeft, other.daysLeft].map((days) => days ?? Number.MAX_SAFE_INTEGER)
  return (left ?? 0) - (right ?? 0)
}

/** What notices ask of the collector beside the table, from the cases that stand in it. */
export function deskListsOf(units: readonly UnitReturn[], { settings, calendar }: Setup): DeskLists {
  const known = { asOf: settings.asOf, calendar }
  const reasonless = new Set(
    units
      .flatMap(({ findings }) => findings)
      .filter(({ rule }) => rule === 'unpublished-without-reason')
      .map(({ path, sheet, line }) => placeOf(path, sheet, line)),
  )
  const isReasonless = ({ layout, line }: Case) => reasonless.has(placeOf(layout.path, layout.sheet, line))
  const owned = units.flatMap(({ unit, kept }) => kept.map((c): OwnedCase => [unit, c]))
  const sums = units
    .filter(({ kept }) => kept.length > 0)
    .map(({ unit, kept }): UnitSums => ({ unit, value: sumOf(kept, 'value'), fined: sumOf(kept, 'fined') }))
  return {
    unpublished: owned.flatMap((one) => unpublishedOf(one, isReasonless, known)).toSorted(byDaysLeft),
    review: owned.flatMap((one) => reviewOf(one, known)).toSorted(byDaysLeft),
    typical: owned.flatMap(typicalOf),
    sums,
  }
}
