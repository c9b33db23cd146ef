import stringWidth from 'fast-string-width'

/** Columns a text takes in a terminal: a Chinese character two, a combining mark none. */
export function displayWidth(text: string): number {
  return stringWidth(text)
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text
}
