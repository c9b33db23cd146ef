import * as z from 'zod'
import {
  count,
  counts,
  exitCode,
  explained,
  failures,
  finding,
  head,
  pathText,
  rules,
  since,
  skipped,
} from './parts.ts'

const sheet = z.strictObject({
  name: z.string().describe('工作表名称'),
  read: z.boolean().describe('读取了没有'),
  reason: z.string().nullable().describe('没有读取的原因；读取了的为 null'),
  headingLine: z.int().min(1).nullable().describe('表头所在的行；没有读取的，或接着上一张表的，为 null'),
  rows: count.describe('表头以下的行数'),
  cases: count.describe('案件数'),
})

const log = z.strictObject({
  path: pathText,
  unit: z.string().nullable().describe('填报单位，台账没有写的为 null'),
  date: z.string().nullable().describe('表上的时间，按原样'),
  encoding: z
    .enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])
    .optional()
    .describe('文字编码；工作簿和 Word 文件没有这一项'),
  delimiter: z.string().optional().describe('分隔符；工作簿和 Word 文件没有这一项'),
  headingLine: z.int().min(1).nullable().describe('表头所在的行，没有找到的为 null'),
  rows: count.describe('表头以下的行数，等于案件与三种跳过的行之和'),
  cases: count.describe('案件数，有问题的也在内'),
  skipped: z.strictObject({
    blank: count.describe('空行'),
    placeholder: count.describe('预留行：只有序号和案件类型'),
    furniture: count.describe('说明、签字、合计等不是案件的行'),
  }),
  repairs: count.describe('写法不同、已按规范读取的单元格数'),
  sheets: z.array(sheet).optional().describe('工作簿中的工作表，Word 文件、网页中的表格'),
})

export const validateDocument = z
  .strictObject({
    ...head,
    findings: z.array(finding).describe('全部问题'),
    explained,
    since,
    logs: z.array(log).describe('读取了的台账'),
    rules,
    counts,
    skipped,
    failures,
    exitCode,
  })
  .describe('ipcase validate -f json 的输出')

export type ValidateDocument = z.infer<typeof validateDocument>
