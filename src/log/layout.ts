import { type Column, columnBit, columns, type Fact, type Layout } from '../model/case.ts'
import type { LogFault, Place } from '../model/log-fault.ts'
import { factNamed, headingNamed, ledgerNamed } from './headings.ts'
import type { Row } from './row.ts'
import { tidy, withoutSpaces } from './spell/blank.ts'

export interface ReadLayout {
  readonly layout: Layout
  readonly width: number
  /** Columns no cell can be read of, as bits of `columnBit`. */
  readonly unreadable: number
  readonly faults: readonly (readonly [LogFault, Place])[]
}

const required: readonly Column[] = ['type', 'caseNumber', 'filed']

interface Claim {
  readonly index: number
  readonly exact: boolean
  readonly text: string
}

/** The first column of each; where the 立案号 serves as 案件编号 it is no fact beside it. */
function factsOf(cells: readonly string[], used: ReadonlySet<number>): Partial<Record<Fact, number>> {
  const facts: Partial<Record<Fact, number>> = {}
  cells.forEach((text, index) => {
    const fact = factNamed(text)
    if (fact && !used.has(index)) facts[fact] ??= index
  })
  return facts
}

/** They are no columns of the form and are said to be none; who collects returns asks for them. */
function ledgerOf(cells: readonly string[], used: ReadonlySet<number>): Layout['ledger'] {
  const found = cells.flatMap((heading, index) => {
    const column = used.has(index) ? undefined : ledgerNamed(heading)
    return column === undefined ? [] : [[column, { index, heading }] as const]
  })
  return found.length === 0 ? undefined : Object.fromEntries(found.toReversed())
}

function claimsOf(cells: readonly string[]): Map<Column, Claim[]> {
  const claims = new Map<Column, Claim[]>()
  cells.forEach((text, index) => {
    const match = headingNamed(text)
    if (!match) return
    const rivals = claims.get(match.column) ?? []
    claims.set(match.column, [...rivals, { index, exact: match.exact, text }])
  })
  const filing = cells.findIndex((text) => factNamed(text) === 'filingNumber')
  if (filing >= 0 && !claims.has('caseNumber')) {
    claims.set('caseNumber', [{ index: filing, exact: false, text: cells[filing] ?? '' }])
  }
  return claims
}

/** Those of the best rank: an exact heading wins over a synonym. */
function bestOf(claims: readonly Claim[]): readonly Claim[] {
  const exact = claims.filter((claim) => claim.exact)
  return exact.length > 0 ? exact : claims
}

type ReportFault = (fault: LogFault, index?: number) => void

function reportColumn(column: Column, best: readonly Claim[], report: ReportFault): void {
  const rival = best[1]
  if (rival) {
    report({ rule: 'heading-duplicate', column, headings: best.map((claim) => claim.text) }, rival.index)
  } else if (best.length === 0 && column !== 'serial') {
    report({ rule: required.includes(column) ? 'heading-missing' : 'optional-heading-missing', column })
  }
}

/** Beside the form's columns in the table of many units that ipcase itself writes. */
const unitHeading = '填报单位'

/** One note a log: a ledger's own columns are no faults to be listed one by one. */
function reportUnknown(cells: readonly string[], used: ReadonlySet<number>, report: ReportFault): void {
  const unknown = cells.flatMap((text, at) =>
    text !== '' && text !== unitHeading && !used.has(at) ? [{ heading: withoutSpaces(text), at }] : [],
  )
  const [first] = unknown
  if (first) report({ rule: 'heading-unknown', headings: unknown.map(({ heading }) => heading) }, first.at)
}

export function readLayout(row: Row, log: Pick<Layout, 'path' | 'sheet' | 'isDocument'>): ReadLayout {
  const cells = row.cells.map((cell) => tidy(cell))
  const claims = claimsOf(cells)
  const index: Partial<Record<Column, number>> = {}
  const heading: Partial<Record<Column, string>> = {}
  const layout: Layout = { ...log, index, heading }
  const faults: (readonly [LogFault, Place])[] = []
  const report: ReportFault = (fault, at) => {
    faults.push([fault, { layout, line: row.line, row: row.row, ...(at === undefined ? {} : { index: at }) }])
  }
  const used = new Set<number>()
  let unreadable = 0
  for (const column of columns) {
    const best = bestOf(claims.get(column) ?? [])
    if (best.length !== 1) unreadable |= columnBit[column]
    for (const claim of best.slice(0, 1)) {
      index[column] = claim.index
      heading[column] = withoutSpaces(claim.text)
    }
    for (const claim of best) used.add(claim.index)
    reportColumn(column, best, report)
  }
  const facts = factsOf(cells, used)
  for (const at of Object.values(facts)) used.add(at)
  reportUnknown(cells, used, report)
  const width = cells.findLastIndex((text) => text !== '') + 1
  const ledger = ledgerOf(cells, used)
  const whole = {
    ...layout,
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(ledger && { ledger }),
  }
  return { layout: whole, width, unreadable, faults }
}

/** Of two headings, whether the same columns stand in the same places. */
export function sameColumns(one: ReadLayout, other: ReadLayout): boolean {
  return JSON.stringify(one.layout.index) === JSON.stringify(other.layout.index)
}
