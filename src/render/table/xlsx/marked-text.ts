import { elements, escapeText, unescapeText } from '../../../office/xml-text.ts'
import { markerPattern } from '../markers.ts'

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
  /** Where the name begins: LibreOffice sets the braces and the Chinese between them in different fonts. */
  readonly nameAt: number
}

interface Run {
  readonly open: string
  readonly text: string
  readonly close: string
}

const phonetic = /<rPh\b[\s\S]*?<\/rPh>|<phoneticPr\b[^>]*?\/>/g

export function plainText(item: string): string {
  return elements(item.replace(phonetic, ''), 't')
    .map(({ inner }) => unescapeText(inner))
    .join('')
}

function runsOf(item: string): readonly Run[] {
  const runs = elements(item.replace(phonetic, ''), 'r')
  if (runs.length === 0) return [{ open: '', text: plainText(item), close: '' }]
  return runs.map(({ inner }) => ({
    open: `<r>${elements(inner, 'rPr')[0]?.whole ?? ''}`,
    text: plainText(inner),
    close: '</r>',
  }))
}

function spansOf(text: string): readonly Span[] {
  return [...text.matchAll(markerPattern)].map(({ index, 0: whole, 1: name = '' }) => ({
    start: index,
    end: index + whole.length,
    name,
    nameAt: index + Math.max(0, whole.indexOf(name, 1)),
  }))
}

function markup(xml: string): Piece {
  return { xml, text: '' }
}

function literals(text: string): readonly Piece[] {
  return text === '' ? [] : [{ xml: escapeText(text), text }]
}

/** A run without a word of its own goes. */
function runPieces({ open, text, close }: Run, offset: number, spans: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, name, nameAt } of spans) {
    const [from, to] = [Math.max(0, start - offset), Math.min(text.length, end - offset)]
    if (to <= 0 || from >= text.length) continue
    pieces.push(...literals(text.slice(at, from)))
    if (nameAt >= offset && nameAt < offset + text.length) pieces.push({ name })
    at = to
  }
  pieces.push(...literals(text.slice(at)))
  if (pieces.length === 0) return []
  return [markup(`${open}<t xml:space="preserve">`), ...pieces, markup(`</t>${close}`)]
}

/** `item` is what stands in an si or is element; undefined without a marker in it. */
export function markedText(item: string): MarkedText | undefined {
  const runs = runsOf(item)
  const text = runs.map((run) => run.text).join('')
  const spans = spansOf(text)
  if (spans.length === 0) return undefined
  let offset = 0
  const pieces = runs.flatMap((run) => {
    offset += run.text.length
    return runPieces(run, offset - run.text.length, spans)
  })
  const sizes = [...item.matchAll(/<sz val="([\d.]+)"/g)].map((match) => Number(match[1]))
  return {
    pieces,
    names: spans.map(({ name }) => name),
    isWhole: spans.length === 1 && text.replace(markerPattern, '').trim() === '',
    isPlain: runs.every(({ open }) => open === ''),
    runSize: sizes.length === 0 ? undefined : Math.max(...sizes),
  }
}
