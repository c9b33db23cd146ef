import type { TableRow } from '../../model/table.ts'
import { printable } from './printable.ts'

// Excel and Word refuse to open a file with a longer link.
const longest = 2079

/** The address to open for a link, as a valid URI; undefined where it must stay text. */
export function linkTarget(link: string): string | undefined {
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link) || printable(link) !== link) return undefined
  const { href } = new URL(link)
  return href.length > longest ? undefined : href
}

export interface Piece {
  readonly text: string
  readonly target?: string | undefined
}

type UrlCell = Pick<TableRow, 'links' | 'linkWords'>

/** 公开网址 as paper shows it: a line each for every link and every word beside them. */
export function urlLines(row: UrlCell): readonly Piece[] {
  const links = row.links.map((link) => ({ text: printable(link), target: linkTarget(link) }))
  return [...links, ...row.linkWords.map((word) => ({ text: printable(word) }))]
}

/** The same in pieces that together are its `urlText`. */
export function urlPieces(row: UrlCell): readonly Piece[] {
  return urlLines(row).flatMap((piece, index) => (index === 0 ? [piece] : [{ text: '；' }, piece]))
}
