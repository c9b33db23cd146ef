import * as z from 'zod'
import { caseTypes } from '../model/case-type.ts'
import { isoDate } from '../model/date.ts'

const text = z.string().trim().min(1)

function isDistinct(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size === values.length
}

/** 2024 is a leap year, so that 02-29 passes; in other years it falls on 02-28. */
function isMonthDay(value: string): boolean {
  return isoDate(2024, Number(value.slice(0, 2)), Number(value.slice(3))) !== undefined
}

const monthDay = z
  .string()
  .regex(/^\d{2}-\d{2}$/, { abort: true })
  .refine(isMonthDay, '不是日历上的日子')

const quote = z.strictObject({
  about: text.describe('这句话讲的是什么，如“报送期限”'),
  text: text.describe('通知原文，一字不改'),
})

const source = z.strictObject({
  title: text.describe('通知标题'),
  number: text.nullable().default(null).describe('发文字号，没有则为 null'),
  issuer: text.nullable().default(null).describe('发文机关，不详则为 null'),
  quotes: z.array(quote).default([]).describe('通知中的原句'),
})

const due = z.discriminatedUnion('every', [
  z.strictObject({
    every: z.literal('year').describe('每年报送'),
    days: z
      .array(monthDay.describe('报送日期，写作 "06-10" 这样的“月-日”'))
      .min(1)
      .refine(isDistinct, '有重复的项')
      .describe('每年的各报送日期，如 ["06-10", "09-10"]'),
  }),
  z.strictObject({
    every: z.literal('month').describe('每月报送'),
    day: z.int().min(1).max(31).describe('每月几日；当月没有这一天的，为当月最后一天'),
  }),
])

const deliverable = z.strictObject({
  name: text.describe('报送材料的名称'),
  kind: z
    .enum(['table', 'brief', 'summary', 'other'])
    .default('other')
    .describe('table 为统计表，brief 为一期的工作进展情况，summary 为整个行动的工作总结，other 为其他材料'),
})

const form = z.strictObject({
  label: text.nullable().default(null).describe('表前的“附件”字样，没有则为 null'),
  title: text.describe('表的标题'),
  note: text.describe('表下的注'),
})

const unit = z.strictObject({
  name: text.describe('单位所在地区的名称，不带“市场监督管理局”'),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .nullable()
    .default(null)
    .describe('六位行政区划代码，不详则为 null'),
  aliases: z.array(text).default([]).describe('填报时常见的简称'),
})

const roles = z.strictObject({
  reports: text.describe('报送单位'),
  collects: text.describe('接收单位'),
})

/** One notice: who reports what, on which form, by when. The same for the built-in ones and a user's file. */
export const programmeSchema = z.strictObject({
  $schema: z.string().optional().describe('JSON Schema 的地址，供编辑器使用'),
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .describe('方案代号，用小写字母、数字和连字符，如 "chaoyang"'),
  name: text.describe('方案名称'),
  year: z.int().min(2000).max(2999).describe('通知所指的年份，如 2024'),
  source: source.describe('依据的通知'),
  due: due.nullable().default(null).describe('报送日期；通知没有规定的为 null'),
  inclusive: z.boolean().default(true).describe('“某日前”是否包括当日'),
  recurs: z.boolean().default(true).describe('其他年份是否按同样日期推定；只此一次的行动为 false'),
  deliverables: z
    .array(deliverable)
    .min(1)
    .default([{ name: '知识产权行政案件统计表', kind: 'table' }])
    .describe('应报送的材料'),
  form: form.nullable().default(null).describe('通知自带的表式；没有则为 null，借用朝阳市的表式'),
  types: z
    .array(z.enum(caseTypes).describe('案件类型'))
    .min(1)
    .refine(isDistinct, '有重复的项')
    .default([...caseTypes])
    .describe('统计的案件类型，按表中顺序'),
  units: z.array(unit).default([]).describe('应报送的单位'),
  roles: roles.default({ reports: '填报单位', collects: '上级单位' }).describe('由谁报送、报送给谁'),
  priorities: z
    .array(text)
    .default([])
    .describe('通知所列工作重点的标题，一字不改；起草工作进展情况时逐项留空'),
  mergesUpward: z.boolean().default(false).describe('是否逐级汇总上报'),
  period: z
    .enum(['all', 'year-to-date', 'since-last'])
    .default('all')
    .describe('默认统计期间：all 全部，year-to-date 本年累计，since-last 以往没有报过结案的'),
})

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T

export type Programme = DeepReadonly<z.infer<typeof programmeSchema>>
