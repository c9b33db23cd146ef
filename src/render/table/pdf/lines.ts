import { wrap } from '../../wrap.ts'
import type { Piece } from '../link-target.ts'
import type { Hand, Lettering } from './lettering.ts'
import type { Block, Mark } from './mark.ts'

export interface Style {
  readonly hand: Hand
  readonly size: number
  readonly align: 'left' | 'center' | 'right'
}

export type PrintLine = readonly Piece[]

const leading = 1.3
// The ideographic em box stands 0.88 above the baseline and 0.12 below it.
const ascent = 0.88

export function lineHeight({ size }: Style): number {
  return size * leading
}

/** The parts of the pieces that stand between two places of their joined text. */
function between(pieces: readonly Piece[], start: number, end: number): PrintLine {
  let at = 0
  return pieces.flatMap(({ text, target }) => {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, text.length)]
    at += text.length
    return from < to ? [{ text: text.slice(from, to), target }] : []
  })
}

export function printLines(
  pieces: readonly Piece[],
  width: number,
  { lettering, style }: { readonly lettering: Lettering; readonly style: Style },
): readonly PrintLine[] {
  const shown = pieces.map((piece) => ({ ...piece, text: lettering.legible(piece.text) }))
  const text = shown.map((piece) => piece.text).join('')
  if (text === '') return []
  let at = 0
  return wrap(text, width, (part) => lettering.ems(part, style.hand) * style.size).map((line) => {
    const start = text.indexOf(line, at)
    at = start + line.length
    return between(shown, start, at)
  })
}

export interface Column {
  readonly left: number
  readonly width: number
}

const shares = { left: 0, center: 0.5, right: 1 } as const

export function linesBlock(
  lines: readonly PrintLine[],
  column: Column,
  { lettering, style }: { readonly lettering: Lettering; readonly style: Style },
): Block {
  const { hand, size } = style
  const widthOf = (piece: Piece): number => lettering.ems(piece.text, hand) * size
  const line = (pieces: PrintLine, top: number): readonly Mark[] => {
    const used = pieces.reduce((sum, piece) => sum + widthOf(piece), 0)
    const baseline = top + (lineHeight(style) - size) / 2 + size * ascent
    let left = column.left + (column.width - used) * shares[style.align]
    return pieces.map(({ text, target }) => {
      const width = widthOf({ text })
      left += width
      return { kind: 'text', text, hand, size, left: left - width, baseline, width, target }
    })
  }
  return {
    height: lines.length * lineHeight(style),
    at: (top) => lines.flatMap((pieces, index) => line(pieces, top + index * lineHeight(style))),
  }
}
