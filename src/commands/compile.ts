import type { ReportFacts } from '../model/report.ts'
import type { PeriodName } from '../model/table.ts'
import { formOf } from '../programmes/form.ts'
import type { Statistics } from '../render/table/format.ts'
import type { Background } from '../returns/background.ts'
import type { Gathered } from '../returns/gather.ts'
import { previousDue } from '../returns/standing.ts'
import { sift } from '../table/left-out.ts'
import { periodOf } from '../table/period.ts'
import { tabulate } from '../table/tabulate.ts'
import { totalsOf } from '../table/totals.ts'
import type { SortOrder } from './options.ts'

export interface Asked {
  readonly period: PeriodName | undefined
  readonly sort: SortOrder | undefined
}

export interface Compiled {
  readonly statistics: Statistics
  readonly facts: ReportFacts
}

/** The table of a return, and what is to be said beside it. */
export function compile(gathered: Gathered, background: Background, asked: Asked): Compiled {
  const { prepared, deadline, previous, comparison } = background
  const { programme, settings } = prepared
  const { asOf, config } = settings
  const name = asked.period ?? config.period ?? programme.period
  const period = periodOf(name, asOf, previous?.day ?? previousDue(prepared, deadline))
  const { kept, leftOut } = sift(gathered.cases, gathered.findings, { types: programme.types, period })
  const { borrowedFrom, ...form } = formOf(programme)
  const sort = asked.sort ?? config.sort ?? 'input'
  const table = tabulate(kept, {
    form,
    types: programme.types,
    unit: gathered.unit,
    date: asOf,
    period,
    sort,
    leftOut,
  })
  const facts = {
    unit: gathered.unit,
    period,
    deadline,
    cases: gathered.cases.length,
    leftOut,
    borrowedForm: borrowedFrom?.name ?? null,
    comparison,
  }
  return { statistics: { table, totals: totalsOf(table) }, facts }
}
