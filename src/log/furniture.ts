import type { Case } from '../model/case.ts'
import { isBlank, tidy, withoutSpaces } from './spell/blank.ts'
import { readDate } from './spell/date.ts'

const signatures = [
  ...['填[表报制]人?', '制[表单]人?', '审[核批查]人?', '复[核审]人?', '经办人', '承办人', '统计人', '录入人'],
  ...['[报上]报?送?人', '(?:单位|分管|科室|部门|主要)?(?:负责人|领导)', '局长', '签[字名章]', '盖章'],
  ...[
    '联系(?:人|方式|电话)',
    '电话',
    '手机',
    '传真',
    '(?:电子)?邮箱',
    '(?:填报|报送|上报)?单位(?:名称|盖章)?',
  ],
  ...['(?:填报|填表|报送|上报|制表|统计|编制)?(?:时间|日期)'],
].join('|')
const bracketed = '(?:[（(].{0,10}[）)])?'
const signature = new RegExp(`^(?:${signatures})${bracketed}(?:[:：]|$)`)
const spacedSignature = new RegExp(`^(?:${signatures})${bracketed}\\s`)
const note = /^(?:注|备注|附注|说明)(?:[（(].{0,8}[）)])?\d{0,2}[:：]/
const anyLabel = /^\p{Script=Han}{1,8}(?:[（(].{0,10}[）)])?\d{0,2}[:：]/u
const sum = /^(?:.{0,12}(?:合计|小计)|总计|共计|累计)[:：]?(?:共?\d+[件起宗]?)?$/
const pageMark =
  /^(?:[（(]可加页[）)]|附件\d*|第\d+页.*|共\d+页.*|[（(]?(?:单位)?盖章[）)]?|[（(]?以下(?:空白|无正文)[）)]?|[-—–－]+\d{1,3}[-—–－]+)$/
const title = /^.{0,30}(?:统计表|情况表|一览表)(?:[（(].{0,20}[）)])?$/
const numbered = /^[（(]?[一二三四五六七八九十\d]{1,3}[)）.、．].*\p{Script=Han}/u
const office = /^.{0,20}(?:市场监督管理局|市场监管局|知识产权局)[）)]?$/
const longestWord = 8

function isDay(cell: string): boolean {
  return !isBlank(cell) && readDate(cell) !== undefined
}

/** A number like a document's, or both days: whatever stands beside them, somebody wrote a case. */
function namesCase({ caseNumber, filed, closed }: Case['text']): boolean {
  const isNumber = /[\d０-９]/.test(caseNumber) && /[号字]/.test(caseNumber)
  return isNumber || (isDay(filed) && isDay(closed))
}

/** Notes, headings of a part, the day, the office: what stands in a row by itself. */
function standsAlone(cell: string, { serial, filed, closed }: Case['text']): boolean {
  const plain = withoutSpaces(cell)
  if (title.test(plain) || numbered.test(plain) || office.test(plain)) return true
  if (isDay(cell)) return filed === '' && closed === ''
  return serial === cell && plain.length > longestWord
}

function isOneOfMany(text: Case['text']): boolean {
  return text.type === '' && text.filed === '' && text.closed === '' && text.published === ''
}

/** Notes, signatures, totals and headings of a part, which no clerk means as a case. */
export function isFurniture(text: Case['text'], filled: readonly string[], hasType: boolean): boolean {
  const cell = tidy(filled[0] ?? '')
  const first = withoutSpaces(cell)
  if (namesCase(text)) return false
  if (sum.test(first)) return !hasType || !isDay(text.filed)
  if (hasType) return false
  if (note.test(first) || signature.test(first) || spacedSignature.test(cell)) return true
  if (pageMark.test(first) || (anyLabel.test(first) && isOneOfMany(text))) return true
  return filled.length === 1 && standsAlone(cell, text)
}
