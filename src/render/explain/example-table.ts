import { type Column, columns } from '../../model/case.ts'
import type { RuleExample, RuleExampleRow } from '../../model/rule-text.ts'

/** Rows with the same columns, side by side; `reported` is where the rule speaks. */
export interface ExampleTable {
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly cells: readonly (string | undefined)[]; readonly reported: boolean }[]
}

function columnsOf(rows: readonly RuleExampleRow[]): readonly Column[] {
  return columns.filter((column) => rows.some((row) => row[column] !== undefined))
}

function tableOf(rows: readonly RuleExampleRow[]): ExampleTable {
  const shown = columnsOf(rows)
  return {
    columns: shown,
    rows: rows.map((row, i) => ({
      cells: shown.map((column) => row[column]),
      reported: i === rows.length - 1,
    })),
  }
}

function joins(above: ExampleTable | string | undefined, below: ExampleTable): above is ExampleTable {
  if (above === undefined || typeof above === 'string') return false
  const single = above.rows.every(({ reported }) => reported) && below.rows.length === 1
  return single && above.columns.join() === below.columns.join()
}

/** Examples of one row each stand under one heading as long as they show the same columns. */
export function exampleTables(examples: readonly RuleExample[]): readonly (ExampleTable | string)[] {
  const tables: (ExampleTable | string)[] = []
  for (const example of examples) {
    const above = tables.at(-1)
    const table = typeof example === 'string' ? example : tableOf(example)
    if (typeof table !== 'string' && joins(above, table)) {
      tables[tables.length - 1] = { columns: above.columns, rows: [...above.rows, ...table.rows] }
    } else tables.push(table)
  }
  return tables
}
