const errorValue = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)/i
const scientific = /^\d(?:\.\d+)?E\+\d+$/i

/** Stands where a formula has no result; the formula follows, for the clerk to find it again. */
export const unsavedFormula = '#公式未存'

export function isUnsavedFormula(text: string): boolean {
  return text.startsWith(unsavedFormula)
}

/** Line ends and tabs are typed; the other signs below the space come from a broken copy. */
export function holdsControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 0x20 && (code < 0x09 || code > 0x0d)) || code === 0x7f) return true
  }
  return false
}

const dayAlone = /^(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?|\d{1,2}月\d{1,2}日)$/
const roundedDigits = /^\d{13,}000$/
/** 2009 to 2036 as a spreadsheet counts days. */
const dayCount = /^[45]\d{4}$/

/** What Excel makes of a number typed into 案件编号: a day, the count of one, 16 digits of which 15 are kept. */
export function isDamagedNumber(text: string): boolean {
  return dayAlone.test(text) || roundedDigits.test(text) || dayCount.test(text)
}

/** What Excel leaves where a value was: ####, #REF!, 1.23E+11. */
export function isDamaged(text: string): boolean {
  if (text.startsWith('#')) return /^#+$/.test(text) || errorValue.test(text) || isUnsavedFormula(text)
  if (holdsControl(text)) return true
  return text.includes('E+') && scientific.test(text)
}
