import { type IsoDate, yearOf } from '../model/date.ts'
import type { Round } from '../model/round.ts'
import type { Programme } from '../programmes/programme.ts'
import { roundsOf } from './rounds.ts'

/** Why a --round names none, and what it may name. */
export interface UnknownRound {
  readonly message: string
  readonly remedy: string
}

function listed(rounds: readonly Round[]): string {
  return rounds.map(({ id }, i) => `${i + 1}（${id}）`).join('、')
}

function refusal(text: string, rounds: readonly Round[], year: number): UnknownRound {
  return rounds.length === 0
    ? { message: `--round ${text}：${year} 年没有报送安排`, remedy: '请去掉 --round，或换一个年份。' }
    : { message: `--round ${text}：没有这一期`, remedy: `${year} 年各期：${listed(rounds)}。` }
}

/** What `--round` says: `2024-06`, `2024-06-10`, or `1` for the first of the year of `asOf`. */
export function roundNamed(programme: Programme, text: string, asOf: IsoDate): Round | UnknownRound {
  if (programme.due === null) {
    return { message: `--round ${text}：通知没有规定报送日期`, remedy: '请去掉 --round。' }
  }
  const isNumber = /^\d{1,2}$/.test(text)
  const year = /^\d{4}-/.test(text) ? Number(text.slice(0, 4)) : yearOf(asOf)
  const rounds = roundsOf(programme, year)
  const matches = isNumber
    ? rounds.slice(Number(text) - 1, Number(text))
    : rounds.filter(({ due }) => due === text || due.slice(0, 7) === text)
  const [match, another] = Number(text) === 0 ? [] : matches
  if (match === undefined) return refusal(text, rounds, year)
  return another
    ? {
        message: `--round ${text}：该月不止一期`,
        remedy: `请写明日期：${matches.map(({ due }) => due).join('、')}。`,
      }
    : match
}
