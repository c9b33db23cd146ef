import * as z from 'zod'
import { addDays, daysBetween, type IsoDate, parseIsoDate, yearOf } from '../model/date.ts'
import { checkedBy, keyName, type SchemaProblem } from '../model/schema-problem.ts'
import type { Calendar } from './calendar.ts'

const date = z
  .string()
  .refine((text) => parseIsoDate(text) !== undefined, '不是 YYYY-MM-DD 这样的日期')
  .transform((text) => text as IsoDate)

/** One year's arrangement as the State Council's notice gives it: weekends need not be listed. */
export const holidaysSchema = z.strictObject({
  $schema: z.string().optional().describe('JSON Schema 的地址，供编辑器使用'),
  year: z.int().min(2000).max(2999).describe('年份，如 2027'),
  daysOff: z
    .array(
      z.strictObject({
        date: date.describe('放假的日期，如 "2027-01-01"'),
        to: date.optional().describe('连着放几天的，最后一天；只放一天的不写'),
        name: z.string().trim().min(1).describe('节日名称，如 "元旦"'),
      }),
    )
    .min(1)
    .describe('放假的各日（普通周末不必列出）'),
  workingDays: z.array(date.describe('调休上班的日期')).default([]).describe('调休上班的各日'),
})

type Written = z.output<typeof holidaysSchema>

/** Every day by itself. */
export type Holidays = Pick<Written, 'year' | 'workingDays'> & {
  readonly daysOff: readonly { readonly date: IsoDate; readonly name: string }[]
}

/** A notice also moves days of the December before: 2018-12-29 was worked for the New Year of 2019. */
function belongsTo(year: number, day: IsoDate): boolean {
  return yearOf(day) === year || day.startsWith(`${year - 1}-12-`)
}

function strayDays(file: Written): readonly SchemaProblem[] {
  const listed: readonly (readonly [path: SchemaProblem['path'], day: IsoDate])[] = [
    ...file.daysOff.map(({ date: day }, i) => [['daysOff', i, 'date'], day] as const),
    ...file.daysOff.flatMap(({ to }, i) => (to === undefined ? [] : [[['daysOff', i, 'to'], to] as const])),
    ...file.workingDays.map((day, i) => [['workingDays', i], day] as const),
  ]
  return listed
    .filter(([, day]) => !belongsTo(file.year, day))
    .map(([path, day]) => ({
      path,
      isKey: false,
      what: `${keyName(path)} 不在 ${file.year} 年内：${day}`,
      remedy: '一个文件只写一年（可含上一年 12 月的调休）。',
    }))
}

function backwards({ daysOff }: Written): readonly SchemaProblem[] {
  return daysOff.flatMap(({ date: first, to }, i) =>
    to === undefined || to >= first
      ? []
      : [
          {
            path: ['daysOff', i, 'to'],
            isKey: false,
            what: `daysOff[${i}].to 早于 date：${to}`,
            remedy: '应填最后一天。',
          },
        ],
  )
}

function eachDay({ date: first, to = first, name }: Written['daysOff'][number]): Holidays['daysOff'] {
  return Array.from({ length: daysBetween(first, to) + 1 }, (_, at) => ({ date: addDays(first, at), name }))
}

/** The content of a --holidays file, already read as JSON. */
export function parseHolidays(json: unknown): Holidays | { readonly problems: readonly SchemaProblem[] } {
  const file = checkedBy(holidaysSchema, json)
  if ('problems' in file) return file
  const problems = [...strayDays(file), ...backwards(file)]
  if (problems.length > 0) return { problems }
  return { year: file.year, workingDays: file.workingDays, daysOff: file.daysOff.flatMap(eachDay) }
}

/** The file's year as the file has it, also where the calendar knew that year. */
export function withHolidays(calendar: Calendar, file: Holidays): Calendar {
  const isOtherYear = (day: IsoDate) => yearOf(day) !== file.year
  const daysOff = new Map([...calendar.daysOff].filter(([day]) => isOtherYear(day)))
  const workingDays = new Set([...calendar.workingDays].filter(isOtherYear))
  for (const { date: day, name } of file.daysOff) {
    daysOff.set(day, name)
    workingDays.delete(day)
  }
  for (const day of file.workingDays) {
    workingDays.add(day)
    daysOff.delete(day)
  }
  return { years: new Set([...calendar.years, file.year]), daysOff, workingDays }
}
