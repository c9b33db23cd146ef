import stringWidth from 'fast-string-width'

/** In these ranges every character is one column, or every one two; nothing joins or marks another. */
function plainWidth(code: number): number | undefined {
  if (code >= 0x20 && code < 0x7f) return 1
  const isHan = code >= 0x4e00 && code < 0xa000
  return isHan || (code >= 0x3001 && code < 0x3021) || (code > 0xff00 && code < 0xff5f) ? 2 : undefined
}

/** Columns a text takes in a terminal: a Chinese character two, a combining mark none. */
export function displayWidth(text: string): number {
  let width = 0
  for (let index = 0; index < text.length; index += 1) {
    const plain = plainWidth(text.charCodeAt(index))
    // Asked of every text it would make a table of a thousand cases five times as slow.
    if (plain === undefined) return stringWidth(text)
    width += plain
  }
  return width
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text
}

/** Cells as wide as the widest of their column. */
export function aligned(
  rows: readonly (readonly string[])[],
  isNumber: (column: number) => boolean = () => false,
): readonly (readonly string[])[] {
  const columns = Math.max(0, ...rows.map((cells) => cells.length))
  const widths = Array.from({ length: columns }, (_, at) =>
    rows.reduce((widest, cells) => Math.max(widest, displayWidth(cells[at] ?? '')), 0),
  )
  return rows.map((cells) =>
    cells.map((cell, at) => (isNumber(at) ? padStart : padEnd)(cell, widths[at] ?? 0)),
  )
}
