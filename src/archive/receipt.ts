import * as z from 'zod'
import type { Case } from '../model/case.ts'
import { calendarDay, caseFields } from '../model/case-schema.ts'
import { day } from '../model/date.ts'
import { withoutPersonalNumbers } from '../model/personal-number.ts'
import { previousCaseOf } from '../model/previous-case.ts'

const isoDay = calendarDay.transform(day)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)

const archivedCase = z
  .strictObject({
    type: caseFields.type.nullable(),
    caseNumber: z.string().nullable().describe('案件编号，按台账原样'),
    filingNumber: z.string().nullable().optional().describe('立案号，台账另有这一栏的'),
    filed: isoDay.nullable().describe('立案时间'),
    closed: isoDay.nullable().describe('结案时间'),
    outcome: z.string().nullable().describe('结案方式，按台账原样'),
    open: z.boolean().describe('是否在办'),
    published: caseFields.published,
    links: z.array(z.string()).describe('公开网址'),
    remark: z.string().nullable().describe('备注'),
  })
  .describe('一件案件；空白的、读不出来的为 null')

export const receiptSchema = z
  .strictObject({
    schemaVersion: z.literal(1).describe('文件格式的版本'),
    tool: z.strictObject({ name: z.string(), version: z.string() }).describe('登记所用的程序'),
    programme: z.string().min(1).describe('报送方案的代号'),
    round: z
      .string()
      .regex(/^\d{4}-\d{2}(-\d{2})?$/)
      .describe('期次，如 2024-06；方案没有报送日期的，为登记的日子'),
    unit: z.string().min(1).describe('填报单位，按所写'),
    unitKey: z.string().min(1).describe('填报单位的地区名，各种写法都归为它'),
    day: isoDay.describe('报送的日子'),
    dayFrom: z
      .enum(['received', 'form', 'file'])
      .optional()
      .describe('收表的单位登记的，这一天从哪里来：收到登记表、表上的时间、文件的日期（后两种为推定）'),
    revision: z.int().min(1).describe('该单位该期的第几次登记'),
    file: z
      .strictObject({ name: z.string().min(1), sha256: sha256.describe('文件的 SHA-256') })
      .describe('报送的文件'),
    others: z
      .array(z.strictObject({ name: z.string().min(1), sha256 }))
      .optional()
      .describe('出表时一并写出的其他文件'),
    counts: z
      .strictObject({ error: count, warning: count, note: count })
      .describe('核对出的问题数：错误、警告、提示'),
    period: z
      .strictObject({
        name: z.string().min(1).describe('统计期间，同 --period'),
        from: isoDay.nullable().describe('第一天，不限的为 null'),
        to: isoDay.describe('最后一天'),
      })
      .optional()
      .describe('报表的统计期间；早先的记录没有这一项'),
    leftOut: count.optional().describe('读到而没有列入报表的案件数；早先的记录没有这一项'),
    cases: z.array(archivedCase).describe('各案件，按文件中的次序'),
    digest: sha256.describe('除本项以外全部内容的 SHA-256：各项按名称排序、没有空白的 JSON'),
  })
  .describe('报送记录：<存档>/<期次>/<单位>.json')

export type ArchivedCase = Readonly<z.infer<typeof archivedCase>>

/** What was handed in: who, for which round, when, which file, which cases. */
export interface Receipt extends Omit<Readonly<z.infer<typeof receiptSchema>>, 'cases'> {
  readonly cases: readonly ArchivedCase[]
}

/** A case as an archive keeps it for years: without anybody's identity or telephone number. */
export function archivedCaseOf(c: Case): ArchivedCase {
  return {
    ...previousCaseOf(c),
    outcome: c.outcome ? withoutPersonalNumbers(c.text.outcome) : null,
    published: c.published ?? null,
    links: [...(c.url?.links ?? [])],
    remark: c.remark ? withoutPersonalNumbers(c.remark) : null,
  }
}
