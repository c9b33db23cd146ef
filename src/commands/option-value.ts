import { UserError } from '../io/io.ts'
import { type IsoDate, parseIsoDate } from '../model/date.ts'
import { nearest } from '../model/nearest.ts'
import type { ValueOption } from './command.ts'

/** Who said it, for the sentence about a wrong value: an option, a variable of the environment. */
type Speaker = string

export function refusal(speaker: Speaker, text: string, remedy: string): UserError {
  return new UserError(`${speaker} 的值“${text}”不对`, remedy)
}

function misspelt(speaker: Speaker, text: string, choices: readonly string[]): UserError {
  const near = nearest(text, choices)
  const guess = near === undefined ? '' : `您要的可能是 ${near}。`
  return refusal(speaker, text, `${guess}可选：${choices.join('、')}。`)
}

export function oneOf<T extends string>(speaker: Speaker, text: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === text.trim().toLowerCase())
  if (choice === undefined) throw misspelt(speaker, text, choices)
  return choice
}

export function dayOf(speaker: Speaker, text: string): IsoDate {
  const date = parseIsoDate(text.trim())
  if (date !== undefined) return date
  throw refusal(speaker, text, '请写成 2024-06-07 这样的日期。')
}

function filled(speaker: Speaker, text: string): string {
  if (text.trim() !== '') return text
  throw new UserError(`${speaker} 的值是空的`, `不需要时请去掉 ${speaker}。`)
}

export function textOption(flags: string, summary: string): ValueOption<string> {
  const speaker = flags.replace(/^-\w, | <.*$/g, '')
  return { kind: 'value', flags, summary, parse: (text) => filled(speaker, text) }
}
