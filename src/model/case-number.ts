import { remembered } from './memo.ts'

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

/** Most numbers of most logs, as GB/T 9704 writes them: nothing behind the year is to be folded away. */
const proper = /^[^\d〔〕()（）０-９、,，;；第]*〔\d{4}〕[1-9]\d{0,8}号$/

let asked = ''
let answer = ''

/** Up to the count of a proper number, 朝市监处罚〔2024〕; any other as it is. Each case's is asked for several times. */
function headOf(number: string): string {
  if (number === asked) return answer
  asked = number
  answer = proper.test(number) ? number.slice(0, number.indexOf('〕') + 1) : number
  return answer
}

/** A million numbers have few heads: what the head alone tells of a proper number is read once for each. */
export function rememberedByHead<T>(read: (text: string) => T): (number: string) => T {
  const known = remembered(read)
  return (number) => {
    const head = headOf(number)
    return head.length < number.length ? known(head) : read(number)
  }
}

const foldedHead = remembered(foldCaseNumber)

/** A proper number as it is compared; nothing for any other. */
export function foldProper(number: string): string | undefined {
  const head = headOf(number)
  return head.length < number.length ? foldedHead(head) + number.slice(head.length) : undefined
}
