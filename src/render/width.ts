import stringWidth from 'fast-string-width'

/** In these ranges every character is one column, or every one two; nothing joins or marks another. */
function plainWidth(code: number): number | undefined {
  if (code >= 0x20 && code < 0x7f) return 1
  const isWide = (code >= 0x4e00 && code < 0xa000) || (code >= 0x3001 && code < 0x3021) || isFullWidth(code)
  return isWide ? 2 : undefined
}

function isFullWidth(code: number): boolean {
  return code > 0xff00 && code < 0xff5f
}

/** Columns a text takes in a terminal: a Chinese character two, a combining mark none. */
export function displayWidth(text: string): number {
  let width = 0
  for (let index = 0; index < text.length; index += 1) {
    const plain = plainWidth(text.charCodeAt(index))
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
