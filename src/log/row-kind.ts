import type { Case } from '../model/case.ts'
import { type CaseType, caseTypeNamed, isOtherCaseType } from '../model/case-type.ts'
import { isUnsavedFormula } from '../model/damage.ts'
import { type SaidLeftOut, saidLeftOut } from '../model/left-out-words.ts'
import { cellWithCase } from './case-in-cell.ts'
import { isFurniture } from './furniture.ts'
import { isHeadingRow } from './headings.ts'
import { foldWidth, isBlank, tidy, withoutSpaces } from './spell/blank.ts'
import { readPublished } from './spell/published.ts'

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
