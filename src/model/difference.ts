import { type Case, type Column, headings, isClosed } from './case.ts'
import type { CaseType } from './case-type.ts'
import { createContinuity } from './continuity.ts'
import type { Finding } from './finding.ts'
import { numberKeys } from './number-keys.ts'
import { withoutPersonalNumbers } from './personal-number.ts'
import { type PreviousCase, previousCaseOf } from './previous-case.ts'
import { type NamedCase, namedCase } from './report.ts'
import type { Skipped } from './run.ts'
import { outOfTable } from './scope.ts'
import type { Period } from './table.ts'

/** One cell that says another thing than before; null: blank. */
export interface ChangedCell {
  readonly type: string | null
  /** As it is now. */
  readonly caseNumber: string | null
  /** What tells a case without a number from another. */
  readonly filed: string | null
  readonly field: Exclude<Column, 'serial'>
  readonly from: string | null
  readonly to: string | null
}

/** What two returns differ in. Every case that both would list in the table is the same, changed, added or removed. */
export interface Difference {
  readonly before: number
  readonly after: number
  /** Rows that a ledger holds and no table would list: kinds that are not collected, 不予立案. They are not compared. */
  readonly notCollected: { readonly before: number; readonly after: number }
  readonly added: readonly NamedCase[]
  readonly removed: readonly NamedCase[]
  /** Open before, closed now. */
  readonly closed: readonly NamedCase[]
  /** Probably the same case under a new number: nothing but type and day say so. */
  readonly renumbered: readonly { readonly from: NamedCase; readonly to: NamedCase }[]
  readonly changed: readonly ChangedCell[]
}

type ChangedField = ChangedCell['field']

/** What is compared, and how. */
export interface Comparing {
  /** Those the programme collects. */
  readonly types: readonly CaseType[]
  /** One side is a receipt, which keeps links and no words that stood in their place. */
  readonly isByLinksAlone: boolean
}

function linksOf({ url, text }: Case, isByLinksAlone: boolean): string | null {
  const { links, words, unsafe } = url ?? { links: [text.url], words: [], unsafe: [] }
  return [...links, ...(isByLinksAlone ? [] : [...words, ...unsafe])].join('；') || null
}

function readOrWritten(reading: string | null | undefined, written: string): string | null {
  return reading === undefined ? written || null : reading
}

/**
 * What the table would print of the cell, or what stands there where that cannot be read: a ledger and the report made
 * of it are the same return.
 */
function wordsOf(c: Case, field: ChangedField, { isByLinksAlone }: Comparing): string | null {
  switch (field) {
    case 'url':
      return c.url === null ? null : linksOf(c, isByLinksAlone)
    case 'outcome':
      return c.outcome === null ? null : c.text.outcome
    case 'published':
      return c.published === '尚未' ? '否' : readOrWritten(c.published, c.text.published)
    default:
      return readOrWritten(c[field], c.text[field])
  }
}

/** Brackets, width, spaces and zeros make no other number, and no other result; a receipt keeps no telephone number. */
function folded(value: string | null, field: ChangedField): string {
  if (value === null) return ''
  return field === 'caseNumber'
    ? numberKeys(value).join('、')
    : withoutPersonalNumbers(value).replace(/\s+/g, '')
}

const fields = Object.keys(headings).filter((column): column is ChangedField => column !== 'serial')

function changesOf(before: Case, after: Case, comparing: Comparing): readonly ChangedCell[] {
  const { type, caseNumber, filed } = namedCase(after)
  return fields.flatMap((field) => {
    const [from, to] = [wordsOf(before, field, comparing), wordsOf(after, field, comparing)]
    return folded(from, field) === folded(to, field) ? [] : [{ type, caseNumber, filed, field, from, to }]
  })
}

interface KnownCase extends PreviousCase {
  readonly case: Case
}

export function differenceOf(
  old: readonly Case[],
  current: readonly Case[],
  comparing: Comparing,
): Difference {
  const isInTable = (c: Case): boolean => outOfTable(c, comparing.types) === undefined
  const [before, after] = [old.filter(isInTable), current.filter(isInTable)]
  const known = before.map((c): KnownCase => ({ ...previousCaseOf(c), case: c }))
  const continuity = createContinuity<KnownCase, Case>(known, previousCaseOf)
  for (const c of after) continuity.meet(c)
  const pairs = continuity.pairs()
  const kept = new Set([...pairs.values()].map((previous) => previous.case))
  const { renumbered } = continuity.remainder()
  const newlyClosed = [...pairs].filter(([now, previous]) => previous.open && isClosed(now))
  return {
    before: before.length,
    after: after.length,
    notCollected: { before: old.length - before.length, after: current.length - after.length },
    added: after.filter((c) => !pairs.has(c)).map(namedCase),
    removed: before.filter((c) => !kept.has(c)).map(namedCase),
    closed: newlyClosed.map(([now]) => namedCase(now)),
    renumbered: renumbered.map(({ previous, now }) => ({
      from: namedCase(previous.case),
      to: namedCase(now),
    })),
    changed: [...pairs].flatMap(([now, previous]) => changesOf(previous.case, now, comparing)),
  }
}

/** What is known of one of two returns beside its cases. */
export interface ComparedSide {
  /** As given: a file, a folder, `-`. */
  readonly path: string
  readonly unit: string | null
  /** null: only a report in JSON and a receipt say. */
  readonly period: Period | null
  /** Every row could be read. */
  readonly isWhole: boolean
  /** Cases with an error: a ledger holds them, and no table made of it does. */
  readonly faulty: number
  /** A table that says of itself that cases are missing in it. */
  readonly saysLeftOut: boolean
  /** A receipt that is not as it was sealed. */
  readonly isAltered: boolean
  /** Files that were not read and may be a part of the return. */
  readonly skipped: readonly Skipped[]
}

export interface Compared {
  readonly old: ComparedSide
  readonly new: ComparedSide
  /** The two name different units. */
  readonly isOfTwoUnits: boolean
  readonly difference: Difference
  /** What the rules that compare returns say of it. */
  readonly findings: readonly Finding[]
}
