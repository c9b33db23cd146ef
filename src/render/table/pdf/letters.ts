import type { Face } from './face.ts'

/** What a text is for: the form's title is set in 小标宋, its label and headings in 黑体, the rest in 仿宋. */
export type Role = 'title' | 'heading' | 'body'

export interface Faces {
  readonly serif: Face
  readonly sans: Face
  readonly own: Face | undefined
}

/** A character in the first font that has it. */
export interface Letter {
  /** Which of the fonts, and the character's code in it as a page writes it. */
  readonly font: number
  readonly hex: string
  /** In thousandths of its size. */
  readonly width: number
}

/** A font and the characters taken from it, by their code. */
export interface UsedFont {
  readonly face: Face
  readonly characters: ReadonlyMap<number, { readonly character: string; readonly width: number }>
}

export interface Letters {
  /** The text as it can be printed: a character that no font has by its code, one without a shape not at all. */
  readonly legible: (text: string) => string
  readonly widthOf: (text: string, role: Role) => number
  readonly letterOf: (character: string, role: Role) => Letter
  readonly fonts: readonly UsedFont[]
}

/** As a page's text writes the code of a character. */
export function hexOf(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0')
}

export function isShapeless(character: string): boolean {
  return /^\p{Default_Ignorable_Code_Point}$/u.test(character)
}

export function codeText(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** In the order of `fonts`. */
function listed({ serif, sans, own }: Faces): readonly Face[] {
  return own === undefined ? [serif, sans] : [serif, sans, own]
}

function chainOf(role: Role, { serif, sans, own }: Faces): readonly Face[] {
  const given = own === undefined ? [] : [own]
  if (role === 'body') return [...given, serif, sans]
  return role === 'title' ? [serif, sans, ...given] : [sans, serif, ...given]
}

export function has(face: Face, character: string): boolean {
  return face.glyphOf(character.codePointAt(0) ?? 0) !== undefined
}

/** Every character in the first font that has it: none is lost, whatever the bureau's font lacks. */
export function lettersOf(faces: Faces): Letters {
  const fonts = listed(faces).map((face) => ({
    face,
    characters: new Map<number, { character: string; width: number }>(),
  }))
  const letters = { title: new Map<string, Letter>(), heading: new Map(), body: new Map() }
  const found = (character: string, role: Role): Letter | undefined => {
    for (const face of chainOf(role, faces)) {
      const glyph = face.glyphOf(character.codePointAt(0) ?? 0)
      if (glyph === undefined) continue
      const font = fonts.findIndex((one) => one.face === face)
      fonts[font]?.characters.set(glyph.code, { character, width: glyph.width })
      return { font, hex: hexOf(glyph.code), width: glyph.width }
    }
    return undefined
  }
  const letterOf = (character: string, role: Role): Letter => {
    const known: Letter | undefined = letters[role].get(character)
    if (known !== undefined) return known
    const letter = found(character, role) ?? { font: 0, hex: hexOf(0), width: 1000 }
    letters[role].set(character, letter)
    return letter
  }
  const shown = new Map<string, string>([['\n', '\n']])
  const legible = (character: string): string => {
    const isKnown = listed(faces).some((face) => has(face, character))
    return isShapeless(character) ? '' : isKnown ? character : `[${codeText(character)}]`
  }
  return {
    fonts,
    letterOf,
    legible: (text) => {
      let whole = ''
      for (const character of text) {
        const known = shown.get(character) ?? legible(character)
        shown.set(character, known)
        whole += known
      }
      return whole
    },
    widthOf: (text, role) => {
      let width = 0
      for (const character of text) width += letterOf(character, role).width
      return width
    },
  }
}
