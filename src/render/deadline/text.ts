import { chineseDate, type IsoDate } from '../../model/date.ts'
import type { Deadline } from '../../model/deadline.ts'
import type { RosterStatus, RosterUnit } from '../../model/roster.ts'
import type { JudgedRound, RoundStatus } from '../../model/round.ts'
import { words } from '../list/list.ts'
import { listLines } from '../list/text.ts'
import { type Drawing, paintOf } from '../paint.ts'
import { visible } from '../printable.ts'
import { aligned } from '../width.ts'
import { hang } from '../wrap.ts'
import type { DeadlineFormat } from './index.ts'
import { dayOffWords, deadlineSentences, statusWords, weekdayName } from './words.ts'

const statusTexts: Readonly<Record<RosterStatus, string>> = {
  'on-time': '',
  late: '逾期',
  nil: '零报告',
  awaited: '还没有报送',
  missing: '未见报送记录',
}

const statusColors: Readonly<Partial<Record<RosterStatus, 'red' | 'yellow'>>> = {
  late: 'yellow',
  missing: 'red',
}

function detailOf({ status, submittedOn, isPresumed, cases, isExpected }: RosterUnit): string {
  const parts = [
    submittedOn === null ? '' : `${submittedOn}${isPresumed ? '（推定）' : ''}`,
    submittedOn === null ? '' : `案件 ${cases} 件`,
    statusTexts[status],
    isExpected ? '' : '不在名单上',
  ]
  return parts.filter((part) => part !== '').join('  ')
}

/** A line a unit; a quiet run tells of those alone that something is to be done about. */
function rosterLines(units: readonly RosterUnit[], { look, paint }: Drawing): readonly string[] {
  const told = look.quiet ? units.filter(({ submittedOn }) => submittedOn === null) : units
  const lines = aligned(told.map((one) => [visible(one.unit), detailOf(one)]))
  return told.map(({ status }, at) => {
    const line = `  ${lines[at]?.join('  ').trimEnd()}`
    const color = statusColors[status]
    return color === undefined ? line : paint[color](line)
  })
}

const colors: Readonly<Partial<Record<RoundStatus, 'green' | 'yellow' | 'red' | 'gray'>>> = {
  'due-today': 'yellow',
  overdue: 'red',
  past: 'gray',
  submitted: 'green',
  'submitted-late': 'yellow',
}

/** The round's id tells the year. */
function shortDay(date: IsoDate): string {
  return `${date.slice(5)} ${weekdayName(date).replace('星期', '周')}`
}

const columns = words('期次', '截止日', '当日', '最后工作日', '剩工作日', '状态')

function cellsOf(round: JudgedRound, { current }: Deadline): readonly string[] {
  const { id, due, dayOff, lastWorkingDay, workingDaysLeft, status } = round
  const isAhead = status === 'open' || status === 'due-today'
  return [
    ...[id, shortDay(due), dayOffWords(dayOff), lastWorkingDay ?? '未知'],
    isAhead ? String(workingDaysLeft ?? '未知') : '',
    statusWords(round) + receivedWords(round, id === current?.id),
  ]
}

/** Of a round that is not complete, how far it is. */
function receivedWords({ received, submittedOn }: JudgedRound, isCurrent: boolean): string {
  if (received === undefined || submittedOn !== null) return ''
  if (received.received === 0 && !isCurrent) return ''
  return `，已报 ${received.received}/${received.expected}`
}

/** The current round is pointed at, and each has the colour of how it stands. */
function roundLines(deadline: Deadline, { look, paint }: Drawing): readonly string[] {
  const { rounds, current } = deadline
  const rows = rounds.map((round) => cellsOf(round, deadline))
  const width = look.columns === undefined ? undefined : look.columns - 2
  const lines = listLines({ columns, rows }, { ...look, columns: width })
  // Where there is no room for columns there is no heading above them.
  const first = lines.length - rounds.length
  return lines.map((line, at) => {
    const round = rounds[at - first]
    const mark = round !== undefined && round.id === current?.id ? '→ ' : '  '
    const color = round && colors[round.status]
    const text = mark + line.replaceAll('\n', '\n  ')
    return color === undefined ? text : paint[color](text)
  })
}

/** Where the current round's date is the notice's own and that of others in the table is not. */
function otherAssumptions({ rounds, current }: Deadline): readonly string[] {
  const others = rounds.filter(({ assumption }) => assumption !== null && current?.assumption === null)
  return [...new Set(others.map(({ due, assumption }) => `${due.slice(0, 4)} 年的日期${assumption}。`))]
}

/** For the clerk: the year's rounds, then in plain words what to do about the current one. */
export const deadlineText: DeadlineFormat = ({ deadline }, look) => {
  const { programme, asOf, roster } = deadline
  const style = { look, paint: paintOf(look.color) }
  const title = `${visible(programme.name)}（以 ${chineseDate(asOf)}为准）`
  const sentences = [...deadlineSentences(deadline), ...otherAssumptions(deadline)]
  const blocks = [
    look.quiet ? [] : [hang(title, look.columns, 0)],
    roundLines(deadline, style),
    sentences.map((sentence) => hang(sentence, look.columns, 0)),
    rosterLines(roster?.units ?? [], style),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n')
}
