import type { RuleText } from '../../model/rule-text.ts'
import { words } from '../list/list.ts'
import { addList, addListRow, fonts, plainOn, severityFills } from '../list/xlsx.ts'
import type { ExcelBook, Worksheet } from '../workbook.ts'
import type { Colour } from './colours.ts'
import type { EntryColumn } from './columns.ts'

export interface GuideFacts {
  readonly columns: readonly EntryColumn[]
  readonly rules: readonly RuleText[]
  readonly colours: readonly Colour[]
}

const steps = [
  '一、在“台账”里一件案件填一行，序号不用填。',
  '二、填写时看单元格旁边的提示；带下拉箭头的从列表里选。',
  '三、变了颜色的单元格，照下面的说明改。不变颜色，不等于没有问题，还要用 ipcase 核对。',
  '四、核对：ipcase validate 这个文件；出表：ipcase report 这个文件 -o 统计表.xlsx。',
  '五、右边可以加本单位自己的栏（当事人、承办人），不会印在统计表里；表头的名称不要改。',
]

const example: Readonly<Record<NonNullable<EntryColumn['key']>, readonly [string, string, string]>> = {
  serial: ['', '', ''],
  type: ['商标侵权', '专利侵权裁决', '专利纠纷调解'],
  caseNumber: ['朝市监处罚〔2024〕12号', '朝市监知裁字〔2024〕1号', '朝市监知调字〔2024〕3号'],
  filed: ['2024-03-05', '2024-01-08', '2024-05-20'],
  closed: ['2024-05-06', '2024-04-02', ''],
  decided: ['2024-04-26', '2024-04-02', ''],
  outcome: ['行政处罚', '裁驳（专利权无效）', '在办'],
  published: ['是', '否', ''],
  url: ['https://www.gsxt.gov.cn/12', '', ''],
  remark: ['', '专利无效后裁驳案件，依法不予公开', ''],
}

/** Characters. */
const widths = [16, 40, 56] as const
const [narrow, middle, wide] = widths

function title(sheet: Worksheet, text: string): void {
  const row = sheet.addRow([text])
  row.font = { ...fonts.bold, size: 12 }
  row.height = 24
}

/** A row a colour: what it means and what to do, in the words of the rule itself. */
function addColourRows(sheet: Worksheet, { columns, rules, colours }: GuideFacts): void {
  for (const { rule, column } of colours) {
    const text = rules.find(({ id }) => id === rule)
    if (text === undefined) continue
    const heading = columns.find(({ key }) => key === column)?.heading ?? ''
    const row = addListRow(sheet, [heading, text.summary, text.remedy], widths)
    row.getCell(1).style = plainOn(severityFills[text.severity])
  }
}

/** How to fill the ledger in; read by nobody but people, and skipped when the workbook is read. */
export function addGuide(workbook: ExcelBook, facts: GuideFacts): void {
  const { columns } = facts
  const sheet = workbook.addWorksheet('填写说明', {
    pageSetup: { paperSize: 9, fitToPage: true, fitToHeight: 0 },
  })
  sheet.columns = widths.map((width) => ({ width }))
  title(sheet, '怎样填')
  for (const step of steps) {
    addListRow(sheet, [step], [narrow + middle + wide])
    sheet.mergeCells(sheet.rowCount, 1, sheet.rowCount, 3)
  }
  title(sheet, '各栏')
  for (const { heading, prompt = '本单位自己的栏，不印在统计表里。' } of columns) {
    addListRow(sheet, [heading, prompt], [narrow, middle + wide])
    sheet.mergeCells(sheet.rowCount, 2, sheet.rowCount, 3)
  }
  title(sheet, '颜色')
  addColourRows(sheet, facts)
  addList(
    workbook,
    {
      title: '示例',
      columns: words(...columns.map(({ heading }) => heading)),
      rows: [0, 1, 2].map((at) => columns.map(({ key }) => (key ? (example[key][at] ?? '') : ''))),
    },
    columns.map(({ width }) => width),
  )
}
