import type { Case } from '../model/case.ts'
import { caseTypeNamed, isOtherCaseType } from '../model/case-type.ts'
import { isHeadingRow } from './headings.ts'
import { isBlank, tidy, withoutSpaces } from './spell/blank.ts'

/** heading: the form's heading again, as on later pages; furniture: notes, signatures, totals. */
export type RowKind = 'case' | 'blank' | 'placeholder' | 'heading' | 'furniture'

const dots = /^[.…。·]{2,}$|^…$/
const nothingReported =
  /^(?:(?:本期|本季度?|本月|本次|本年度?|本单位)?无(?:此类|该类|相关|新增)?案件|零报告)[。.]?$/
const label =
  /^(?:注|备注|说明|填[表报]人?|制表人?|审[核批]人?|(?:单位|分管)?负责人|联系人|(?:联系)?电话|填报单位|(?:填报)?(?:时间|日期)|单位)(?:[（(].{0,8}[）)])?[:：]/
const words =
  /^(?:合计|总计|小计|共计|[（(]可加页[）)]|附件\d*|第\d+页.*|共\d+页.*|[（(]?(?:单位)?盖章[）)]?)$/
const title = /^.{0,30}(?:统计表|情况表|一览表)(?:[（(].{0,20}[）)])?$/

/** Type only, with or without 序号 or 无; the dots of the printed form; 本期无案件. */
function isPlaceholder(text: Case['text'], said: readonly string[]): boolean {
  if (said.some((cell) => nothingReported.test(cell))) return saysNothingElse(text)
  if (text.type !== '' && !dots.test(text.type) && !isBlank(text.type) && !isKnownType(text.type))
    return false
  const written = said.filter((cell) => !dots.test(cell)).length
  return written === [text.serial, text.type].filter(isPreprinted).length
}

function saysNothingElse(text: Case['text']): boolean {
  return text.caseNumber === '' || nothingReported.test(text.caseNumber)
    ? isBlank(text.filed) && isBlank(text.closed)
    : false
}

function isPreprinted(cell: string): boolean {
  return !isBlank(cell) && !dots.test(cell) && (/^\d{1,4}$/.test(cell) || isKnownType(cell))
}

function isKnownType(type: string): boolean {
  const plain = withoutSpaces(type)
  return caseTypeNamed(plain) !== undefined || isOtherCaseType(plain)
}

function isFurniture(text: Case['text'], filled: readonly string[]): boolean {
  if (isKnownType(text.type)) return false
  const first = withoutSpaces(filled[0] ?? '')
  return label.test(first) || words.test(first) || (filled.length === 1 && title.test(first))
}

/** What a record below the heading is. In doubt it is a case: a finding is better than a case lost. */
export function kindOfRow(text: Case['text'], cells: readonly string[]): RowKind {
  const filled = cells.map(tidy).filter((cell) => cell !== '')
  if (filled.length === 0) return 'blank'
  const said = filled.filter((cell) => !isBlank(cell, 'caseNumber'))
  if (said.length === 0) return 'placeholder'
  if (isHeadingRow(filled)) return 'heading'
  if (isPlaceholder(text, said)) return 'placeholder'
  return isFurniture(text, filled) ? 'furniture' : 'case'
}
