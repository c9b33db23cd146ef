import type { Table, TableRow, Tally, Totals } from '../model/table.ts'

function tallyOf(rows: readonly TableRow[]): Tally {
  const open = rows.filter((row) => row.open).length
  return {
    filed: rows.length,
    closed: rows.length - open,
    open,
    published: rows.filter((row) => row.published === '是').length,
  }
}

/** Counted from what the table prints, so that the two never disagree. */
export function totalsOf({ sections }: Pick<Table, 'sections'>): Totals {
  return {
    byType: sections.map(({ type, rows }) => ({ type, ...tallyOf(rows) })),
    all: tallyOf(sections.flatMap(({ rows }) => rows)),
  }
}
