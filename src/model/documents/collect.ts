import * as z from 'zod'
import { returnStatuses } from '../collected.ts'
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
})

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
    leftOut: z.array(leftOut.extend({ unit: unit.nullable() })).describe('读到而没有列入汇总表的案件'),
    findings: z.array(finding).describe('全部问题：各单位的，然后是各单位之间的'),
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
  .describe('ipcase collect -f json 的输出')

export type CollectDocument = z.infer<typeof collectDocument>
