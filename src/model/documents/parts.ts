import * as z from 'zod'
import { columns } from '../case.ts'
import { severities } from '../finding.ts'

export const count = z.int().min(0)

export const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const pathText = z.string().describe('文件路径，按给出的写法，一律用 / 分隔；标准输入为 -')

export const head = {
  schemaVersion: z.literal(1).describe('文档格式的版本'),
  tool: z.strictObject({ name: z.string(), version: z.string() }).describe('写出本文档的程序'),
  asOf: isoDay.describe('以哪一天为准判断'),
  programme: z.string().describe('报送方案的代号'),
}

export const exitCode = z.int().describe('退出码')

export const counts = z
  .strictObject({ error: count, warning: count, note: count })
  .describe('各级别的问题数：错误、警告、提示')

export const finding = z.strictObject({
  rule: z.string().describe('规则代号'),
  severity: z.enum(severities).describe('级别：错误、警告、提示'),
  path: pathText,
  sheet: z.string().optional().describe('工作表'),
  line: z.int().min(1).optional().describe('记录开始的物理行；工作簿和 Word 表格中为所在的行'),
  cell: z
    .string()
    .regex(/^[A-Z]+\d+$/)
    .optional()
    .describe('电子表格中显示的单元格，如 E7'),
  column: z.enum(columns).optional().describe('表中的列'),
  heading: z.string().optional().describe('台账中这一列的名称，按原样'),
  value: z.string().optional().describe('单元格的原文'),
  type: z.string().optional().describe('案件类型；认不出的按原样'),
  caseNumber: z.string().optional().describe('案件编号，按原样'),
  filed: z.string().optional().describe('立案时间；认不出的按原样'),
  message: z.string().describe('问题是什么'),
  remedy: z.string().describe('怎么处理'),
})

export const explained = z
  .array(finding.extend({ reason: z.string().describe('填报单位的说明，按原样') }))
  .describe('已说明的问题，另计')

export const rules = z
  .array(
    z.strictObject({
      id: z.string().describe('规则代号'),
      status: z
        .enum(['ran', 'off', 'lowered', 'not-applicable'])
        .describe('核对了；关闭了；降级了；没有查，例如台账没有那一栏'),
      reason: z.string().nullable().describe('为什么；核对了的，写没有判断的案件，没有的为 null'),
    }),
  )
  .describe('全部规则，各核对了没有')

export const skipped = z
  .array(z.strictObject({ path: pathText, reason: z.string().describe('跳过的原因') }))
  .describe('跳过的文件')

export const failures = z
  .array(
    z.strictObject({
      path: pathText,
      message: z.string().describe('为什么读不了'),
      remedy: z.string().describe('怎么处理'),
    }),
  )
  .describe('没能读取的文件')

export const since = z
  .strictObject({
    mended: count.describe('这次没有了'),
    explained: count.describe('已说明'),
    open: count.describe('仍在'),
    new: count.describe('新出现'),
  })
  .nullable()
  .describe('与所给的上次的问题清单相比，各多少处；没有给的为 null')
