import { type Case, type Column, headings, isClosed } from './case.ts'
import { createContinuity } from './continuity.ts'
import { numberKeys } from './number-keys.ts'
import { type PreviousCase, previousCaseOf } from './previous-case.ts'
import { type NamedCase, namedCase } from './report.ts'

/** One cell that says another thing than before; null: blank. */
export interface ChangedCell {
  readonly type: string | null
  /** As it is now. */
  readonly caseNumber: string | null
  readonly field: Exclude<Column, 'serial'>
  readonly from: string | null
  readonly to: string | null
}

/** What two returns differ in. Every case of either is the same, changed, added or removed. */
export interface Difference {
  readonly before: number
  readonly after: number
  readonly added: readonly NamedCase[]
  readonly removed: readonly NamedCase[]
  /** Open before, closed now. */
  readonly closed: readonly NamedCase[]
  /** Probably the same case under a new number: nothing but type and day say so. */
  readonly renumbered: readonly { readonly from: NamedCase; readonly to: NamedCase }[]
  readonly changed: readonly ChangedCell[]
}

type Field = ChangedCell['field']

/** What the cell means, or what stands there where that cannot be read. */
function wordsOf(c: Case, field: Field): string | null {
  switch (field) {
    case 'url':
      return c.url ? [...c.url.links, ...c.url.words, ...c.url.unsafe].join('；') || null : c.text.url || null
    case 'outcome':
      return c.outcome === null ? null : c.text.outcome
    default:
      return c[field] === undefined ? c.text[field] || null : (c[field] ?? null)
  }
}

/** Brackets, width, spaces and zeros make no other number, and no other result. */
function folded(value: string | null, field: Field): string {
  if (value === null) return ''
  return field === 'caseNumber' ? numberKeys(value).join('、') : value.replace(/\s+/g, '')
}

const fields = Object.keys(headings).filter((column): column is Field => column !== 'serial')

function changesOf(before: Case, after: Case): readonly ChangedCell[] {
  const { type, caseNumber } = namedCase(after)
  return fields.flatMap((field) => {
    const [from, to] = [wordsOf(before, field), wordsOf(after, field)]
    return folded(from, field) === folded(to, field) ? [] : [{ type, caseNumber, field, from, to }]
  })
}

interface Known extends PreviousCase {
  readonly case: Case
}

export function differenceOf(before: readonly Case[], after: readonly Case[]): Difference {
  const known = before.map((c): Known => ({ ...previousCaseOf(c), case: c }))
  const continuity = createContinuity<Known, Case>(known, previousCaseOf)
  for (const c of after) continuity.meet(c)
  const pairs = continuity.pairs()
  const kept = new Set([...pairs.values()].map((previous) => previous.case))
  const { renumbered } = continuity.remainder()
  const newlyClosed = [...pairs].filter(([now, previous]) => previous.open && isClosed(now))
  return {
    before: before.length,
    after: after.length,
    added: after.filter((c) => !pairs.has(c)).map(namedCase),
    removed: before.filter((c) => !kept.has(c)).map(namedCase),
    closed: newlyClosed.map(([now]) => namedCase(now)),
    renumbered: renumbered.map(({ previous, now }) => ({
      from: namedCase(previous.case),
      to: namedCase(now),
    })),
    changed: [...pairs].flatMap(([now, previous]) => changesOf(previous.case, now)),
  }
}
