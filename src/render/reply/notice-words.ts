import type { UnitReturn } from '../../model/collected.ts'
import { chineseDate, daysBetween } from '../../model/date.ts'
import type { LetterHead } from '../../model/notice.ts'
import { visible } from '../printable.ts'

/** How one bureau writes to another: no invented name, telephone or number, and no day that nobody has set. */

const isOffice = /(?:[局所科股室处队站厅院]|中心|大队|知识产权[）)])$/

/** 双塔区市场监督管理局; the collector's own cases are sent back into the house. */
export function officeOf({ unit }: Pick<UnitReturn, 'unit'>, { collector }: LetterHead): string {
  const name = visible(unit)
  const office = isOffice.test(name) ? name : `${name}市场监督管理局`
  return office === collector ? '本局承办案件的机构' : office
}

export function youOf(office: string): string {
  return office.endsWith('局') ? '你局' : '你单位'
}

/** 2024年6月10日前; with the day's standing where the notice leaves it out or speaks of another year. */
export function dueText({ round, inclusive }: LetterHead): string | undefined {
  return round === null ? undefined : `${chineseDate(round.due)}前${inclusive ? '' : '（不含当日）'}`
}

/** Official text has no space between a number and the word behind it. */
export function assumptionText({ round }: LetterHead): string | undefined {
  return round?.assumption ? `报送日期${round.assumption.replaceAll(' ', '')}` : undefined
}

/** A day off does not move the date: who answers must know the last day at work. */
function dayOffText({ round }: LetterHead): string {
  if (round === null || round.daysLeft < 0) return ''
  const { lastDay, lastDayOff, lastWorkingDay } = round
  if (lastDayOff === null || lastDayOff === 'unknown' || lastWorkingDay === null) return ''
  const off = lastDayOff === '周末' ? '周末' : `${lastDayOff}假期`
  return `${chineseDate(lastDay)}是${off}，截止日期不顺延，最后一个工作日为${chineseDate(lastWorkingDay)}。`
}

/** By when: the round's own day while it lies ahead; behind it none is set here. */
export function answerText(head: LetterHead, what: string): string {
  const due = dueText(head)
  if (due === undefined) return `请尽快${what}。`
  const { round } = head
  if (round && round.daysLeft >= 0) return `请于${due}${what}。${dayOffText(head)}`
  return `报送期限（${due}）已过，请收到本通知后立即${what}。`
}

/** How late a return came in, where the desk itself knows the day. */
export function daysLate(
  { receivedOn, receivedFrom }: Pick<UnitReturn, 'receivedOn' | 'receivedFrom'>,
  { round }: LetterHead,
): number {
  if (round === null || receivedOn === null || receivedFrom !== 'received') return 0
  return Math.max(0, daysBetween(round.lastDay, receivedOn))
}

export function signatureOf({ collector, asOf }: LetterHead): readonly string[] {
  return [visible(collector), chineseDate(asOf)]
}

const command = /(?:^|[^-])--[a-z]|ipcase/

/** 要让台账也一致, 整份都是乱码的: they only say when, and what to do then was left out. */
const isCondition = /的$|^(?:确?要|如果)/

/** Clauses of one sentence, without those that speak of the program's own options. */
function withoutCommands(sentence: string): string {
  if (!command.test(sentence)) return sentence
  const kept = sentence.split('，').filter((clause) => !command.test(clause))
  return isCondition.test(kept.at(-1) ?? '') ? '' : kept.join('，').replace(/^或/, '')
}

/**
 * What to do, said to a unit that need not have ipcase: 用 --unit 写明 is an answer for whoever ran it. The rules word
 * one remedy for both, so that the two never differ in anything else.
 */
export function remedyForUnit(remedy: string): string {
  if (!command.test(remedy)) return remedy
  const sentences = remedy.split(/(?<=[。；])/).map((sentence) => sentence.replace(/[。；]$/, ''))
  const kept = sentences.map(withoutCommands).filter((sentence) => sentence !== '')
  return kept.length === 0 ? remedy : `${kept.join('；')}。`
}
