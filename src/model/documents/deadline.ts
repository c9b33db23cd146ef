import * as z from 'zod'
import { count, exitCode, head, isoDay } from './parts.ts'

const weekdays = ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'] as const

const round = z.strictObject({
  id: z.string().describe('期次，如 2024-06'),
  due: isoDay.describe('通知所定的日子'),
  weekday: z.enum(weekdays).describe('该日是星期几'),
  dayOff: z
    .string()
    .nullable()
    .describe('该日放假的节日名称或“周末”；工作日为 null，放假安排尚未公布的为 unknown'),
  lastWorkingDay: isoDay.nullable().describe('截止前最后一个工作日（可以是当日）；无从得知的为 null'),
  status: z
    .enum(['open', 'due-today', 'overdue', 'past', 'submitted', 'submitted-late'])
    .describe('未到期、今天截止、逾期未见报送、早已过期、已报送、逾期报送'),
  daysLeft: z.int().describe('距截止的天数，逾期为负'),
  workingDaysLeft: z.int().min(0).nullable().describe('此后到截止的工作日数；无从得知的为 null'),
  submittedOn: isoDay.nullable().describe('报送的日期，没有记录的为 null'),
  assumption: z.string().nullable().describe('日期由别年的通知推定时的说明'),
  expected: count.optional().describe('应报的单位数；只看一个单位的，没有这一项'),
  received: count.optional().describe('其中有报送记录的；只看一个单位的，没有这一项'),
})

const unit = z.strictObject({
  unit: z.string().describe('单位'),
  expected: z.boolean().describe('通知有没有点名要它报送'),
  status: z
    .enum(['on-time', 'late', 'nil', 'awaited', 'missing'])
    .describe('按时报送、逾期报送、按时的零报告、还没有报送、到期未见报送记录'),
  submittedOn: isoDay.nullable().describe('报送的日期，没有记录的为 null'),
  presumed: z.boolean().describe('这一天是不是推定的：表上的时间，或文件的日期'),
  cases: count.nullable().describe('表中的案件数，没有记录的为 null'),
})

export const deadlineDocument = z
  .strictObject({
    ...head,
    rounds: z.array(round).describe('基准日当年的各期；本期在别年的，也在内'),
    current: z.string().nullable().describe('本期；没有的为 null'),
    reason: z.string().describe('为什么是这一期，或为什么没有'),
    units: z.array(unit).optional().describe('本期各单位；存档只是一个单位的，没有这一项'),
    exitCode,
  })
  .describe('ipcase deadline -f json 的输出')

export type DeadlineDocument = z.infer<typeof deadlineDocument>
