// C0 and C1 but the line end and the tab, DEL, marks that turn the direction of writing, signs nobody sees, half characters.
const raw = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/gu

/** Colours as this program writes them; nothing that hides, moves or answers. */
const escapeSign = '\u001b'
const colour = new RegExp(`(${escapeSign}\\[(?:0|1|2|4|22|24|3[0-79]|9[0-7])m)`)

function named(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}

/**
 * The last look at whatever is said, wherever it came from – a cell, a file name, an option: nothing in it may steer the
 * terminal or show another text than it holds. What is shown is made visible where it is worded; this is for the rest.
 */
export function harmless(text: string): string {
  return text.replace(raw, named)
}

/** The progress bar begins with it, over the one before. */
const eraseLine = '\r\u001b[K'

/** The same for what may be coloured, or stand in place of what was said last. */
export function harmlessInColour(text: string): string {
  const begin = text.startsWith(eraseLine) ? eraseLine : ''
  const parts = text.slice(begin.length).split(colour)
  return begin + parts.map((part, at) => (at % 2 === 1 ? part : harmless(part))).join('')
}
