import { defineRule, type Fault, fault, quoted } from '../check/rule.ts'
import { type Case, columnBit, factHeadings, headings } from '../model/case.ts'
import { isDamaged } from '../model/damage.ts'
import { isoDate } from '../model/date.ts'
import { readOutcome } from '../model/outcome.ts'

const problems: readonly (readonly [RegExp, string])[] = [
  [/^(?:同上|同前|[〃″"]+)$/, '没有写出日期'],
  [/^\d{1,2}[月.、/-]\d{1,2}[日号]?$/, '没有写年份'],
  [/^\d{4}(?:年|[./-])\d{1,2}月?$/, '没有写到日'],
  [/^\d{4}年?$/, '只写了年份'],
  [/^\d{6,7}$/, '没有写全年月日'],
  [/^\d{2}(?:年|[./-])\d{1,2}(?:月|[./-])\d{1,2}日?$/, '年份没有写全四位'],
]
const numbers = /^(\d{4})(?:年|[./-])?(\d{1,2})(?:月|[./-])?(\d{1,2})日?$/

function problemIn(text: string): string {
  const plain = text
    .replace(/\s+/g, '')
    .replace(/[０-９－．／]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  const known = problems.find(([pattern]) => pattern.test(plain))
  if (known) return known[1]
  const [, year, month, day] = numbers.exec(plain) ?? []
  if (year === undefined) return '不是日期'
  return isoDate(Number(year), Number(month), Number(day)) ? '写法不规范' : '不是日历上有的日子'
}

function faultIn(c: Case, column: 'filed' | 'closed'): Fault | undefined {
  const text = c.text[column]
  if (c[column] !== undefined || isDamaged(text) || (c.faulty & columnBit[column]) !== 0) return undefined
  const message = `${headings[column]}${quoted(text)}${problemIn(text)}`
  return column === 'closed' && readOutcome(undefined, text).state === 'open'
    ? fault(column, message, '没有结案的，结案时间留空，在结案方式里写“在办”或“中止”。')
    : fault(column, message)
}

/** No cell of the table: without it the rules go by 结案时间. */
function faultInDecided({ decided, decidedText }: Case): Fault | undefined {
  if (decided !== undefined || isDamaged(decidedText)) return undefined
  const message = `${factHeadings.decided}${quoted(decidedText)}${problemIn(decidedText)}`
  return { fact: 'decided', value: decidedText, severity: 'warning', message }
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
    [{ filed: '2024-02-30' }],
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
