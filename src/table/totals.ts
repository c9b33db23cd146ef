import { caseTypes } from '../model/case-type.ts'
import { daysBetween } from '../model/date.ts'
import { otherResult, outcomesOf } from '../model/outcome.ts'
import type { OutcomeCount, Table, TableRow, Tally, Totals } from '../model/table.ts'

/** From 立案 to 结案, of closed cases that have both days in their order, shortest first. */
function handlingDays(rows: readonly TableRow[]): readonly number[] {
  return rows
    .flatMap(({ open, filed, closed }) => (open || !filed || !closed ? [] : [daysBetween(filed, closed)]))
    .filter((days) => days >= 0)
    .toSorted((a, b) => a - b)
}

function medianOf(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2)
}

/** As the form's own words for the types stand, with 其他 last. */
const resultsInOrder = [...new Set(caseTypes.flatMap(outcomesOf)), otherResult]

function outcomesIn(rows: readonly TableRow[]): readonly OutcomeCount[] {
  const counts = new Map<string, number>()
  for (const { result } of rows) if (result !== null) counts.set(result, (counts.get(result) ?? 0) + 1)
  return resultsInOrder.flatMap((outcome) => {
    const cases = counts.get(outcome)
    return cases === undefined ? [] : [{ outcome, cases }]
  })
}

function tallyOf(rows: readonly TableRow[]): Tally {
  const count = (isCounted: (row: TableRow) => boolean): number => rows.filter(isCounted).length
  const [open, carried] = [count((row) => row.open), count((row) => row.carried)]
  const days = handlingDays(rows)
  return {
    cases: rows.length,
    carried,
    filed: rows.length - carried,
    closed: rows.length - open,
    open,
    published: count(({ published }) => published === '是'),
    medianDays: medianOf(days),
    timed: days.length,
    outcomes: outcomesIn(rows),
    confirmed: count(({ confirmed }) => confirmed),
    invalidated: count(({ invalidated }) => invalidated),
  }
}

/** Counted from what the table prints, so that the two never disagree. */
export function totalsOf({ sections }: Pick<Table, 'sections'>): Totals {
  return {
    byType: sections.map(({ type, rows }) => ({ type, ...tallyOf(rows) })),
    all: tallyOf(sections.flatMap(({ rows }) => rows)),
  }
}
