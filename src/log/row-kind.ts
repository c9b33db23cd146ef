import type { Case } from '../model/case.ts'
import { type CaseType, caseTypeNamed, isOtherCaseType } from '../model/case-type.ts'
import { isUnsavedFormula } from '../model/damage.ts'
import { type SaidLeftOut, saidLeftOut } from '../model/left-out-words.ts'
import type { LeftOutCount } from '../model/log.ts'
import { cellWithCase } from './case-in-cell.ts'
import { isHeadingRow } from './headings.ts'
import { foldWidth, isBlank, tidy, withoutSpaces } from './spell/blank.ts'
import { readDate } from './spell/date.ts'
import { readPublished } from './spell/published.ts'

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
function isFurniture(text: Case['text'], filled: readonly string[], hasType: boolean): boolean {
  const cell = tidy(filled[0] ?? '')
  const first = withoutSpaces(cell)
  if (namesCase(text)) return false
  if (sum.test(first)) return !hasType || !isDay(text.filed)
  if (hasType) return false
  if (note.test(first) || signature.test(first) || spacedSignature.test(cell)) return true
  if (pageMark.test(first) || (anyLabel.test(first) && isOneOfMany(text))) return true
  return filled.length === 1 && standsAlone(cell, text)
}

/** heading: the form's heading again, as on later pages; furniture: notes, signatures, totals. */
export type RowKind = 'case' | 'blank' | 'placeholder' | 'heading' | 'furniture'

const dots = /^[.…。·]{2,}$|^…$/
const zero = /^[0０](?:[件起宗])?$/
const serial = /^\(?(?:\d{1,4}|[一二三四五六七八九十]{1,3}|[①-⑳])[).、]?$/
const span = '(?:(?:[本我全该]|第?[一二三四])?(?:期|季度?|月份?|次|年度?|单位|局|县|区|市)|暂|目前|截至目前)'
const nothingReported = new RegExp(
  `^${span}{0,4}(?:(?:无|没有|未(?:办理|发生|查办|受理))[^，。；,;]{0,14}案件(?:发生|办理|上报|报送)?|零(?:报告|案件|上报))[。.！!]?$|^(?:${span}{1,4}|已读台账|已收各单位)无[。.]?$`,
)

function saysNothing(cell: string): boolean {
  return isBlank(cell) || nothingReported.test(withoutSpaces(cell))
}

/** 无 in the places of substance: a 否 beside them is an answer for no case. */
function isDenied({ caseNumber, filed, closed, published }: Case['text']): boolean {
  const isStruckOut = [caseNumber, filed, closed].every((cell) => cell !== '' && isBlank(cell))
  return isStruckOut && readPublished(published) === '否'
}

/** Type only, with or without 序号 or 无; the dots of the printed form; 本期无案件. */
function isPlaceholder(text: Case['text'], said: readonly string[], hasType: boolean): boolean {
  const { type, published } = text
  if (said.some((cell) => nothingReported.test(withoutSpaces(cell)))) {
    const isSilent = [text.caseNumber, text.filed, text.closed, text.outcome].every(saysNothing)
    return isSilent && (saysNothing(published) || readPublished(published) === '否')
  }
  if (said.every((cell) => zero.test(cell))) return true
  if (type !== '' && !dots.test(type) && !isBlank(type) && !hasType) return false
  const written = said.filter((cell) => !dots.test(cell) && !(cell === published && isDenied(text)))
  // The type of a merge stands in a row above.
  return written.length === [text.serial, type].filter((cell) => isPreprinted(cell, said)).length
}

function isPreprinted(cell: string, said: readonly string[]): boolean {
  return said.includes(cell) && (serial.test(foldWidth(cell)) || isKnownType(cell))
}

function isKnownType(type: string): boolean {
  const plain = withoutSpaces(type)
  return caseTypeNamed(plain) !== undefined || isOtherCaseType(plain)
}

export interface LeftOutRow extends SaidLeftOut {
  readonly type: CaseType | null
}

/** The row of a form that says what is not in it: 未列入 2 件 beside a type, or a sentence by itself. */
export function leftOutRow(text: Case['text'], cells: readonly string[]): LeftOutRow | undefined {
  const filled = cells.map(tidy).filter((cell) => cell !== '')
  const beside = filled.filter((cell) => cell !== text.serial && cell !== text.type)
  // A sentence across the row stands in its first cells, whatever they are for.
  const [words = filled.at(-1) ?? '', ...more] = beside
  const said = more.length === 0 ? saidLeftOut(words) : undefined
  return said && { ...said, type: caseTypeNamed(withoutSpaces(text.type)) ?? null }
}

export function beginsLikeDay(text: string): boolean {
  return text.length > 5 && text >= '0' && text < ':'
}

/** What a record below the heading is. In doubt it is a case: a finding is better than a case lost. */
export function kindOfRow(text: Case['text'], cells: readonly string[]): RowKind {
  // The plain case, told without looking at the rest of the row.
  if (caseTypeNamed(text.type) !== undefined && beginsLikeDay(text.filed)) return 'case'
  const filled = cells.map(tidy).filter((cell) => cell !== '')
  if (filled.length === 0) return 'blank'
  const said = filled.filter((cell) => !isBlank(cell))
  if (said.length === 0) return 'placeholder'
  if (isHeadingRow(filled)) return 'heading'
  if (cellWithCase(cells) >= 0) return 'case'
  // A 序号 counted by formula, filled down below the last case.
  if (said.every((cell) => cell === text.serial && isUnsavedFormula(cell))) return 'placeholder'
  if (leftOutRow(text, cells) !== undefined) return 'furniture'
  const hasType = isKnownType(text.type)
  if (isPlaceholder(text, said, hasType)) return 'placeholder'
  return isFurniture(text, filled, hasType) ? 'furniture' : 'case'
}

/** What becomes of the records below the heading: every one is counted in exactly one place. */
export interface RecordCounts {
  cases: number
  blank: number
  placeholder: number
  furniture: number
  repairs: number
  /** Cases in rows that a spreadsheet does not show. */
  hidden: number
  leftOut: LeftOutCount[]
}

export function noRecords(): RecordCounts {
  return { cases: 0, blank: 0, placeholder: 0, furniture: 0, repairs: 0, hidden: 0, leftOut: [] }
}
