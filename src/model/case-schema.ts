import * as z from 'zod'
import { type Case, headings } from './case.ts'
import { owesNumber, owesRemark, remarkDuties } from './case-duties.ts'
import { caseTypes } from './case-type.ts'
import { parseIsoDate } from './date.ts'
import { readOutcome } from './outcome.ts'

/** A day of the calendar, not only eight digits. */
export const calendarDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
  .refine((text) => parseIsoDate(text) !== undefined, '不是日历上的日子')

const words = z.string().min(1).nullable()

/** The form's columns once they are read; what documents and receipts hold of a case is made of these. */
export const caseFields = {
  type: z.enum(caseTypes).describe(headings.type),
  caseNumber: words.describe(headings.caseNumber),
  filed: calendarDay.nullable().describe(headings.filed),
  closed: calendarDay.nullable().describe(headings.closed),
  outcome: words.describe('结案方式，按台账原样'),
  published: z.enum(['是', '否', '尚未']).nullable().describe('是否公开；尚未：拟公开、公示中'),
  url: words.describe('公开网址；有几个的用“；”连接'),
  remark: words.describe(headings.remark),
} as const

type CaseRecord = Readonly<z.infer<z.ZodObject<typeof caseFields>>>

function closingOf({ type, outcome }: CaseRecord): Pick<Case, 'type' | 'outcome'> {
  return { type, outcome: outcome === null ? null : readOutcome(type, outcome) }
}

function isClosed(c: CaseRecord): boolean {
  return c.closed !== null && closingOf(c).outcome?.state !== 'open'
}

/** A case that stands in a table: one that is closed says how, and days come in their order. */
export const caseSchema = z
  .strictObject(caseFields)
  .refine(({ filed, closed }) => !filed || !closed || filed <= closed, {
    path: ['closed'],
    message: '结案时间早于立案时间',
  })
  .refine(({ closed, outcome }) => closed === null || outcome !== null, {
    path: ['outcome'],
    message: '结案的案件没有写结案方式',
  })
  .refine(({ published, url }) => published !== '是' || url !== null, {
    path: ['url'],
    message: '公开的案件没有公开网址',
  })
  .refine((c) => c.caseNumber !== null || !isClosed(c) || !owesNumber(closingOf(c)), {
    path: ['caseNumber'],
    message: '结案的裁决、处罚案件没有编号',
  })
  .refine((c) => remarkDuties.every((duty) => !owesRemark(duty, closingOf(c), c.outcome ?? '', c.remark)), {
    path: ['remark'],
    message: '备注没有注明表注要求的内容',
  })
  .describe('一件案件：统计表除序号以外的八栏，按读出的写法')

/** As reading gives it, with the words of the cell where it could not be read: what the schema is to judge. */
export function caseRecord(c: Case): { readonly [column in keyof typeof caseFields]: string | null } {
  const { type, caseNumber, filed, closed, published, remark, text } = c
  const orText = (reading: string | null | undefined, cell: string): string | null =>
    reading === undefined ? cell : reading
  return {
    type: orText(type, text.type),
    caseNumber: orText(caseNumber, text.caseNumber),
    filed: orText(filed, text.filed),
    closed: orText(closed, text.closed),
    outcome: c.outcome === null ? null : text.outcome,
    published: orText(published, text.published),
    url: c.url ? [...c.url.links, ...c.url.words, ...c.url.unsafe].join('；') || null : null,
    remark: orText(remark, text.remark),
  }
}
