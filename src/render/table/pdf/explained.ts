import { explainedHeadings, explainedTitle } from '../../../model/explained-table.ts'
import type { Explained } from '../../../model/finding.ts'
import type { Table } from '../../../model/table.ts'
import { explainedRows, explainedWidths, isProse } from '../explained.ts'
import type { Letters } from './letters.ts'
import { type Page, type Placing, pagesBelow } from './pages.ts'
import { edgesOf, plainRow, splitRow } from './rows.ts'

const edges = edgesOf(explainedWidths)

/** 审核说明 begins a page of its own behind the form, and has its heading on each. */
export function explainedPages(
  table: Table,
  explained: readonly Explained[],
  letters: Letters,
): readonly Page[] {
  if (explained.length === 0) return []
  const heading = plainRow(explainedHeadings, letters, { edges, style: () => 'bold' })
  const styleOf = (at: number) => (isProse(at) ? 'flush' : 'centred')
  const rowsFor: Placing['rowsFor'] = (free) =>
    explainedRows(explained).flatMap((cells) =>
      splitRow(plainRow(cells, letters, { edges, style: styleOf }), free),
    )
  return pagesBelow({ table, label: '', title: explainedTitle, edges, heading, rowsFor, note: '' }, letters)
}
