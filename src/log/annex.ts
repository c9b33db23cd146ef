import { tidy, withoutSpaces } from './spell/blank.ts'

export interface Annex {
  /** Each 填报单位 once; more than one where several returns were laid end to end. */
  readonly units: readonly string[]
  readonly date: string | null
}

export const noAnnex: Annex = { units: [], date: null }

export const unitLabel =
  /(?:填\s*报|报\s*送|上\s*报)\s*单\s*位\s*(?:名\s*称\s*)?(?:[（(][^）)]{0,8}[）)])?\s*[:：]\s*/
export const dateLabel = /(?:填\s*报\s*)?(?:时\s*间|日\s*期)\s*[:：]\s*/
const labelled = /^[^:：]{1,8}[:：]/

const nextLabel = /[\s\u3000]+[^\s\u3000:：]{2,6}[:：]|(?:填报)?(?:时间|日期)\s*[:：]/

/** The text behind a label: in the same cell up to the next label, or in the next cell that holds anything. */
function valueBehind(label: RegExp, cells: readonly string[]): string | null {
  const at = cells.findIndex((cell) => label.test(cell))
  const rest = (cells[at] ?? '').split(label).slice(1).join('')
  const next = nextLabel.exec(rest)
  const here = tidy(next ? rest.slice(0, next.index) : rest)
  if (here !== '') return here
  const behind =
    at < 0 || next
      ? undefined
      : cells
          .slice(at + 1)
          .map(tidy)
          .find((text) => text !== '')
  return behind === undefined || labelled.test(behind) ? null : behind
}

export function namesUnit(cells: readonly string[]): boolean {
  return cells.some((cell) => unitLabel.test(cell))
}

/** 年 月 日 with nothing between is the printed form's blank, not a day. */
function filledIn(date: string | null): string | null {
  return date !== null && /[\d〇一二三四五六七八九]/.test(date) ? withoutSpaces(date) : null
}

const longestName = 100

const lineEnds = /\s*[\r\n\u0085\u2028\u2029]+\s*/g
const ruled = /^[_＿\s]+|[_＿\s]*(?:[（(](?:加?盖?公?章)[）)])?[_＿\s]*$/g

/** Without the line it is written on and the place of the seal. */
function bareName(name: string): string {
  const bare = tidy(name.replace(ruled, ''))
  return bare === name ? bare : bareName(bare)
}

function unitIn(cells: readonly string[]): string | readonly [] {
  const value = (valueBehind(unitLabel, cells) ?? '').replace(lineEnds, '')
  return bareName(Array.from(value).slice(0, longestName).join('')) || []
}

/** Reads 填报单位 and 时间 from rows or paragraphs; the first 时间 that is filled in wins. */
export function readAnnex(lines: readonly (readonly string[])[]): Annex {
  const units = lines.flatMap(unitIn)
  const dates = lines.map((cells) => filledIn(valueBehind(dateLabel, cells)))
  return { units: [...new Set(units)], date: dates.find((date) => date !== null) ?? null }
}

export function joinAnnexes(annexes: readonly Annex[]): Annex {
  return {
    units: [...new Set(annexes.flatMap(({ units }) => units))],
    date: annexes.find(({ date }) => date !== null)?.date ?? null,
  }
}
