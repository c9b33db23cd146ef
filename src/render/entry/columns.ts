import { type Column, headings } from '../../model/case.ts'
import { byteOrderMark, csvRecord } from '../list/csv.ts'
import type { EntryFormat } from './index.ts'

export interface EntryColumn {
  /** Absent: a column of the unit's own. */
  readonly key?: Column | 'decided'
  readonly heading: string
  readonly width: number
  /** What Excel shows beside the cell while something is typed there. */
  readonly prompt?: string
}

function ofForm(key: Column, width: number, prompt: string): EntryColumn {
  return { key, heading: headings[key], width, prompt }
}

/** The form's order, with 决定日期 beside the day of closing: time limits and publication run to and from it. */
const formColumns: readonly EntryColumn[] = [
  ofForm('serial', 7, '不用填：出表时按案件类型自动编号。'),
  ofForm('type', 20, '从下拉列表里选。不属于这几类的案件（商标代理、不正当竞争等）不列入统计表。'),
  ofForm('caseNumber', 28, '决定书、裁决书上的文号，如：朝市监处罚〔2024〕12号。还没有文号的，先填立案号。'),
  ofForm('filed', 13, '写作 2024-03-05。'),
  ofForm('closed', 13, '写作 2024-05-06。没有结案的留空。'),
  {
    key: 'decided',
    heading: '决定日期',
    width: 13,
    prompt: '决定书、裁决书上的日期。不印在统计表里，核对办案时限和公开时限时用。',
  },
  ofForm('outcome', 20, '先选案件类型，再从下拉列表里选；也可以自己写。没有结案的选“在办”。'),
  ofForm(
    'published',
    10,
    '决定书在网上公开了的选“是”；不公开的选“否”，并在备注里写明原因；要公开还没公开的选“拟公开”。',
  ),
  ofForm('url', 40, '公开了的填网址，整条粘贴，从 http 开始。有几个的用；隔开。'),
  ofForm('remark', 30, '行政调解司法确认、专利无效后裁驳的案件要在这里注明；不公开的写明原因。'),
]

export function entryColumns(ownColumns: readonly string[]): readonly EntryColumn[] {
  return [...formColumns, ...ownColumns.map((heading) => ({ heading, width: 16 }))]
}

/** What 结案方式 says of a case that is still open, whatever its type. */
export const openWords = ['在办', '中止', '待执行']

export const yesAndNo = ['是', '否', '拟公开']

/** As a text file the headings alone: nothing could be picked from a list there. */
export const entryCsv: EntryFormat = ({ ownColumns }) =>
  byteOrderMark + csvRecord(entryColumns(ownColumns).map(({ heading }) => heading))
