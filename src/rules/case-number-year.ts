import { defineRule, fault, quoted } from '../check/rule.ts'
import type { Case } from '../model/case.ts'
import { rememberedByHead } from '../model/case-number.ts'
import { procedureOf } from '../model/case-type.ts'
import { type IsoDate, yearOf } from '../model/date.ts'

const bracketed = /[〔﹝［[【（(「]\s*((?:19|20)\d\d)\s*[〕﹞］\]】）)」]/

const yearIn = rememberedByHead((number) => bracketed.exec(number)?.[1])

/** 立案号 have the year of filing. */
const filing = /[立受]/

/** The year in a penalty number is the decision’s. */
function isOfAnotherYear({ type, decided }: Case, number: string, year: number): boolean {
  if (!decided || !type || procedureOf(type) !== 'penalty' || filing.test(number)) return false
  return year !== yearOf(decided)
}

function misfit(c: Case, number: string, asOf: IsoDate): string | undefined {
  const { filed, closed, decided, filingNumber } = c
  const written = yearIn(number)
  if (written === undefined || number === filingNumber) return undefined
  const year = Number(written)
  if (isOfAnotherYear(c, number, year)) return `与决定日期 ${decided} 不是同一年`
  if (filed && year < yearOf(filed)) return `早于立案时间 ${filed}`
  const end = closed ?? asOf
  return year > yearOf(end) ? `晚于${closed ? '结案时间' : '核对日'} ${end}` : undefined
}

export default defineRule({
  id: 'case-number-year',
  severity: 'note',
  summary: '编号里的年份与日期对不上',
  why: '决定书的编号用作出决定那一年的年份，不会早于立案，也不会晚于结案；台账有决定日期的，与决定日期同一年。',
  remedy: '核对决定书的文号和立案、结案时间；原来就是这样编的，不必改。',
  reads: ['type', 'caseNumber', 'filed', 'closed'],
  bad: [[{ caseNumber: '朝双市监处罚〔2025〕12号' }], [{ caseNumber: '朝双市监处罚〔2023〕12号' }]],
  good: [[{ caseNumber: '朝双市监处罚〔2024〕12号' }], [{ caseNumber: '朝双市监处罚12号' }]],
  check({ asOf }) {
    return (c) => {
      const against = c.caseNumber && c.closed !== undefined ? misfit(c, c.caseNumber, asOf) : undefined
      if (against === undefined) return undefined
      return fault('caseNumber', `疑似年份有误，待核实：案件编号${quoted(c.text.caseNumber)}的年份${against}`)
    }
  },
})
