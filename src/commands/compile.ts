import type { Case } from '../model/case.ts'
import { yearOf } from '../model/date.ts'
import { namedCase, type ReportFacts } from '../model/report.ts'
import { shownBefore } from '../model/shown-before.ts'
import { formOf } from '../programmes/form.ts'
import type { Statistics } from '../render/table/format.ts'
import { periodAsked } from '../returns/asked-period.ts'
import type { Background } from '../returns/background.ts'
import type { Gathered } from '../returns/gather.ts'
import { lastDueBefore } from '../rounds/rounds.ts'
import { logsNotWhole, sift } from '../table/left-out.ts'
import { neverReturned } from '../table/never-returned.ts'
import { isClosedLater } from '../table/period-end.ts'
import { tabulate } from '../table/tabulate.ts'
import { totalsOf } from '../table/totals.ts'
import type { SortOrder } from './options.ts'

export interface Asked {
  readonly sort: SortOrder | undefined
}

export interface Compiled {
  readonly statistics: Statistics
  readonly facts: ReportFacts
  /** The cases in the table. */
  readonly kept: readonly Case[]
}

/** The table of a return, and what is to be said beside it. */
export function compile(gathered: Gathered, background: Background, asked: Asked): Compiled {
  const { prepared, deadline, lastShown, comparison } = background
  const { programme, settings } = prepared
  const { asOf, config } = settings
  const period = periodAsked(background)
  const shown = lastShown && shownBefore(lastShown, gathered.cases)
  const scope = { types: programme.types, period, ...(shown && { shown }) }
  const { kept, leftOut } = sift(gathered.cases, gathered.findings, scope)
  const lastDue = lastDueBefore(programme, yearOf(period.from ?? asOf))
  const never = neverReturned({ cases: gathered.cases, kept, leftOut, shown, lastDue, end: period.to })
  const { borrowedFrom, ...form } = formOf(programme)
  const sort = asked.sort ?? config.sort ?? 'input'
  const table = tabulate(kept, {
    form,
    types: programme.types,
    unit: gathered.unit,
    date: asOf,
    period,
    sort,
    missing: {
      leftOut,
      said: gathered.logs.flatMap((log) => log.leftOut),
      unread: logsNotWhole(gathered),
    },
    ...(period.name === 'since-last' && { isCarried: (c) => shown?.get(c)?.open === true }),
  })
  const facts = {
    unit: gathered.unit,
    period,
    deadline,
    cases: gathered.cases.length,
    leftOut,
    closedLater: kept.filter((c) => isClosedLater(c, period.to)).map(namedCase),
    borrowedForm: borrowedFrom?.name ?? null,
    comparison,
    neverReturned: { cases: never.map(namedCase), closedAfter: shown ? null : lastDue },
  }
  return { statistics: { table, totals: totalsOf(table) }, facts, kept }
}
