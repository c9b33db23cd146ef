import { tidy, withoutSpaces } from './spell/blank.ts'

/** What the lines above the heading say of the return. */
export interface Annex {
  readonly unit: string | null
  readonly date: string | null
}

export const noAnnex: Annex = { unit: null, date: null }

const unitLabel = /填\s*报\s*单\s*位\s*(?:[（(]盖?章?[）)])?\s*[:：]\s*/
const dateLabel = /(?:填\s*报\s*)?(?:时\s*间|日\s*期)\s*[:：]\s*/
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

/** 年 月 日 with nothing between is the printed form's blank, not a day. */
function filledIn(date: string | null): string | null {
  return date !== null && /[\d〇一二三四五六七八九]/.test(date) ? withoutSpaces(date) : null
}

/** Reads 填报单位 and 时间 from the rows or paragraphs above a heading; the first that says anything wins. */
export function readAnnex(lines: readonly (readonly string[])[]): Annex {
  let { unit, date } = noAnnex
  for (const cells of lines) {
    unit ??= valueBehind(unitLabel, cells)
    date ??= filledIn(valueBehind(dateLabel, cells))
  }
  return { unit: unit === null ? null : unit.replace(/[_＿\s]+$/, '') || null, date }
}
