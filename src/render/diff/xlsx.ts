import { pathName } from '../findings/words.ts'
import { words } from '../list/list.ts'
import { addList } from '../list/xlsx.ts'
import { workbookBytes } from '../workbook.ts'
import type { DiffFormat, DiffReport } from './index.ts'
import { diffLists, diffNotes, diffSummary, toCheck } from './lists.ts'

/** What was compared, and what to know before it is believed. */
function overview(report: DiffReport) {
  const { old, new: current, head } = report
  const side = (name: string, { path, unit }: DiffReport['old']) => [
    name,
    `${pathName(path)}${unit === null ? '' : `（${unit}）`}`,
  ]
  const rows = [
    side('原来', old),
    side('现在', current),
    ['以哪一天为准', head.asOf],
    ['结果', diffSummary(report)],
    ...diffNotes(report).map((note) => ['注意', note]),
  ]
  return { title: '概况', columns: words('项目', '内容'), rows }
}

/** A sheet a kind of difference, to be filtered and passed on. */
export const diffXlsx: DiffFormat = (report) =>
  workbookBytes({ madeOn: report.head.asOf }, (workbook) => {
    addList(workbook, overview(report))
    for (const list of [...diffLists(report), toCheck(report)]) {
      addList(workbook, { ...list, title: `${list.title}（${list.rows.length}）` })
    }
  })
