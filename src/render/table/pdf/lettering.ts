import type { Typeface } from './typeface.ts'

/** What a text is for: the form's title is set in 小标宋, its label and headings in 黑体, the rest in 仿宋. */
export type Hand = 'title' | 'heading' | 'body'

export interface Fonts {
  readonly serif: Typeface
  readonly sans: Typeface
  readonly own: Typeface | undefined
}

export interface Run {
  readonly typeface: Typeface
  readonly text: string
  readonly ems: number
}

export interface Lettering {
  /** The text as it can be printed: a character that no font has by its code, one without a shape not at all. */
  readonly legible: (text: string) => string
  readonly runs: (text: string, hand: Hand) => readonly Run[]
  readonly ems: (text: string, hand: Hand) => number
}

export function isShapeless(character: string): boolean {
  return /^\p{Default_Ignorable_Code_Point}$/u.test(character)
}

export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

export function has({ font }: Typeface, character: string): boolean {
  return font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
}

function chainOf(hand: Hand, { serif, sans, own }: Fonts): readonly Typeface[] {
  const given = own === undefined ? [] : [own]
  if (hand === 'body') return [...given, serif, sans]
  return hand === 'title' ? [serif, sans, ...given] : [sans, serif, ...given]
}

export function emWidth({ font }: Typeface, text: string): number {
  const units = font.glyphsForString(text).reduce((sum, glyph) => sum + glyph.advanceWidth, 0)
  return units / font.unitsPerEm
}

function joined(letters: readonly Run[]): readonly Run[] {
  const runs: Run[] = []
  for (const letter of letters) {
    const last = runs.at(-1)
    if (last?.typeface === letter.typeface)
      runs[runs.length - 1] = { ...last, text: last.text + letter.text, ems: last.ems + letter.ems }
    else runs.push(letter)
  }
  return runs
}

/** Every character in the first font that has it: none is lost, whatever the bureau's font lacks. */
export function letteringOf(fonts: Fonts): Lettering {
  const known = new Map<string, Run>()
  const letterOf = (character: string, hand: Hand): Run => {
    const key = `${hand} ${character}`
    const found = known.get(key)
    if (found !== undefined) return found
    const typeface = chainOf(hand, fonts).find((candidate) => has(candidate, character)) ?? fonts.serif
    const letter = { typeface, text: character, ems: emWidth(typeface, character) }
    known.set(key, letter)
    return letter
  }
  const letters = (text: string, hand: Hand): readonly Run[] =>
    [...text].map((character) => letterOf(character, hand))
  const legible = (character: string): string => {
    if (isShapeless(character)) return ''
    const isKnown = character === '\n' || chainOf('body', fonts).some((typeface) => has(typeface, character))
    return isKnown ? character : `[${codeOf(character)}]`
  }
  return {
    legible: (text) => [...text].map(legible).join(''),
    runs: (text, hand) => joined(letters(text, hand)),
    ems: (text, hand) => letters(text, hand).reduce((sum, { ems }) => sum + ems, 0),
  }
}
