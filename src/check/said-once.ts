import type { Case, Column } from '../model/case.ts'
import { copyOf } from '../model/memo.ts'
import type { CasePlace, Fault, Visitor } from './rule.ts'
import { quoted } from './rule.ts'

const mostNamed = 50

interface Named {
  readonly words: string
  readonly place: CasePlace
}

/** 第 45、50 行「商标一般违法」，第 75 行「商业秘密」 */
function placesInWords(named: readonly Named[], first: CasePlace): string {
  const groups = new Map<
    string,
    { readonly sheet: string; readonly words: string; readonly rows: number[] }
  >()
  for (const { words, place } of named) {
    const { sheet } = place.layout
    const where = sheet === first.layout.sheet ? '' : `工作表「${sheet}」`
    const key = `${where}${words}`
    const group = groups.get(key) ?? { sheet: where, words, rows: [] }
    groups.set(key, group)
    group.rows.push(place.row)
  }
  return [...groups.values()]
    .map(({ sheet, words, rows }) => `${sheet}第 ${rows.join('、')} 行${quoted(words)}`)
    .join('，')
}

/** A sentence for one row, else one for all of them with their count; it stands at the first. */
function faultOf(
  named: readonly Named[],
  rows: number,
  message: string,
  column: Column,
  lead: (rows: number) => string,
): Fault | undefined {
  const [first] = named
  if (first === undefined) return undefined
  if (rows === 1) return { column, place: first.place, value: first.words, message }
  const more = rows > named.length ? ' 等' : ''
  return { column, place: first.place, message: `${lead(rows)}：${placesInWords(named, first.place)}${more}` }
}

/**
 * For what is lawful in a ledger and only has to be known: one finding a log that names the rows, not one a row. An
 * empty answer from `visit` stops later rules all the same where the rule is final.
 */
export function sayOnce(
  column: Column,
  judge: (c: Case) => string | undefined,
  lead: (rows: number) => string,
): Visitor {
  let named: Named[] = []
  let rows = 0
  let message = ''
  return {
    visit(c) {
      const said = judge(c)
      if (said === undefined) return undefined
      if (rows === 0) message = said
      rows += 1
      const { layout, line, row } = c
      if (named.length < mostNamed) {
        named.push({ words: copyOf(c.text[column]), place: { layout, line, row } })
      }
      return []
    },
    endLog() {
      const fault = faultOf(named, rows, message, column, lead)
      named = []
      rows = 0
      return fault
    },
  }
}
