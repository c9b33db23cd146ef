const opening = codesOf('〔﹝[【(「')
const closing = codesOf('〕﹞]】)」')

/** Half-width forms stand this far below their full-width ones. */
const widthShift = 0xfee0

function codesOf(signs: string): readonly number[] {
  return Array.from(signs, (sign) => sign.charCodeAt(0))
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x200b || code === 0x3000 || code === 0xfeff
}

/** Brackets of every kind as ( and ), full-width signs as half-width; 0 for a space, which counts for nothing. */
function foldedCode(code: number): number {
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39)) return code
  if (isSpace(code)) return 0
  const narrow = code >= 0xff01 && code <= 0xff5e ? code - widthShift : code
  if (opening.includes(narrow)) return 0x28
  return closing.includes(narrow) ? 0x29 : narrow
}

/** For comparison only, never for what is printed: 朝市监处罚〔2024〕1号 and 朝市监处罚 (2024) 1号 are one number. */
export function foldCaseNumber(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at += 1) {
    const code = foldedCode(text.charCodeAt(at))
    if (code !== 0) folded += String.fromCharCode(code)
  }
  return folded
}
