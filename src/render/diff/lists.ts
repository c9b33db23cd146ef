import { type Column, headings } from '../../model/case.ts'
import type { ChangedCell } from '../../model/difference.ts'
import type { NamedCase } from '../../model/report.ts'
import { severityNames } from '../findings/severity.ts'
import { type List, words } from '../list/list.ts'
import type { DiffReport } from './format.ts'

/** One kind of difference, a row a case. */
export interface DiffList extends List {
  readonly counter: '件' | '处'
}

const caseHeadings = ['案件类型', '案件编号', '立案时间'] as const

function caseCells({ type, caseNumber, filed }: Pick<NamedCase, 'type' | 'caseNumber' | 'filed'>) {
  return [type ?? '', caseNumber ?? '', filed ?? '']
}

function listOf(
  title: string,
  moreHeadings: readonly string[],
  rows: List['rows'],
  counter: DiffList['counter'] = '件',
): DiffList {
  return { id: title, title, columns: words(...caseHeadings, ...moreHeadings), rows, notes: [], counter }
}

function isSame(one: ChangedCell, c: NamedCase): boolean {
  return one.type === c.type && one.caseNumber === c.caseNumber && one.filed === c.filed
}

/** With the day and the result that closed it. */
function closedList({ closed, changed }: DiffReport['difference']): DiffList {
  const newOf = (c: NamedCase, field: Column): string =>
    changed.find((one) => one.field === field && isSame(one, c))?.to ?? ''
  const rows = closed.map((c) => [...caseCells(c), newOf(c, 'closed'), newOf(c, 'outcome')])
  return listOf('新办结', ['结案时间', '结案方式'], rows)
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
  const renumberedRows = renumbered.map(({ from, to }) => [
    ...caseCells({ ...to, caseNumber: from.caseNumber }),
    to.caseNumber ?? '',
  ])
  const changedRows = otherChanges(difference).map((one) => {
    return [...caseCells(one), headings[one.field], one.from ?? '', one.to ?? '']
  })
  return [
    listOf('新增', [], added.map(caseCells)),
    listOf('减少', [], removed.map(caseCells)),
    closedList(difference),
    {
      ...listOf('疑似换了编号', [], renumberedRows),
      columns: words('案件类型', '原来的编号', '立案时间', '现在的编号'),
    },
    listOf('改动', ['栏目', '原来', '现在'], changedRows, '处'),
  ]
}

/** 原来 7 件，现在 9 件：新增 3，减少 1，新办结 2 … */
export function diffSummary(report: DiffReport): string {
  const { before, after } = report.difference
  const parts = diffLists(report).map(
    ({ title, rows, counter }) => `${title} ${rows.length}${counter === '处' ? ' 处' : ''}`,
  )
  return `原来 ${before} 件，现在 ${after} 件：${parts.join('，')}`
}

/** What the rules say of two returns of one unit. */
export function toCheck({ findings }: DiffReport): List {
  return {
    id: 'findings',
    title: '要核对的',
    columns: words('级别', '问题', '处理'),
    rows: findings.map(({ severity, message, remedy }) => [severityNames[severity], message, remedy]),
    notes: [],
  }
}
