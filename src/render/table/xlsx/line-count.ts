import { displayWidth } from '../../width.ts'

/** Of the font's size. Digits and letters of 仿宋 take half; of the fonts that stand in for it, mostly up to this. */
const narrow = 0.52

function widthOf(character: string, code: number): number {
  if (code < 0x80) return narrow
  const isChinese = code >= 0x2e80 && code < 0xd800
  return isChinese ? 1 : displayWidth(character) * narrow
}

// GB/T 15834: no line begins with one of these.
const closing = new Set('〕）》」』】〉］｝”’，。、；：！？·…—％‰')
/** Where programs break an address. */
const joints = new Set(['/', '?', '-'])

function isWordPart(character: string, code: number): boolean {
  return code > 0x20 && code < 0x2e80 && !joints.has(character)
}

function isBreak(before: string, after: string): boolean {
  if (closing.has(after)) return false
  return !(
    isWordPart(before, before.charCodeAt(0)) &&
    after.charCodeAt(0) > 0x20 &&
    after.charCodeAt(0) < 0x2e80
  )
}

/**
 * Lines a paragraph takes in `room` times its font's size. Words stay whole or fill lines by themselves, as in
 * LibreOffice; Excel, which breaks anywhere, needs no more.
 */
function paragraphLines(text: string, room: number): number {
  let [lines, used, word, before] = [1, 0, 0, '']
  for (const character of text) {
    const width = widthOf(character, character.charCodeAt(0))
    if (before !== '' && isBreak(before, character)) word = 0
    if (used + width > room && character !== ' ') {
      lines += 1
      used = word < used ? word : 0
      word = used
    }
    used += width
    word += width
    before = character
  }
  return lines
}

export function lineCount(text: string, room: number): number {
  if (text.length <= room && !text.includes('\n')) return 1
  return text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, room), 0)
}
