import { utils, write } from '@e965/xlsx'
import type { WrittenLog } from './damage-text.ts'
import type { Random } from './random.ts'
import { type Cells, headings } from './sound-log.ts'

/** Rows as a sheet holds them, the heading among them. */
interface Grid {
  readonly rows: readonly (readonly string[])[]
  readonly headingAt: number
}

interface BookDamage {
  readonly name: string
  readonly hurt: (grid: Grid, random: Random) => Grid
}

function someCase({ rows, headingAt }: Grid, random: Random): number {
  return headingAt + 1 + random.below(rows.length - headingAt - 1)
}

function oneCase(
  name: string,
  change: (cells: readonly string[], random: Random) => readonly string[],
): BookDamage {
  return {
    name,
    hurt(grid, random) {
      const chosen = someCase(grid, random)
      return { ...grid, rows: grid.rows.map((cells, at) => (at === chosen ? change(cells, random) : cells)) }
    },
  }
}

const bookDamages: readonly BookDamage[] = [
  { name: '完好', hurt: (grid) => grid },
  oneCase('一件写在一格里', (cells, random) => [cells.join(random.of([' ', '\t', ',', '，', ';']))]),
  oneCase('整行右移', (cells) => ['', ...cells]),
  oneCase('整行左移', (cells) => cells.slice(1)),
  oneCase('两格互换', (cells, random) => {
    // 在办 in 备注 beside a blank 结案方式 is an open case, and lawful.
    const [one, other] = [1 + random.below(7), 1 + random.below(7)]
    const swapped = new Map([
      [one, cells[other] ?? ''],
      [other, cells[one] ?? ''],
    ])
    return cells.map((cell, at) => swapped.get(at) ?? cell)
  }),
  oneCase('控制字符', (cells, random) => {
    const chosen = 1 + random.below(8)
    return cells.map((cell, at) => (at === chosen ? `${cell.slice(0, 2)}\u0007${cell.slice(2)}` : cell))
  }),
  oneCase('格内折行', (cells, random) => {
    // A remark may well have lines.
    const chosen = 1 + random.below(7)
    return cells.map((cell, at) => (at === chosen ? `${cell.slice(0, 4)}\n${cell.slice(4)}` : cell))
  }),
  {
    name: '案件在表头上面',
    hurt(grid, random) {
      const chosen = someCase(grid, random)
      const { rows, headingAt } = grid
      const moved = rows[chosen] ?? []
      const rest = rows.toSpliced(chosen, 1)
      return { rows: rest.toSpliced(headingAt, 0, moved), headingAt: headingAt + 1 }
    },
  },
  {
    name: '表头重复',
    hurt: (grid, random) => ({ ...grid, rows: grid.rows.toSpliced(someCase(grid, random), 0, headings) }),
  },
  {
    name: '中间空行',
    hurt: (grid, random) => ({ ...grid, rows: grid.rows.toSpliced(someCase(grid, random), 0, []) }),
  },
]

/** A file on a bad disk, or one that was not fetched whole. */
const byteDamages: readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes, random) => {
    const at = random.below(bytes.length)
    return bytes.map((byte, index) => (index === at ? byte ^ (1 << random.below(8)) : byte))
  },
]

/** A sound workbook with one damage, as SheetJS writes it. */
export function damagedBook(cases: readonly Cells[], random: Random): WrittenLog {
  const above = random.below(2) > 0 ? [['知识产权行政案件统计表'], ['填报单位：凌源市市场监督管理局']] : []
  const grid = { rows: [...above, headings, ...cases], headingAt: above.length }
  const damage = random.of(bookDamages)
  const { rows } = damage.hurt(grid, random)
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '台账')
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx' })
  if (random.below(4) > 0) return { name: `xlsx ${damage.name}`, bytes }
  return { name: `xlsx ${damage.name}、字节`, bytes: random.of(byteDamages)(bytes, random) }
}
