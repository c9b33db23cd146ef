import type { Case, Column } from '../model/case.ts'
import { copyOf } from '../model/memo.ts'
import type { CasePlace, Fault, Visitor } from './rule.ts'
import { quoted } from './rule.ts'

const mostNamed = 50

interface SaidPlace {
  readonly words: string
  readonly place: CasePlace
}

/** By their numbers; in a document, which shows none, by their 序号. */
function rowsInWords(named: readonly SaidPlace[]): string {
  const isDocument = named.some(({ place }) => place.layout.isDocument)
  const serials = named.map(({ place }) => place.text?.serial ?? '')
  if (isDocument && !serials.includes('')) return `序号 ${serials.join('、')} 的`
  return `${isDocument ? '表中' : ''}第 ${named.map(({ place }) => place.row).join('、')} 行`
}

/** 第 45、50 行「商标一般违法」，第 75 行「商业秘密」 */
function placesInWords(named: readonly SaidPlace[], first: CasePlace): string {
  const groups = new Map<
    string,
    { readonly sheet: string; readonly words: string; readonly own: SaidPlace[] }
  >()
  for (const one of named) {
    const { words, place } = one
    const { sheet } = place.layout
    const where = sheet === first.layout.sheet ? '' : `工作表「${sheet}」`
    const key = `${where}${words}`
    const group = groups.get(key) ?? { sheet: where, words, own: [] }
    groups.set(key, group)
    group.own.push(one)
  }
  return [...groups.values()]
    .map(({ sheet, words, own }) => sheet + rowsInWords(own) + quoted(words))
    .join('，')
}

/** A sentence for one row, else one for all of them with their count; it stands at the first. */
function faultOf(
  named: readonly SaidPlace[],
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
  let named: SaidPlace[] = []
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
        const place = { layout, line, row, ...(layout.isDocument && { text: c.text }) }
        named.push({ words: copyOf(c.text[column]), place })
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
