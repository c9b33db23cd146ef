import * as z from 'zod'
import { caseTypes } from '../case-type.ts'
import { count, exitCode, head, isoDay, pathText } from './parts.ts'

const figures = {
  filed: count.describe('立案：立案时间在当年 1 月 1 日至统计截止日的（没有立案时间的，按结案时间）'),
  closed: count.describe('结案：结案时间在同一段日子的'),
  open: count.describe('在办：统计截止日表中没有结案的'),
  cases: count.describe('表中的件数；统计期间不同的表，这一项不能相比'),
}

const type = z.enum(caseTypes).nullable().describe('案件类型；早先的记录里认不出来的为 null')

const byType = z.array(z.strictObject({ type, ...figures }))

const period = z
  .strictObject({ name: z.string(), from: isoDay.nullable(), to: isoDay })
  .nullable()
  .describe('报表的统计期间；早先的记录没有写的为 null')

const cell = z.strictObject({
  round: z.string().describe('期次'),
  day: isoDay.describe('报送的日子；更正过的，为最后一次'),
  period,
  from: isoDay.describe('立案、结案从哪一天算起：当年 1 月 1 日'),
  to: isoDay.describe('算到哪一天'),
  whole: z.boolean().describe('报来的表是否从 1 月 1 日起都有；不是的，立案、结案不是全年累计'),
  ...figures,
  byType,
})

const pair = z.strictObject({
  now: count.describe('本年'),
  before: count.describe('上年，从 1 月 1 日算到同一天'),
})

const compared = { filed: pair.describe('立案'), closed: pair.describe('结案') }

const comparedTypes = z.array(z.strictObject({ type, ...compared }))

export const trendDocument = z
  .strictObject({
    ...head,
    archive: pathText,
    unit: z.string().nullable().describe('只看的那个单位；全部单位的为 null'),
    rounds: z
      .array(
        z.strictObject({
          id: z.string().describe('期次；方案没有报送日期的，为月份'),
          due: isoDay.nullable().describe('截止日'),
          year: z.int().describe('算的是哪一年'),
        }),
      )
      .describe('存档里最早一期到最后一期的各期，也有没有任何记录的'),
    units: z
      .array(
        z.strictObject({
          unit: z.string().describe('单位'),
          expected: z.boolean().describe('通知有没有点名要它报送'),
          rounds: z.array(cell.nullable()).describe('与 rounds 各期对应；没有报送记录的为 null，不是 0'),
        }),
      )
      .describe('各单位'),
    totals: z
      .array(
        z.strictObject({
          round: z.string().describe('期次'),
          units: z.array(z.string()).describe('合计里有哪些单位'),
          otherYear: z.array(z.string()).describe('报了，但算的是另一年，不在合计里的单位'),
          whole: z.boolean().describe('合计里各单位是否都从 1 月 1 日起都有'),
          ...figures,
          byType,
        }),
      )
      .describe('各期的合计，只加有报送记录的单位'),
    yearOnYear: z
      .array(
        z.strictObject({
          round: z.string().describe('本年的期次'),
          before: z.string().describe('上年的同一期'),
          units: z.array(
            z.strictObject({
              unit: z.string().describe('单位'),
              until: z
                .string()
                .regex(/^\d{2}-\d{2}$/)
                .describe('两年都算到这一天'),
              ...compared,
              byType: comparedTypes,
            }),
          ),
          notCompared: z.array(z.string()).describe('没有比的单位：没有两期都报，或不是全年累计'),
          ...compared,
          byType: comparedTypes,
        }),
      )
      .describe('同比，只算两期都报了的单位'),
    toldLater: z
      .array(
        z.strictObject({
          year: z.int(),
          filed: count.describe('立案'),
          closed: count.describe('结案'),
        }),
      )
      .describe('某年的案件，到下一年的表里才报来，不在该年各期的数里'),
    exitCode,
  })
  .describe('ipcase collect --rounds -f json 的输出')

export type TrendDocument = z.infer<typeof trendDocument>
