import { copyOf } from '../model/memo.ts'

const zero = 0x30
/** A count of nine digits is a small integer. */
const most = 1_000_000_000

function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - zero
  return digit >= 0 && digit <= 9 ? digit : -1
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

interface TextCount {
  readonly start: number
  readonly end: number
  readonly value: number
}

/** The last count in a text, without zeros before it; 0 where there is none, or it is a part of some word. */
function lastCount(text: string): TextCount {
  let end = text.length
  while (end > 0 && digitAt(text, end - 1) < 0) end--
  let start = end
  let value = 0
  for (let unit = 1; start > 0 && unit < most; unit *= 10) {
    const digit = digitAt(text, start - 1)
    if (digit < 0) break
    value += digit * unit
    start--
  }
  if (start > 0 && isLetter(text.charCodeAt(start - 1))) return { start, end, value: 0 }
  while (start < end && text.charCodeAt(start) === zero) start++
  return { start, end, value }
}

export interface CountedTexts {
  /** The number that was kept with this text before; if none was, keeps the one given now. */
  readonly meet: (text: string, place: number) => number | undefined
}

/**
 * Keeps a number, the place where it stood, with each of a million texts. Case numbers and addresses are alike but for
 * a count, 12 in 朝双市监处罚〔2024〕12号: few texts stand before and behind it, and the place is kept in their list under
 * the count. That is as exact as a map of the texts, is much faster, and keeps no text alive.
 */
export function createCountedTexts(): CountedTexts {
  const uncounted = new Map<string, number>()
  const lists = new Map<string, Map<string, number[]>>()

  function listOf(before: string, behind: string): number[] {
    const known = lists.get(behind)?.get(before)
    if (known) return known
    const made: number[] = []
    const alike = lists.get(behind) ?? new Map<string, number[]>()
    lists.set(copyOf(behind), alike.set(copyOf(before), made))
    return made
  }

  return {
    meet(text, place) {
      const { start, end, value } = lastCount(text)
      if (value === 0) {
        const kept = uncounted.get(text)
        if (kept === undefined) uncounted.set(copyOf(text), place)
        return kept
      }
      const list = listOf(text.slice(0, start), text.slice(end))
      const kept = list[value]
      if (kept === undefined) list[value] = place
      return kept
    },
  }
}
