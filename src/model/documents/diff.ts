import * as z from 'zod'
import { columns } from '../case.ts'
import { count, counts, exitCode, finding, head, pathText } from './parts.ts'

const named = z.strictObject({
  path: pathText,
  sheet: z.string().optional().describe('工作表'),
  line: z.int().describe('所在的行'),
  row: z.int().describe('电子表格中显示的行'),
  serial: z.string().nullable().describe('序号，按原样'),
  type: z.string().nullable().describe('案件类型'),
  caseNumber: z.string().nullable().describe('案件编号'),
  filed: z.string().nullable().describe('立案时间'),
})

export const diffDocument = z
  .strictObject({
    ...head,
    old: pathText,
    new: pathText,
    before: count.describe('原来的案件数'),
    after: count.describe('现在的案件数'),
    added: z.array(named).describe('原来没有的案件'),
    removed: z.array(named).describe('现在没有的案件'),
    closed: z.array(named).describe('原来在办、现在已结的案件'),
    renumbered: z.array(z.strictObject({ from: named, to: named })).describe('疑似换了编号的同一案件'),
    changed: z
      .array(
        z.strictObject({
          caseNumber: z.string().nullable().describe('案件编号，按现在的'),
          type: z.string().nullable().describe('案件类型，按现在的'),
          field: z.enum(columns).describe('哪一栏'),
          from: z.string().nullable().describe('原来的'),
          to: z.string().nullable().describe('现在的'),
        }),
      )
      .describe('改动了的栏目，同一案件可以有几处'),
    findings: z.array(finding).describe('与上次比对的规则所报的问题'),
    counts,
    exitCode,
  })
  .describe('ipcase diff -f json 的输出')

export type DiffDocument = z.infer<typeof diffDocument>
