import * as z from 'zod'
import { columns } from '../case.ts'
import { exitCode, head, pathText } from './parts.ts'

const edit = z.strictObject({
  sheet: z.string().optional().describe('工作表'),
  line: z.int().min(1).describe('记录开始的物理行；工作簿中为所在的行'),
  cell: z
    .string()
    .regex(/^[A-Z]+\d+$/)
    .describe('电子表格中显示的单元格，如 E7'),
  column: z.enum(columns).describe('表中的列'),
  heading: z.string().describe('台账里这一列的名称'),
  from: z.string().describe('原来写的'),
  to: z.string().describe('改成的；空的为空白'),
  reason: z.string().describe('为什么'),
})

export const fixDocument = z
  .strictObject({
    ...head,
    logs: z
      .array(
        z.strictObject({
          path: pathText,
          outputs: z.array(z.string()).describe('写入的文件'),
          made: z.array(edit).describe('改了的；--dry-run 时为要改的'),
          proposed: z.array(edit).describe('没有改、请自己决定的'),
        }),
      )
      .describe('每份台账'),
    skipped: z.array(z.strictObject({ path: pathText, reason: z.string() })).describe('没有读的文件'),
    failures: z
      .array(z.strictObject({ path: pathText, message: z.string(), remedy: z.string() }))
      .describe('改不成的台账'),
    exitCode,
  })
  .describe('ipcase fix -f json 的输出')

export type FixDocument = z.infer<typeof fixDocument>
