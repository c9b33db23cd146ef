import { eachElement, elements } from '../../../office/xml-text.ts'
import { growthsOf, type Home, startAfter } from './formula.ts'

type HeightOf = (row: number) => number

export interface RowHeights {
  readonly before: HeightOf
  readonly after: HeightOf
}

interface Point {
  /** Counted from 1. */
  readonly row: number
  readonly offset: number
}

const emuPerPoint = 12_700

function numberIn(xml: string, name: string): number {
  return Number(elements(xml, name)[0]?.inner ?? 0)
}

function pointOf(xml: string): Point {
  return { row: numberIn(xml, 'row') + 1, offset: numberIn(xml, 'rowOff') / emuPerPoint }
}

function placedAt(xml: string, { row, offset }: Point): string {
  const rowed = eachElement(xml, 'row', ({ whole }) => whole.replace(/>\d+</, `>${row - 1}<`))
  return eachElement(rowed, 'rowOff', ({ whole }) =>
    whole.replace(/>-?\d+</, `>${Math.round(offset * emuPerPoint)}<`),
  )
}

function distance(from: Point, to: Point, heightOf: HeightOf): number {
  let points = to.offset - from.offset
  for (let row = from.row; row < to.row; row += 1) points += heightOf(row)
  return points
}

function below(from: Point, points: number, heightOf: HeightOf): Point {
  let { row, offset } = from
  offset += points
  while (offset >= heightOf(row)) {
    offset -= heightOf(row)
    row += 1
  }
  return { row, offset }
}

/** Charts and pictures of a sheet: each keeps its size and the row it hangs on. */
export function growDrawing(xml: string, home: Home, heights: RowHeights): string {
  const growths = growthsOf(home.growths, home.sheet)
  const firstGrowth = Math.min(...growths.map(({ row }) => row))
  return eachElement(xml, 'twoCellAnchor|oneCellAnchor', ({ whole }) => {
    const [start, end] = [elements(whole, 'from')[0]?.whole, elements(whole, 'to')[0]?.whole]
    if (start === undefined) return whole
    const from = pointOf(start)
    const to = end === undefined ? from : pointOf(end)
    if (to.row < firstGrowth) return whole
    const moved = { ...from, row: startAfter(growths, from.row) }
    const hung = whole.replace(start, placedAt(start, moved))
    if (end === undefined) return hung
    const size = distance(from, to, heights.before)
    return hung.replace(end, placedAt(end, below(moved, size, heights.after)))
  })
}

function shiftedNumbers(list: string, positions: ReadonlySet<number>, by: number): string {
  return list
    .split(',')
    .map((number, index) => (positions.has(index) ? String(Number(number) + by) : number.trim()))
    .join(', ')
}

const anchorRows = new Set([2, 6])

/** The boxes of notes, which keep their row as a number and as a place. */
export function growNoteBoxes(xml: string, home: Home): string {
  const growths = growthsOf(home.growths, home.sheet)
  return eachElement(xml, 'shape', ({ whole }) => {
    const row = elements(whole, 'Row')[0]?.inner.trim()
    if (row === undefined) return whole
    const by = startAfter(growths, Number(row) + 1) - Number(row) - 1
    const rowed = eachElement(whole, 'Row', (element) => element.whole.replace(row, String(Number(row) + by)))
    return eachElement(rowed, 'Anchor', (element) =>
      element.whole.replace(element.inner, shiftedNumbers(element.inner, anchorRows, by)),
    )
  })
}
