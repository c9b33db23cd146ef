import { displayWidth } from './width.ts'

type WidthOf = (text: string) => number

const plain = /^[\x20-\x7E\u3000-\u3098\u309B-\u30FF\u3400-\u9FFF\uFF01-\uFF5E]*$/
let graphemes: Intl.Segmenter | undefined

// Made when a text needs it: most never do, and every command would wait for it.
function segments(text: string): Intl.Segments {
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })
  return graphemes.segment(text)
}

/** What must stay in one piece on paper: an emoji family or a letter with its marks is one character. */
export function characters(text: string): readonly string[] {
  return plain.test(text) ? [...text] : Array.from(segments(text), ({ segment }) => segment)
}

// GB/T 15834: no line begins with a closing mark or ends with an opening one.
const opening = /^[〔（《「『【〈［｛([{“‘]$/
const closing = /^[〕）》」』】〉］｝)\]}”’，。、；：！？·…—％‰,.;:!?%]$/
const space = /^[ \u3000]$/
const digit = /^\d$/
const counter = /^[号年月日件条款]$/
const joint = /^[/?&=\-_.#%:@+~]$/

type SignKind = 'space' | 'opening' | 'closing' | 'wide' | 'letter'

function kindOf(character: string): SignKind {
  if (space.test(character)) return 'space'
  if (opening.test(character)) return 'opening'
  if (closing.test(character)) return 'closing'
  return displayWidth(character) > 1 ? 'wide' : 'letter'
}

function isBreakable(before: string, after: string): boolean {
  const [left, right] = [kindOf(before), kindOf(after)]
  if (right === 'space' || right === 'closing' || left === 'opening') return false
  if (left === 'space') return true
  if (digit.test(before) && counter.test(after)) return false
  // Brackets and stops of ASCII stand inside addresses; only the full-width ones end a word.
  const joined = left === 'letter' || (left === 'closing' && before.charCodeAt(0) < 0x80)
  return !(joined && (right === 'letter' || (right === 'opening' && after.charCodeAt(0) < 0x80)))
}

function grouped(list: readonly string[], isEnd: (before: string, after: string) => boolean): string[] {
  const groups: string[] = []
  let group = ''
  for (const [index, character] of list.entries()) {
    group += character
    const next = list[index + 1]
    if (next === undefined || isEnd(character, next)) {
      groups.push(group)
      group = ''
    }
  }
  return groups
}

/** The text cut at every place where a line may end; together they are the text. */
export function pieces(text: string): readonly string[] {
  return grouped(characters(text), isBreakable)
}

export function addressParts(address: string): readonly string[] {
  return grouped(characters(address), (before, after) => joint.test(before) && !joint.test(after))
}

/** A piece that no line can hold, cut at the joints of an address, and between characters where need be. */
function cut(piece: string, width: number, measure: WidthOf): readonly string[] {
  if (measure(piece) <= width) return [piece]
  return addressParts(piece).flatMap((part) => (measure(part) <= width ? [part] : characters(part)))
}

function wrapLine(text: string, width: number, measure: WidthOf): readonly string[] {
  if (measure(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const part of pieces(text).flatMap((piece) => cut(piece, width, measure))) {
    const bare = part.trimEnd()
    if (line !== '' && used + measure(bare) > width) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    line += part
    used += measure(part)
  }
  lines.push(line.trimEnd())
  return lines
}

/** Only blanks at a line's end are ever dropped; a character wider than the column stands alone. */
export function wrap(text: string, width: number, measure: WidthOf = displayWidth): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width, measure))
}

/** One text whose further lines begin `indent` columns in; unbroken where no width is known. */
export function hang(text: string, columns: number | undefined, indent: number): string {
  if (columns === undefined) return text
  return wrap(text, Math.max(20, columns - indent)).join(`\n${' '.repeat(indent)}`)
}
