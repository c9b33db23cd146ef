import type { EntryColumn } from './columns.ts'

/** Where a column of the ledger stands, as a reference from the first row for entries: `$D5`. */
export type CellIn = (key: NonNullable<EntryColumn['key']>) => string

export interface Colour {
  /** What `validate` would say there. */
  readonly rule: string
  readonly column: NonNullable<EntryColumn['key']>
  /** Written for the first row; a spreadsheet moves it down with the rows. */
  readonly formula: string
}

/** Names of the lists behind the drop-downs. */
export const typeList = '案件类型列表'
export const openList = '未结用语'

/**
 * What a spreadsheet can judge by itself. A cell is coloured only where the same cell would bring a finding:
 * whoever learns that colours cry wolf stops looking at them.
 */
export function coloursOf(cell: CellIn, column: CellIn): readonly Colour[] {
  const [type, number, filed, closed] = [cell('type'), cell('caseNumber'), cell('filed'), cell('closed')]
  const [decided, outcome, published, url] = [
    cell('decided'),
    cell('outcome'),
    cell('published'),
    cell('url'),
  ]
  const isOpen = `COUNTIF(${openList},${outcome})>0`
  return [
    {
      rule: 'type-missing',
      column: 'type',
      formula: `AND(${type}="",COUNTA(${number},${filed},${closed},${outcome})>0)`,
    },
    { rule: 'filed-missing', column: 'filed', formula: `AND(${filed}="",${number}<>"",${type}<>"")` },
    { rule: 'filed-in-future', column: 'filed', formula: `AND(ISNUMBER(${filed}),${filed}>TODAY())` },
    { rule: 'closed-in-future', column: 'closed', formula: `AND(ISNUMBER(${closed}),${closed}>TODAY())` },
    {
      rule: 'closed-before-filed',
      column: 'closed',
      formula: `AND(ISNUMBER(${filed}),ISNUMBER(${closed}),${closed}<${filed})`,
    },
    {
      rule: 'closed-missing',
      column: 'closed',
      formula: `AND(${closed}="",${decided}="",${outcome}<>"",${type}<>"",COUNTIF(INDIRECT(${type}),${outcome})>0,NOT(${isOpen}))`,
    },
    { rule: 'outcome-missing', column: 'outcome', formula: `AND(${closed}<>"",${outcome}="")` },
    { rule: 'outcome-still-open', column: 'outcome', formula: `AND(${closed}<>"",${isOpen})` },
    {
      rule: 'case-number-missing',
      column: 'caseNumber',
      formula: `AND(${number}="",OR(${outcome}="行政处罚",${outcome}="不予行政处罚",LEFT(${outcome},2)="裁决"))`,
    },
    {
      rule: 'case-number-duplicate',
      column: 'caseNumber',
      formula: `AND(${number}<>"",COUNTIFS(${column('type')},${type},${column('caseNumber')},${number})>1)`,
    },
    {
      rule: 'published-missing',
      column: 'published',
      formula: `AND(${closed}<>"",${outcome}<>"",${published}="")`,
    },
    { rule: 'url-missing', column: 'url', formula: `AND(${published}="是",${url}="")` },
    { rule: 'url-unexpected', column: 'url', formula: `AND(${published}="否",${url}<>"")` },
  ]
}
