import { chineseDate, type IsoDate } from '../../model/date.ts'
import type { Deadline } from '../../model/deadline.ts'
import type { RosterStatus, RosterUnit } from '../../model/roster.ts'
import type { JudgedRound, RoundStatus } from '../../model/round.ts'
import { type Paint, paintOf, type Style } from '../paint.ts'
import { visible } from '../printable.ts'
import { displayWidth, padEnd } from '../width.ts'
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
function rosterLines(units: readonly RosterUnit[], { look, paint }: Style): readonly string[] {
  const told = look.quiet ? units.filter(({ submittedOn }) => submittedOn === null) : units
  const width = Math.max(...told.map(({ unit }) => displayWidth(visible(unit))))
  return told.map((one) => {
    const line = `  ${padEnd(visible(one.unit), width)}  ${detailOf(one)}`
    const color = statusColors[one.status]
    return color === undefined ? line : paint[color](line)
  })
}

const headings = {
  id: '期次',
  due: '截止日',
  dayOff: '当日',
  lastWorkingDay: '最后工作日',
  workingDaysLeft: '剩工作日',
  status: '状态',
} as const

type Column = keyof typeof headings
type Cells = Readonly<Record<Column, string>>

const columns = Object.keys(headings) as readonly Column[]
const unknown = '未知'
const gap = '  '

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

function cellsOf(round: JudgedRound, { current }: Deadline): Cells {
  const isAhead = round.status === 'open' || round.status === 'due-today'
  return {
    id: round.id,
    due: shortDay(round.due),
    dayOff: dayOffWords(round.dayOff),
    lastWorkingDay: round.lastWorkingDay ?? unknown,
    workingDaysLeft: isAhead ? String(round.workingDaysLeft ?? unknown) : '',
    status: statusWords(round) + receivedWords(round, round.id === current?.id),
  }
}

/** Of a round that is not complete, how far it is. */
function receivedWords({ received, submittedOn }: JudgedRound, isCurrent: boolean): string {
  if (received === undefined || submittedOn !== null) return ''
  if (received.received === 0 && !isCurrent) return ''
  return `，已报 ${received.received}/${received.expected}`
}

function painted(text: string, { status }: JudgedRound, paint: Paint): string {
  if (text.trimEnd() === unknown) return paint.yellow(text)
  const color = colors[status]
  return color === undefined ? text : paint[color](text)
}

function wideLines(deadline: Deadline, paint: Paint): readonly string[] {
  const { rounds, current } = deadline
  const rows = rounds.map((round) => ({ round, cells: cellsOf(round, deadline) }))
  const widths = columns.map((column) =>
    Math.max(...[headings, ...rows.map(({ cells }) => cells)].map((cells) => displayWidth(cells[column]))),
  )
  const padded = (cells: Cells) => columns.map((column, i) => padEnd(cells[column], widths[i] ?? 0))
  const heading = `${gap}${padded(headings).join(gap)}`.trimEnd()
  const lines = rows.map(({ round, cells }) => {
    const [status = '', ...others] = padded(cells).toReversed()
    const start = others.toReversed().map((cell) => (cell.trimEnd() === unknown ? paint.yellow(cell) : cell))
    const mark = round.id === current?.id ? '→ ' : gap
    return mark + [...start, painted(status.trimEnd(), round, paint)].join(gap)
  })
  return [paint.bold(heading), ...lines]
}

function narrowLines(deadline: Deadline, paint: Paint): readonly string[] {
  const { rounds, current } = deadline
  return rounds.flatMap((round) => {
    const cells = cellsOf(round, deadline)
    const mark = round.id === current?.id ? '→ ' : gap
    const left = cells.workingDaysLeft && `，剩工作日 ${cells.workingDaysLeft}`
    return [
      `${mark}${paint.bold(cells.id)}  ${cells.due}  ${cells.dayOff}`,
      `    ${painted(cells.status, round, paint)}`,
      `    最后工作日 ${cells.lastWorkingDay}${left}`,
    ]
  })
}

/** One line a round; where the terminal is too narrow for that, three. */
function roundLines(deadline: Deadline, { look, paint }: Style): readonly string[] {
  const lines = wideLines(deadline, paint)
  const free = look.columns ?? Number.POSITIVE_INFINITY
  return lines.every((line) => displayWidth(line) <= free) ? lines : narrowLines(deadline, paint)
}

/** Where the current round's date is the notice's own and that of others in the table is not. */
function otherAssumptions({ rounds, current }: Deadline): readonly string[] {
  const others = rounds.filter(({ assumption }) => assumption !== null && current?.assumption === null)
  return [...new Set(others.map(({ due, assumption }) => `${due.slice(0, 4)} 年的日期${assumption}。`))]
}

/** For the clerk: the year's rounds, then in plain words what to do about the current one. */
export const deadlineText: DeadlineFormat = ({ deadline }, look) => {
  const { programme, asOf, rounds, roster } = deadline
  const style = { look, paint: paintOf(look.color) }
  const title = `${visible(programme.name)}（以 ${chineseDate(asOf)}为准）`
  const table = rounds.length === 0 ? [] : roundLines(deadline, style)
  const sentences = [...deadlineSentences(deadline), ...otherAssumptions(deadline)]
  const blocks = [
    look.quiet ? [] : [hang(title, look.columns, 0)],
    table,
    sentences.map((sentence) => hang(sentence, look.columns, 0)),
    rosterLines(roster?.units ?? [], style),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n')
}
