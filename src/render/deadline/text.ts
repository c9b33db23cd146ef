import { chineseDate } from '../../model/date.ts'
import type { Deadline } from '../../model/deadline.ts'
import { paintOf } from '../paint.ts'
import { visible } from '../printable.ts'
import { hang } from '../wrap.ts'
import type { DeadlineFormat } from './format.ts'
import { rosterLines } from './roster.ts'
import { deadlineSentences } from './sentences.ts'
import { roundLines } from './table.ts'

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
