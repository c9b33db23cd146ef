import { markerPattern } from '../markers.ts'
import { elements, escapeText, unescapeText } from './xml.ts'

/** XML as it stands with the text it shows, or the name of a marker to be replaced by a text. */
export type Piece = { readonly xml: string; readonly text: string } | { readonly name: string }

export interface MarkedText {
  readonly pieces: readonly Piece[]
  readonly names: readonly string[]
  /** Nothing but one marker: what fills it may be a number or a date. */
  readonly isWhole: boolean
  /** Without runs: the whole text looks as the cell does. */
  readonly isPlain: boolean
  /** The largest font size among its runs, in points; undefined where the cell's own style says it. */
  readonly runSize: number | undefined
}

interface Span {
  readonly start: number
  readonly end: number
  readonly name: string
}

const phonetic = /<rPh\b[\s\S]*?<\/rPh>|<phoneticPr\b[^>]*?\/>/g
const textElement = /(<t(?:\s[^>]*)?(?:\/>|>[^<]*<\/t>))/

function textOf(element: string): string {
  return unescapeText(elements(element, 't')[0]?.inner ?? '')
}

export function plainText(item: string): string {
  return elements(item.replace(phonetic, ''), 't')
    .map(({ inner }) => unescapeText(inner))
    .join('')
}

function spansOf(text: string): readonly Span[] {
  return [...text.matchAll(markerPattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1] ?? '',
  }))
}

function markup(xml: string): Piece {
  return { xml, text: '' }
}

function literal(text: string): Piece {
  return { xml: escapeText(text), text }
}

/** One run's text; a marker that formatting cut in two belongs to the run it starts in. */
function runPieces(text: string, offset: number, spans: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = [markup('<t xml:space="preserve">')]
  let at = 0
  for (const { start, end, name } of spans) {
    const from = Math.max(0, start - offset)
    if (end <= offset || from >= text.length) continue
    pieces.push(literal(text.slice(at, from)))
    if (start >= offset) pieces.push({ name })
    at = Math.min(text.length, end - offset)
  }
  return [...pieces, literal(text.slice(at)), markup('</t>')]
}

/** `item` is what stands in an si or is element; undefined without a marker in it. */
export function markedText(item: string): MarkedText | undefined {
  const text = plainText(item)
  const spans = spansOf(text)
  if (spans.length === 0) return undefined
  let offset = 0
  const pieces = item
    .replace(phonetic, '')
    .split(textElement)
    .flatMap((part, index): readonly Piece[] => {
      if (index % 2 === 0) return [markup(part)]
      const run = textOf(part)
      offset += run.length
      return runPieces(run, offset - run.length, spans)
    })
  const sizes = [...item.matchAll(/<sz val="([\d.]+)"/g)].map((match) => Number(match[1]))
  return {
    pieces,
    names: spans.map(({ name }) => name),
    isWhole: spans.length === 1 && text.replace(markerPattern, '').trim() === '',
    isPlain: !/<r[\s>]/.test(item),
    runSize: sizes.length === 0 ? undefined : Math.max(...sizes),
  }
}
