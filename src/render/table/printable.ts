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
