import { createReadStream } from 'node:fs'
import { argv, stdout } from 'node:process'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { z } from 'zod'

const blank = z.literal('')
const day = z.iso.date()

const row = z
  .object({
    序号: z.coerce.number().int().positive(),
    案件类型: z.enum(['专利侵权裁决', '专利纠纷调解', '商标侵权', '假冒专利', '地理标志和官方标志']),
    案件编号: z.string().min(1),
    立案时间: day,
    结案时间: z.union([day, blank]),
    结案方式: z.string(),
    是否公开: z.enum(['是', '否']),
    公开网址: z.union([z.url(), blank]),
    备注: z.string(),
  })
  .refine(({ 结案时间, 立案时间 }) => 结案时间 === '' || 结案时间 >= 立案时间, '结案早于立案')
  .refine(({ 结案时间, 结案方式 }) => 结案时间 === '' || 结案方式 !== '', '没有结案方式')
  .refine(({ 是否公开, 公开网址 }) => 是否公开 === '否' || 公开网址 !== '', '没有公开网址')

const [, , path = ''] = argv
let cases = 0
let faults = 0

const rows = parse({ columns: true, bom: true })
rows.on('data', (record) => {
  const { error } = row.safeParse(record)
  cases += 1
  faults += error?.issues.length ?? 0
})
await pipeline(createReadStream(path), rows)
stdout.write(`${JSON.stringify({ cases, faults })}\n`)
