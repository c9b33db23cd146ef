import * as z from 'zod'
import { columns } from '../case.ts'
import { count, counts, exitCode, finding, head, isoDay, pathText } from './parts.ts'

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

const side = z.strictObject({
  unit: z.string().nullable().describe('填报单位，按原样；没有写明的为 null'),
  period: z
    .strictObject({ name: z.string(), from: isoDay.nullable(), to: isoDay })
    .nullable()
    .describe('统计期间；只有报表的 JSON 和登记记录写明，其余为 null'),
  whole: z.boolean().describe('是否每一行都读出来了'),
  notCollected: count.describe('不列入统计表、没有比的案件数'),
})

export const diffDocument = z
  .strictObject({
    ...head,
    old: pathText,
    new: pathText,
    sides: z.strictObject({ old: side, new: side }).describe('两次报送各是什么'),
    notes: z.array(z.string()).describe('比较以前要知道的：单位、期间不同，没有读全，等等'),
    before: count.describe('原来的案件数，只算列入统计表的'),
    after: count.describe('现在的案件数，只算列入统计表的'),
    added: z.array(named).describe('原来没有的案件'),
    removed: z.array(named).describe('现在没有的案件'),
    closed: z.array(named).describe('原来在办、现在已结的案件'),
    renumbered: z.array(z.strictObject({ from: named, to: named })).describe('疑似换了编号的同一案件'),
    changed: z
      .array(
        z.strictObject({
          caseNumber: z.string().nullable().describe('案件编号，按现在的'),
          type: z.string().nullable().describe('案件类型，按现在的'),
          filed: z.string().nullable().describe('立案时间，按现在的'),
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
