import type { TableRow } from '../../model/table.ts'
import { printable } from '../printable.ts'
import { displayWidth } from '../width.ts'
import { columnWidths, typeSizes } from './page.ts'

const pointsPerMillimetre = 72 / 25.4

// Excel and Word refuse to open a file with a longer link.
const longest = 2079

/** The address to open for a link, as a valid URI; undefined where it must stay text. */
export function linkTarget(link: string): string | undefined {
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link) || printable(link) !== link) return undefined
  const { href } = new URL(link)
  return href.length > longest ? undefined : href
}

export interface LinkPiece {
  readonly text: string
  readonly target?: string | undefined
  /** Part of an address that is set smaller, so that it takes no more lines than its neighbours. */
  readonly isLong?: boolean
}

type UrlCell = Pick<TableRow, 'links' | 'linkWords'>

/** 公开网址 as paper shows it: a line each for every link and every word beside them. */
export function urlLines(row: UrlCell): readonly LinkPiece[] {
  const links = row.links.map((link) => ({ text: printable(link), target: linkTarget(link) }))
  return [...links, ...row.linkWords.map((word) => ({ text: printable(word) }))]
}

/** The same in pieces that together are its `urlText`. */
export function urlPieces(row: UrlCell): readonly LinkPiece[] {
  return urlLines(row).flatMap((piece, index) => (index === 0 ? [piece] : [{ text: '；' }, piece]))
}

// As many as most case numbers take, and as much as the column holds of 五号.
const mostLines = 2
const lineWidth = (columnWidths.url * pointsPerMillimetre) / (typeSizes.cell / 2) - 2

/** Whether the addresses would make their row higher than its other cells do. */
export function isLongUrl(row: UrlCell): boolean {
  const lines = urlLines(row).map(({ text }) => Math.ceil(displayWidth(text) / lineWidth))
  return lines.reduce((sum, count) => sum + count, 0) > mostLines
}

/** For programs that break the lines themselves. */
export function printedUrlPieces(row: UrlCell): readonly LinkPiece[] {
  const isLong = isLongUrl(row)
  return urlLines(row).flatMap((line, index) => {
    const piece = { ...line, isLong }
    return index === 0 ? [piece] : [{ text: '；\n', isLong }, piece]
  })
}
