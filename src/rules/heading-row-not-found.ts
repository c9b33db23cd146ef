import { defineLogRule } from '../check/rule.ts'
import type { ForeignText, NearestRow } from '../model/log-fault.ts'

const needed = '表头要认得出三个以上栏目，其中有“案件类型”或“案件编号”'

const foreign: Readonly<Record<ForeignText, { readonly message: string; readonly remedy: string }>> = {
  'report-json': {
    message: '这是 ipcase report 写出的 JSON，给程序读的，不是台账',
    remedy:
      '要核对、出表，请用台账本身；要登记、比较、汇总这份报表，用 ipcase record、diff、collect，它们读这种文件。',
  },
  'own-json': {
    message: '这是 ipcase 写出的 JSON，给程序读的，不是台账',
    remedy: '请用台账本身；里面说的是哪一份台账，看 path。',
  },
  receipt: {
    message: '这是报送存档里的登记记录，不是台账',
    remedy: '请用台账本身；要与这次登记比较，用 ipcase diff。',
  },
  json: { message: '这是 JSON 文件（配置、方案之类），不是台账', remedy: '请确认选对了文件。' },
  markdown: {
    message: '这是 Markdown 文本（report、diff 写出的 .md 就是），不是台账',
    remedy: '请用台账本身，或同一份报表的 .xlsx、.docx、.csv。',
  },
}

const mostNames = 12
const longestName = 20

function listed(cells: readonly string[]): string {
  const names = cells.slice(0, mostNames).map((cell) => {
    return `“${cell.length > longestName ? `${cell.slice(0, longestName)}…` : cell}”`
  })
  return `${names.join('')}${cells.length > mostNames ? ' 等' : ''}`
}

function wordNearest({ sheet, row, named, others }: NearestRow) {
  const place = `${sheet === undefined ? '' : `工作表“${sheet}”`}第 ${row} 行`
  const unknown = others.length === 0 ? '没有别的栏目' : `认不出${listed(others)}`
  return {
    message: `前 30 行里没有表头，最接近的是${place}：认出${listed(named)}，${unknown}；${needed}`,
    ...(others.length > 0 && {
      remedy:
        '把认不出的改成统计表上的名称（案件类型、案件编号、立案时间……）；这一行不是表头的，在前 30 行之内补上表头。',
    }),
  }
}

export default defineLogRule({
  id: 'heading-row-not-found',
  severity: 'error',
  summary: '没有找到表头',
  why: '认不出表头，就不知道哪一格是案件类型、哪一格是立案时间，整份台账都读不了。',
  remedy:
    '在前 30 行之内写上表头（序号、案件类型、案件编号、立案时间……）；表头显示为乱码的，请用 Excel 或 WPS 打开原件，另存为“CSV UTF-8”再核对，或用 --encoding 指明编码；分隔符特别的，用 --delimiter 指明。',
  bad: [
    '1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚\n',
    '序号,案件名称,文书,立案时间,结果\n1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,行政处罚\n',
  ],
  good: [
    '附件\n知识产权行政案件统计表\n序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n',
  ],
  word({ isEmpty, is, nearest }) {
    if (isEmpty) {
      return {
        message: '文件是空的，没有表头，也没有案件',
        remedy: '请确认选对了文件、保存完整了；确无案件的，报只有表头的空表。',
      }
    }
    if (is) return foreign[is]
    return nearest ? wordNearest(nearest) : { message: `前 30 行里没有表头：${needed}` }
  },
})
