import { type Column, headings } from '../../model/case.ts'
import type { ChangedCell } from '../../model/difference.ts'
import type { NamedCase } from '../../model/report.ts'
import type { DiffReport } from './format.ts'

/** One kind of difference: how it is called, and a line a case. */
export interface DiffList {
  readonly name: string
  readonly count: number
  readonly counter: '件' | '处'
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const caseColumns = ['案件类型', '案件编号', '立案时间'] as const

function caseCells({ type, caseNumber, filed }: NamedCase): readonly string[] {
  return [type ?? '', caseNumber ?? '', filed ?? '']
}

function ofCases(name: string, cases: readonly NamedCase[]): DiffList {
  return { name, count: cases.length, counter: '件', columns: caseColumns, rows: cases.map(caseCells) }
}

function changeCells({ type, caseNumber, filed, field, from, to }: ChangedCell): readonly string[] {
  return [type ?? '', caseNumber ?? '', filed ?? '', headings[field satisfies Column], from ?? '', to ?? '']
}

function isSame(one: ChangedCell, c: NamedCase): boolean {
  return one.type === c.type && one.caseNumber === c.caseNumber && one.filed === c.filed
}

/** With the day and the result that closed it. */
function closedList({ closed, changed }: DiffReport['difference']): DiffList {
  const newOf = (c: NamedCase, field: Column): string =>
    changed.find((one) => one.field === field && isSame(one, c))?.to ?? ''
  return {
    name: '新办结',
    count: closed.length,
    counter: '件',
    columns: [...caseColumns, '结案时间', '结案方式'],
    rows: closed.map((c) => [...caseCells(c), newOf(c, 'closed'), newOf(c, 'outcome')]),
  }
}

const toldByClosing: readonly Column[] = ['closed', 'outcome', 'published', 'url']

/** What is not told already: by a new number, or by the closing of a case. */
function otherChanges({ closed, renumbered, changed }: DiffReport['difference']): readonly ChangedCell[] {
  const isTold = (one: ChangedCell): boolean =>
    (one.field === 'caseNumber' && renumbered.some(({ to }) => isSame(one, to))) ||
    (toldByClosing.includes(one.field) && closed.some((c) => isSame(one, c)))
  return changed.filter((one) => !isTold(one))
}

/** In the order in which an officer asks. */
export function diffLists({ difference }: DiffReport): readonly DiffList[] {
  const { added, removed, renumbered } = difference
  const others = otherChanges(difference)
  return [
    ofCases('新增', added),
    ofCases('减少', removed),
    closedList(difference),
    {
      name: '疑似换了编号',
      count: renumbered.length,
      counter: '件',
      columns: ['案件类型', '原来的编号', '立案时间', '现在的编号'],
      rows: renumbered.map(({ from, to }) => [
        to.type ?? '',
        from.caseNumber ?? '',
        to.filed ?? '',
        to.caseNumber ?? '',
      ]),
    },
    {
      name: '改动',
      count: others.length,
      counter: '处',
      columns: [...caseColumns, '栏目', '原来', '现在'],
      rows: others.map(changeCells),
    },
  ]
}

/** 原来 7 件，现在 9 件：新增 3，减少 1，新办结 2 … */
export function diffSummary(report: DiffReport): string {
  const { before, after } = report.difference
  const parts = diffLists(report).map(
    ({ name, count, counter }) => `${name} ${count}${counter === '处' ? ' 处' : ''}`,
  )
  return `原来 ${before} 件，现在 ${after} 件：${parts.join('，')}`
}
