import { wrap } from '../../wrap.ts'
import type { LinkPiece } from '../link-target.ts'
import { typeSizes } from '../page.ts'
import type { Letters, Role } from './letters.ts'

export interface TextStyle {
  readonly role: Role
  readonly size: number
  readonly align: 'left' | 'center' | 'right'
  /** From one baseline to the next, in sizes. */
  readonly leading: number
}

export interface PageColumn {
  readonly left: number
  readonly width: number
}

export interface LinkLines {
  readonly target: string
  /** Its first line, and the one behind its last. */
  readonly from: number
  readonly to: number
}

/** A text broken into the lines of its column. */
export interface Paragraph {
  readonly column: PageColumn
  readonly style: TextStyle
  readonly lines: readonly string[]
  readonly links: readonly LinkLines[]
}

export function lineHeight({ size, leading }: TextStyle): number {
  return size * leading
}

export function heightOf({ lines, style }: Paragraph): number {
  return lines.length * lineHeight(style)
}

interface TextPlace {
  readonly column: PageColumn
  readonly style: TextStyle
}

function linesOf(text: string, letters: Letters, { column, style }: TextPlace): readonly string[] {
  const shown = letters.legible(text)
  if (shown === '') return []
  return wrap(shown, (column.width * 1000) / style.size, (part) => letters.widthOf(part, style.role))
}

export function paragraph(text: string, letters: Letters, place: TextPlace): Paragraph {
  return { ...place, lines: linesOf(text, letters, place), links: [] }
}

// As many as most case numbers take.
const mostLinkLines = 2

/** Between any two characters: joints that are waited for cost an address a line in five. */
function filledLines(text: string, letters: Letters, { column, style }: TextPlace): readonly string[] {
  const width = (column.width * 1000) / style.size
  const lines: string[] = []
  let [line, used] = ['', 0]
  for (const character of letters.legible(text)) {
    const advance = letters.widthOf(character, style.role)
    if (line !== '' && used + advance > width) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += character
    used += advance
  }
  return line === '' ? lines : [...lines, line]
}

type LinesOf = typeof linesOf

function linkParagraph(
  pieces: readonly LinkPiece[],
  letters: Letters,
  place: TextPlace,
  broken: LinesOf,
): Paragraph {
  const lines: string[] = []
  const links: LinkLines[] = []
  for (const [index, { text, target }] of pieces.entries()) {
    const from = lines.length
    lines.push(...broken(index < pieces.length - 1 ? `${text}；` : text, letters, place))
    if (target !== undefined) links.push({ target, from, to: lines.length })
  }
  return { ...place, lines, links }
}

/** Each address on a line of its own, and smaller where it would make the row higher than its neighbours do. */
export function urlParagraph(pieces: readonly LinkPiece[], letters: Letters, place: TextPlace): Paragraph {
  const usual = linkParagraph(pieces, letters, place, linesOf)
  if (usual.lines.length <= mostLinkLines) return usual
  const style = { ...place.style, size: typeSizes.longLink, leading: 1.15 }
  return linkParagraph(pieces, letters, { ...place, style }, filledLines)
}
