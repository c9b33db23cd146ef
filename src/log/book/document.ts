import type { Sheet } from '../row.ts'
import { rowsOf } from './grid.ts'
import { createPassages, type Passages } from './paragraphs.ts'
import { layOut, type TableCell } from './table-layout.ts'

type Reach = Pick<TableCell, 'columns' | 'rows' | 'isContinued'>

interface Table {
  readonly name: string
  readonly rows: TableCell[][]
  preamble: readonly string[]
}

/** Told of a Word document or page from beginning to end, makes a sheet of each table, also of one inside a cell. */
export interface DocumentBuilder extends Pick<Passages, 'write' | 'endParagraph'> {
  readonly openTable: () => void
  readonly closeTable: () => void
  readonly openRow: () => void
  readonly dropRow: () => void
  readonly openCell: () => void
  readonly closeCell: (reach: Reach) => void
  readonly openBox: () => void
  readonly closeBox: () => void
  readonly link: (target: string) => void
  readonly sheets: () => readonly Sheet[]
}

const rowsRemembered = 30

/** A page may be laid out as a table: what its cells say then stands before the table in one of them. */
function textsIn({ preamble, rows }: Table): readonly string[] {
  const cells = rows.slice(-rowsRemembered).flat()
  return [...preamble, ...cells.map(({ text }) => text).filter((text) => text !== '')]
}

export function createDocument(): DocumentBuilder {
  const passages = createPassages()
  const tables: Table[] = []
  const open: Table[] = []
  const isOnPage = (): boolean => open.length === 0
  return {
    write: passages.write,
    endParagraph: passages.endParagraph,
    openTable() {
      passages.endParagraph()
      const { paragraphs } = passages.current()
      const outer = open.at(-1)
      const preamble = outer ? [...textsIn(outer), ...paragraphs] : paragraphs.splice(0)
      passages.open(preamble)
      const table: Table = { name: `表${tables.length + 1}`, rows: [], preamble }
      tables.push(table)
      open.push(table)
    },
    closeTable() {
      const table = open.pop()
      if (table) table.preamble = passages.close().paragraphs
    },
    openRow: () => open.at(-1)?.rows.push([]),
    dropRow: () => open.at(-1)?.rows.pop(),
    openCell: () => passages.open(),
    closeCell(reach) {
      const { paragraphs, targets } = passages.close()
      open
        .at(-1)
        ?.rows.at(-1)
        ?.push({ text: paragraphs.join('\n'), targets: [...targets], ...reach })
    },
    openBox: () => passages.open(),
    closeBox() {
      const { paragraphs } = passages.close()
      if (isOnPage()) passages.current().paragraphs.push(...paragraphs)
    },
    link: (target) => passages.current().targets.add(target),
    sheets: () => tables.map(({ name, preamble, rows }) => ({ name, preamble, rows: rowsOf(layOut(rows)) })),
  }
}
