// Control and format characters, lone surrogates: a cell must neither steer the terminal nor hide what it holds.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}]/gu

function named(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}

/** One line that shows every character there is. */
export function visible(text: string): string {
  return text.replace(/[^\S\uFEFF]+/g, ' ').replace(unseen, named)
}
