import { defineRule, type Fault, fault, quoted } from '../check/rule.ts'
import { type Case, columnBit, factHeadings, headings } from '../model/case.ts'
import { isDamaged } from '../model/damage.ts'
import { daysInMonth, isoDate } from '../model/date.ts'
import { readOutcome } from '../model/outcome.ts'

const notInCalendar = '不是日历上有的日子'
const withoutYear = '没有写年份'

const problems: readonly (readonly [RegExp, string])[] = [
  [/^(?:同上|同前|[〃″"]+)$/, '没有写出日期'],
  [/^\d{1,2}[月.、/-]\d{1,2}[日号]?$/, withoutYear],
  [/^\d{4}(?:年|[./-])\d{1,2}月?$/, '没有写到日'],
  [/^\d{4}年?$/, '只写了年份'],
  [/^\d{6,7}$/, '没有写全年月日'],
  [/^\d{2}(?:年|[./-])\d{1,2}(?:月|[./-])\d{1,2}日?$/, '年份没有写全四位'],
]
const numbers = /^(\d{4})(?:年|[./-])?(\d{1,2})(?:月|[./-])?(\d{1,2})日?$/

function plainIn(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/[０-９－．／]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

function problemIn(text: string): string {
  const plain = plainIn(text)
  const known = problems.find(([pattern]) => pattern.test(plain))
  if (known) return known[1]
  const [, year, month, day] = numbers.exec(plain) ?? []
  if (year === undefined) return '不是日期'
  return isoDate(Number(year), Number(month), Number(day)) ? '写法不规范' : notInCalendar
}

const monthAndDay = /^(?:(\d{4})(?:年|[./-])?)?(\d{1,2})(?:月|[./-])?(\d{1,2})[日号]?$/
/** A year with a 29th of February: nobody wrote which one is meant. */
const someLeapYear = 2000

/** A day the calendar does not have is not written better by writing it otherwise. */
function impossibleIn(text: string): string | undefined {
  const [, year, month, day] = monthAndDay.exec(plainIn(text)) ?? []
  if (month === undefined || day === undefined) return undefined
  const [m, d] = [Number(month), Number(day)]
  const last = daysInMonth(Number(year ?? someLeapYear), m)
  if (last === 0) return `一年里没有 ${m} 月`
  if (d < 1) return `${m} 月没有 0 日`
  if (d <= last) return undefined
  return `${m === 2 && year !== undefined ? `${year} 年 ` : ''}${m} 月只有 ${last} 天`
}

function remedyOf(text: string): { readonly remedy?: string } {
  const isDayAlone = [notInCalendar, withoutYear].includes(problemIn(text))
  const impossible = isDayAlone ? impossibleIn(text) : undefined
  return impossible === undefined ? {} : { remedy: `${impossible}：请对照原件改成真正的日子，写全年月日。` }
}

function faultIn(c: Case, column: 'filed' | 'closed'): Fault | undefined {
  const text = c.text[column]
  if (c[column] !== undefined || isDamaged(text) || (c.faulty & columnBit[column]) !== 0) return undefined
  const message = `${headings[column]}${quoted(text)}${problemIn(text)}`
  return column === 'closed' && readOutcome(undefined, text).state === 'open'
    ? fault(column, message, '没有结案的，结案时间留空，在结案方式里写“在办”或“中止”。')
    : { column, message, ...remedyOf(text) }
}

/** No cell of the table: without it the rules go by 结案时间. */
function faultInDecided({ decided, decidedText }: Case): Fault | undefined {
  if (decided !== undefined || isDamaged(decidedText)) return undefined
  const message = `${factHeadings.decided}${quoted(decidedText)}${problemIn(decidedText)}`
  return { fact: 'decided', value: decidedText, severity: 'warning', message, ...remedyOf(decidedText) }
}

export default defineRule({
  id: 'date-invalid',
  severity: 'error',
  summary: '日期认不出来',
  why: '看不出是哪一天，就不能判断先后和是否超期，也不能填进统计表。',
  remedy: '写全年月日，例如 2024-03-05 或 2024年3月5日。',
  reads: [],
  incompleteOnly: true,
  bad: [
    [{ filed: '2023-02-29' }],
    [{ filed: '2024年9月31日' }],
    [{ filed: '3月5日' }],
    [{ closed: '24.4.18' }],
    [{ closed: '2024年4月' }],
    [{}, { filed: '同上' }],
    [{ closed: '未结', outcome: '在办', published: '', url: '' }],
  ],
  good: [
    [{ filed: '2024/3/5', closed: '2024年4月18日' }],
    [{ filed: '20240305', closed: '２０２４.４.１８' }],
    [{ filed: '二〇二四年三月五日', closed: '45400' }],
  ],
  check: () => (c) => {
    if (c.filed !== undefined && c.closed !== undefined && c.decided !== undefined) return undefined
    return [faultIn(c, 'filed'), faultIn(c, 'closed'), faultInDecided(c)].filter((one) => one !== undefined)
  },
})
