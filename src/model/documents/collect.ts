import * as z from 'zod'
import { returnStatuses } from '../collected.ts'
import { reviewReasons } from '../desk-lists.ts'
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
  since,
  skipped,
} from './parts.ts'
import { leftOut, round, tableRow, tally, type } from './report.ts'

const unit = z.string().describe('单位：名单上的名称；不在名单上的按所写')

const statusCounts = Object.fromEntries(
  returnStatuses.map((status) => [status === 'on-time' ? 'onTime' : status, count]),
) as Record<'onTime' | Exclude<(typeof returnStatuses)[number], 'on-time'>, typeof count>

const totals = {
  byType: z.array(z.strictObject({ type, ...tally })).describe('各类型'),
  all: z.strictObject(tally).describe('合计'),
}

const returned = z.strictObject({
  unit,
  isExpected: z.boolean().describe('是否在应报送的名单里'),
  status: z.enum(returnStatuses).describe('读不了、有错误、迟报、零报告、按时；没有收到的，未到期、已到期'),
  paths: z.array(pathText).describe('它的文件；没有收到的为空'),
  receivedOn: isoDay.nullable().describe('哪一天收到的；不知道的为 null'),
  receivedFrom: z
    .enum(['received', 'form', 'file'])
    .nullable()
    .describe('收到日期的来源：收文登记、表上的时间、文件的日期；后两种是推定'),
  cases: count.describe('读到的案件数'),
  listed: count.describe('列入汇总表的案件数'),
  counts,
  explained: count.describe('已说明的问题数'),
  since: since.describe('退回修改的报送：与退回时的问题清单相比，各多少处；没有退回过的为 null'),
})

const listed = {
  unit,
  path: pathText,
  sheet: z.string().optional().describe('工作表；文本台账没有这一项'),
  line: z.int().min(1).describe('记录开始的物理行；工作簿和 Word 表格中为所在的行'),
  type: z.string().nullable().describe('案件类型'),
  caseNumber: z.string().nullable().describe('案件编号，按原样'),
  filed: z.string().nullable().describe('立案时间'),
}

const days = z.int().nullable()

const sum = z
  .strictObject({
    yuan: z.number().describe('合计，元'),
    cases: count.describe('有金额的案件数'),
    unread: count.describe('填了而不是金额、没有计入的案件数'),
  })
  .nullable()

const lists = z.strictObject({
  unpublished: z
    .array(
      z.strictObject({
        ...listed,
        decided: isoDay.describe('决定日期，台账没有的为结案时间'),
        lastDay: isoDay.nullable().describe('公开期限的最后一天；放假安排未公布的为 null'),
        daysLeft: days.describe('距公开期限的天数，已过的为负'),
        said: z.string().nullable().describe('“是否公开”一栏的原文'),
      }),
    )
    .describe('公示核对：已作决定、一般应当公开而没有公开的'),
  review: z
    .array(
      z.strictObject({
        ...listed,
        reasons: z.array(z.enum(reviewReasons)).describe('疑似超期、临近期限、有中止鉴定延期等、没有编号'),
        base: isoDay.nullable().describe('不延长的最后一天；没有全国统一期限的为 null'),
        daysLeft: days.describe('距最长期限的天数，已过的为负'),
        isOpen: z.boolean().describe('是否在办'),
      }),
    )
    .describe('案卷评查'),
  typical: z
    .array(z.strictObject({ ...listed, outcome: z.string().nullable().describe('结案方式，按原样') }))
    .describe('台账标明的典型案例'),
  sums: z
    .array(
      z.strictObject({
        unit,
        value: sum.describe('案值；台账没有这一栏的为 null'),
        fined: sum.describe('罚没；台账没有这一栏的为 null'),
      }),
    )
    .describe('案值和罚没'),
})

const onDay = { unit, day: isoDay.describe('报送的日子') }

const recorded = z
  .strictObject({
    archive: pathText.describe('存档'),
    recorded: z
      .array(
        z.strictObject({
          ...onDay,
          path: pathText,
          dayFrom: z.enum(['received', 'form', 'file']).describe('这一天从哪里来，同 receivedFrom'),
          cases: count.describe('登记的案件数'),
          leftOut: count.describe('读到而没有列入报表的案件数'),
          revision: z.int().min(1).describe('该单位该期的第几次登记'),
        }),
      )
      .describe('这次登记的'),
    unchanged: z.array(z.strictObject(onDay)).describe('已登记过、没有变化的'),
    refused: z.array(z.strictObject({ unit, reason: z.string().describe('为什么') })).describe('没有登记的'),
    differing: z.array(z.strictObject(onDay)).describe('与已登记的不同、没有 --force 而没有登记的'),
  })
  .nullable()
  .describe('--record 登记了什么；没有要求登记的为 null')

export const collectDocument = z
  .strictObject({
    ...head,
    round: round.nullable().describe('本期；方案没有报送日期的为 null'),
    reason: z.string().describe('为什么是这一期，或为什么没有'),
    unit: z.string().nullable().describe('汇总表上的填报单位'),
    date: isoDay.describe('表上的时间'),
    period: z.string().describe('统计期间，同 --period'),
    periodFrom: isoDay.nullable().describe('统计期间的第一天，不限的为 null'),
    periodTo: isoDay.describe('各案件以这一天的情况为准，不晚于 asOf'),
    roster: z
      .strictObject({
        expected: count.describe('应报送的单位数'),
        received: count.describe('其中已收到的，读不了的也在内'),
        ...statusCounts,
      })
      .describe('各状态的单位数；名单以外的单位也按状态计数'),
    units: z.array(returned).describe('各单位，按名单的次序，名单以外的在后'),
    sections: z
      .array(z.strictObject({ type, rows: z.array(tableRow.extend({ unit })) }))
      .describe('汇总表：各类型的案件，没有案件的类型也在内；因有错误而没有出表时为空'),
    totals: z
      .strictObject({ byUnit: z.array(z.strictObject({ unit, ...totals })).describe('各单位'), ...totals })
      .describe('汇总'),
    lists: lists.describe('通知所要的清单'),
    leftOut: z.array(leftOut.extend({ unit: unit.nullable() })).describe('读到而没有列入汇总表的案件'),
    findings: z.array(finding).describe('全部问题：各单位的，然后是各单位之间的'),
    explained,
    since,
    rules,
    counts,
    outputs: z
      .array(z.strictObject({ path: pathText, sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
      .describe('写出的文件，json 文件除外'),
    recorded,
    skipped,
    failures,
    exitCode,
  })
  .describe('ipcase collect -f json 的输出')

export type CollectDocument = z.infer<typeof collectDocument>
