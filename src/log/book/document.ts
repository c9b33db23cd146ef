import type { RefusedKind } from '../refusal.ts'
import type { Sheet } from '../row.ts'
import { type Budget, createBudget } from './budget.ts'
import { rowsOf } from './grid.ts'
import { layOut, type TableCell } from './table-layout.ts'

interface Passage {
  readonly paragraphs: string[]
  readonly targets: Set<string>
}

/** Passages inside one another: a page, a table on it, a cell, a text box. */
export interface Passages {
  readonly open: (paragraphs?: readonly string[]) => void
  readonly close: () => Passage
  readonly current: () => Passage
  readonly write: (text: string) => void
  readonly endParagraph: () => void
}

interface OpenPassage extends Passage {
  unfinished: string
}

function createPassages(): Passages {
  const outermost = emptyPassage()
  const open = [outermost]
  const innermost = (): OpenPassage => open.at(-1) ?? outermost
  const endParagraph = (): void => {
    const text = innermost().unfinished.trim()
    if (text !== '') innermost().paragraphs.push(text)
    innermost().unfinished = ''
  }
  return {
    open: (paragraphs = []) => open.push(emptyPassage(paragraphs)),
    close() {
      endParagraph()
      return open.pop() ?? outermost
    },
    current: innermost,
    write(text) {
      innermost().unfinished += text
    },
    endParagraph,
  }
}

function emptyPassage(paragraphs: readonly string[] = []): OpenPassage {
  return { paragraphs: [...paragraphs], targets: new Set(), unfinished: '' }
}

type Reach = Pick<TableCell, 'columns' | 'rows' | 'isContinued'>

interface PageTable {
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
  /** Why no more of it is read. */
  readonly exceeded: Budget['exceeded']
  readonly sheets: () => readonly Sheet[] | RefusedKind
}

/** One for all, since a page has millions of cells without a link. */
const noTargets: readonly string[] = []

const rowsRemembered = 30
const textsRemembered = 1000

/** A page may be laid out as a table: what its cells say then stands before the table in one of them. */
function textsIn({ preamble, rows }: PageTable): readonly string[] {
  const cells = rows.slice(-rowsRemembered).flat()
  const texts = cells.map(({ text }) => text).filter((text) => text !== '')
  return [...preamble, ...texts].slice(-textsRemembered)
}

function sheetsOf(tables: readonly PageTable[], budget: Budget): readonly Sheet[] | RefusedKind {
  const sheets = tables.map(({ name, preamble, rows }) => {
    return { name, preamble, rows: budget.exceeded() ? [] : rowsOf(layOut(rows, budget), budget) }
  })
  return budget.exceeded() ?? sheets
}

export function createDocument(): DocumentBuilder {
  const budget = createBudget()
  const passages = createPassages()
  const tables: PageTable[] = []
  const open: PageTable[] = []
  return {
    write: passages.write,
    endParagraph: passages.endParagraph,
    exceeded: budget.exceeded,
    openTable() {
      budget.sheet()
      passages.endParagraph()
      const { paragraphs } = passages.current()
      const outer = open.at(-1)
      const preamble = outer ? [...textsIn(outer), ...paragraphs] : paragraphs.splice(0)
      passages.open(preamble)
      const table: PageTable = { name: `表${tables.length + 1}`, rows: [], preamble }
      tables.push(table)
      open.push(table)
    },
    closeTable() {
      const table = open.pop()
      if (table) table.preamble = passages.close().paragraphs
    },
    openRow() {
      budget.places(1)
      open.at(-1)?.rows.push([])
    },
    dropRow: () => open.at(-1)?.rows.pop(),
    openCell: () => passages.open(),
    closeCell(reach) {
      const { paragraphs, targets } = passages.close()
      const text = paragraphs.join('\n')
      budget.places(1)
      budget.text(text)
      const row = open.at(-1)?.rows.at(-1)
      row?.push({ text, targets: targets.size > 0 ? [...targets] : noTargets, ...reach })
    },
    openBox: () => passages.open(),
    closeBox() {
      const { paragraphs } = passages.close()
      if (open.length === 0) for (const paragraph of paragraphs) passages.current().paragraphs.push(paragraph)
    },
    link: (target) => passages.current().targets.add(target),
    sheets: () => sheetsOf(tables, budget),
  }
}
