/**
 * What a form says of cases that it does not show. Written by every format and read again by the log reader, so that a
 * form with gaps is never taken for a whole one, and the gaps are passed on.
 */

/** In the place of 案件编号, below the cases of its type. */
export function leftOutWords(cases: number): string {
  return `未列入 ${cases} 件`
}

export function untypedWords(cases: number): string {
  return `另有 ${cases} 件案件类型不明，未列入`
}

export function unreadWords(logs: number): string {
  return `另有 ${logs} 个台账没有读全，其中的案件未列入`
}

export const nilWords = '本期无案件'
export const noneWords = '无'
/** Instead of 无, where a log that was not read may hold such cases. */
export const noneReadWords = '已读台账无'

/** Instead of either in the table of many units, while not all of them are whole in it. */
export const noneReceivedWords = '已收各单位无'

/** On the note line of such a table: who is in it, and what is not. */
export function receivedWords(
  { received, expected }: { readonly received: number; readonly expected: number },
  gaps: readonly string[],
): string {
  const count = expected === 0 ? `${received} 个单位` : `${received}/${expected}`
  return `已收 ${count}${gaps.length === 0 ? '' : `，未列入 ${gaps.join('、')}`}。`
}

const counted = /^(?:未列入(\d{1,9})件|另有(\d{1,9})件案件类型不明，未列入)$/
const uncounted = /^另有\d{1,9}个台账没有读全，其中的案件未列入$/

const received = /已收\s*(\d{1,4})(?:\/(\d{1,4})|\s*个单位)(，未列入.*)?。\s*$/

/** What a cell says to be missing, in its own words; `cases` is null where it does not say how many. */
export interface SaidLeftOut {
  readonly words: string
  readonly cases: number | null
}

/** The note line of a table of many units, where one of them is missing or not whole. */
function ofUnits(cell: string): SaidLeftOut | undefined {
  const [words, come, expected = come, gaps] = received.exec(cell) ?? []
  if (words === undefined || (gaps === undefined && come === expected)) return undefined
  return { words: words.trim().replace(/。$/, ''), cases: null }
}

export function saidLeftOut(cell: string): SaidLeftOut | undefined {
  const plain = cell.replace(/\s+/g, '')
  const [, ofType, untyped] = counted.exec(plain) ?? []
  if (ofType !== undefined || untyped !== undefined) return { words: cell, cases: Number(ofType ?? untyped) }
  return uncounted.test(plain) ? { words: cell, cases: null } : ofUnits(cell)
}
