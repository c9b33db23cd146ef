import type { UnitReturn } from '../../model/collected.ts'
import { chineseDate } from '../../model/date.ts'
import type { LetterHead, Notice } from '../../model/notice.ts'
import { visible } from '../printable.ts'
import { assumptionText, daysLate, dueText, officeOf, signatureOf, youOf } from './notice-words.ts'

function owedText({ owed }: LetterHead): string {
  const [last = '', ...before] = [...owed].reverse()
  return visible(before.length === 0 ? last : `${before.reverse().join('、')}和${last}`)
}

function duty(head: LetterHead, you: string): string {
  const due = dueText(head)
  const when = due === undefined ? '及时' : `于${due}`
  const assumed = assumptionText(head)
  const said = assumed === undefined ? '' : `（${assumed}）`
  return `根据${visible(head.basis)}的要求，${you}应${when}报送${owedText(head)}${said}。`
}

/** Nothing has come, and it is due. */
function missingText(head: LetterHead, you: string): readonly string[] {
  const { asOf, table, round, owed } = head
  const late = round === null || round.daysLeft >= 0 ? '' : `，已逾期${-round.daysLeft}天`
  const others = owed.filter((name) => name !== table)
  const beside = others.length === 0 ? '' : `；${others.join('、')}尚未报送的，一并报送`
  return [
    `${duty(head, you)}截至${chineseDate(asOf)}，我局没有收到${you}的${table}${late}。`,
    `请${you}收到本通知后立即报送${table}${beside}。本期没有案件的，也应当报送，并在表中注明“本期无案件”。`,
    `已经报送的，请告知报送的时间和方式，以便核对；不能立即报送的，请书面说明原因和预计报送的时间。`,
  ]
}

function lateText(returned: UnitReturn, head: LetterHead, you: string): readonly string[] {
  const day = returned.receivedOn === null ? '' : `于${chineseDate(returned.receivedOn)}`
  return [
    `${duty(head, you)}${you}的${head.table}${day}收到，逾期${daysLate(returned, head)}天。`,
    `请${you}查明逾期的原因，今后按照规定的时间报送，避免影响汇总上报。`,
  ]
}

/** 催报通知: of a return that has not come, or came late. */
export function reminderNotice(returned: UnitReturn, head: LetterHead): Notice {
  const to = officeOf(returned, head)
  const you = youOf(to)
  const isMissing = returned.paths.length === 0
  return {
    title: isMissing ? `关于催报${visible(head.title)}的通知` : `关于按时报送${visible(head.title)}的通知`,
    to,
    sections: [{ paragraphs: isMissing ? missingText(head, you) : lateText(returned, head, you) }],
    attachments: [],
    signature: signatureOf(head),
    list: undefined,
  }
}
