const errorValue = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)/i
const scientific = /^\d(?:\.\d+)?E\+\d+$/i

/** What Excel leaves where a value was: ####, #REF!, 1.23E+11. */
export function isDamaged(text: string): boolean {
  if (text.startsWith('#')) return /^#+$/.test(text) || errorValue.test(text)
  return text.includes('E+') && scientific.test(text)
}
