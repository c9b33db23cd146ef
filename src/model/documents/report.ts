import * as z from 'zod'
import { caseFields } from '../case-schema.ts'
import { caseTypes } from '../case-type.ts'
import {
  count,
  counts,
  exitCode,
  explained,
  failures,
  finding,
  head,
  isoDay,
  pathText,
  rules,
  skipped,
} from './parts.ts'

const line = z.int().min(1).describe('记录开始的物理行；工作簿和 Word 表格中为所在的行')
const sheet = z.string().optional().describe('工作表；文本台账没有这一项')
export const type = z.enum(caseTypes).describe('案件类型')

export const tableRow = z.strictObject({
  serial: z.int().min(1).describe('序号，每个类型从 1 编起'),
  type,
  caseNumber: caseFields.caseNumber,
  filed: caseFields.filed,
  closed: caseFields.closed,
  outcome: caseFields.outcome,
  published: z.enum(['是', '否']).nullable().describe('是否公开；尚未公开的为否'),
  url: caseFields.url,
  remark: caseFields.remark,
  source: z.strictObject({ path: pathText, sheet, line }).describe('这一行来自哪里'),
})

export const tally = {
  cases: count.describe('表中的案件数 = 上期结转 + 立案 = 结案 + 在办'),
  carried: count.describe('上期结转数：统计期间以前立案、列在本期的'),
  filed: count.describe('本期立案数'),
  closed: count.describe('结案数'),
  open: count.describe('期末在办数'),
  published: count.describe('已公开数'),
  medianDays: z.int().min(0).nullable().describe('从立案到结案的天数（自然日）的中位数，没有的为 null'),
  timed: count.describe('中位数是从几件算出来的：立案、结案时间都有的已结案件'),
  outcomes: z
    .array(z.strictObject({ outcome: z.string(), cases: count }))
    .describe('结案情况：每件已结案件按第一个结果算一次，认不出的为“其他”；合计等于结案数'),
  confirmed: count.describe('已结案件中司法确认的件数，另计'),
  invalidated: count.describe('已结案件中专利无效后裁驳的件数，另计'),
}

const namedCase = {
  path: pathText,
  sheet,
  line,
  type: z.string().nullable().describe('案件类型；认不出的按原样'),
  caseNumber: z.string().nullable().describe('案件编号，按原样'),
  filed: z.string().nullable().describe('立案时间；认不出的按原样'),
}

export const leftOut = z.strictObject({
  ...namedCase,
  reason: z
    .enum(['rule', 'period', 'out-of-scope', 'not-a-case', 'withheld'])
    .describe('有错误，或类型、日期认不出来；不在统计期间；不属本表的案件类型；没有立案；因其他错误没有出表'),
  rules: z.array(z.string()).describe('涉及的规则'),
  message: z.string().nullable().describe('第一条规则怎么说'),
})

export const round = z.strictObject({
  id: z.string().describe('期次，如 2024-06'),
  due: isoDay.describe('截止日'),
  status: z
    .enum(['open', 'due-today', 'overdue', 'past', 'submitted', 'submitted-late'])
    .describe('报送状态'),
  daysLeft: z.int().describe('距截止的天数，逾期为负'),
})

export const reportDocument = z
  .strictObject({
    ...head,
    round: round.nullable().describe('本期；方案没有报送日期的为 null'),
    unit: z.string().nullable().describe('填报单位，没有写明的为 null'),
    previous: z
      .strictObject({
        round: z.string().describe('期次'),
        day: isoDay.describe('报送的日子'),
        file: z.string().describe('报送的文件'),
        cases: count.describe('案件数'),
      })
      .nullable()
      .describe('用来核对的上次报送；没有存档、没有记录的为 null'),
    date: isoDay.describe('表上的时间'),
    period: z.string().describe('统计期间，同 --period：all、year-to-date、since-last、2024-Q2 等'),
    periodFrom: isoDay.nullable().describe('统计期间的第一天，不限的为 null'),
    periodTo: isoDay.describe('各案件以这一天的情况为准，不晚于 asOf'),
    sections: z
      .array(z.strictObject({ type, rows: z.array(tableRow) }))
      .describe('各类型的案件，没有案件的类型也在内；因有错误而没有出表时为空'),
    leftOut: z.array(leftOut).describe('读到而没有列入表中的案件'),
    neverReturned: z
      .array(z.strictObject(namedCase))
      .describe('不在统计期间、以往报送也没有列过的案件；没有存档时，为上年最后一期截止以后结案的'),
    closedLater: z
      .array(z.strictObject(namedCase))
      .describe('统计期间以后才结案的案件：表中结案各栏留空，算在办'),
    totals: z
      .strictObject({
        byType: z.array(z.strictObject({ type, ...tally })).describe('各类型'),
        all: z.strictObject(tally).describe('合计'),
      })
      .describe('汇总'),
    findings: z.array(finding).describe('全部问题'),
    explained,
    rules,
    counts,
    outputs: z
      .array(z.strictObject({ path: pathText, sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
      .describe('写出的文件，json 文件除外'),
    skipped,
    failures,
    exitCode,
  })
  .describe('ipcase report -f json 的输出')

export type ReportDocument = z.infer<typeof reportDocument>
