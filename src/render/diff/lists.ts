import { type Column, headings } from '../../model/case.ts'
import type { ChangedCell, Compared, ComparedSide } from '../../model/difference.ts'
import type { NamedCase } from '../../model/report.ts'
import { pathName, severityNames } from '../findings/words.ts'
import { type List, words } from '../list/list.ts'
import type { DiffReport } from './index.ts'

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

function periodText({ period }: ComparedSide): string {
  return period === null ? '不详' : `${period.name}，到 ${period.to}`
}

/** Tables of other periods lack cases that nobody has struck out. */
function periodNotes({ old, new: current }: Compared): readonly string[] {
  const [before, after] = [old.period, current.period]
  const isUsual = (before?.name ?? 'all') === 'all' && (after?.name ?? 'all') === 'all'
  if (isUsual || before?.name === after?.name) return []
  return [
    `统计期间：原来 ${periodText(old)}；现在 ${periodText(current)}。期间不同，一边不列的案件会算在“新增”“减少”里。`,
  ]
}

function sideNotes({
  path,
  isWhole,
  faulty,
  saysLeftOut,
  isAltered,
  skipped,
}: ComparedSide): readonly string[] {
  const name = pathName(path)
  return [
    ...(isAltered ? [`${name} 登记以后被改动过，不能作报送的凭据；下面是按改动后的内容比的。`] : []),
    ...(isWhole
      ? []
      : [`${name} 有读不出来的行，没有读到的案件会算在“新增”“减少”里：先用 ipcase validate 核对。`]),
    ...(isWhole && faulty > 0
      ? [`${name} 有 ${faulty} 件案件有错误，出表时不会列入；这里照样比，表里没有的会算在“新增”“减少”里。`]
      : []),
    ...(saysLeftOut ? [`${name} 写明有案件没有列入，没有列入的会算在“新增”“减少”里。`] : []),
    ...skipped.map((one) => `${pathName(one.path)} 没有读：${one.reason}。`),
  ]
}

/** What must be known before the difference is believed. */
export function diffNotes(compared: Compared): readonly string[] {
  const { old, new: current, isOfTwoUnits, difference } = compared
  const { before, after } = difference.notCollected
  const units = `原来的填报单位是${old.unit ?? ''}，现在的是${current.unit ?? ''}：不像同一个单位的两次报送，请检查是不是选错了文件。`
  return [
    ...(isOfTwoUnits ? [units] : []),
    ...periodNotes(compared),
    ...sideNotes(old),
    ...sideNotes(current),
    ...(before + after > 0
      ? [`不列入统计表的（不属统计范围、不予立案）没有比：原来 ${before} 件，现在 ${after} 件。`]
      : []),
  ]
}
