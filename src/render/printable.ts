function picture(character: string): string {
  const code = character.charCodeAt(0)
  if (character === '\t') return ' '
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\u2426'
}

/** What page and terminal can show: a tab becomes a space, a control (ESC drives a terminal) or � (lost bytes) a sign. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?!\n)[\p{Cc}\p{Surrogate}\uFFFD-\uFFFF]/gu, picture)
}

const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * Where text stands on a line with what is not its own, a mark that turns the direction of writing would turn that, too,
 * and a file name could pass for another. Cells of a workbook, page or data file stand by themselves and keep it.
 */
export function unturned(text: string): string {
  return text.replace(turns, '\u2426')
}

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
