import { type PartEdit, partText } from '../../../office/package.ts'
import { attribute, eachElement, eachTag, elements, withAttribute } from '../../../office/xml-text.ts'
import { cellAfter, growthsOf, type Home, startAfter } from './formula.ts'
import { measuresOf } from './measures.ts'
import type { TemplateBook, TemplateSheet } from './workbook.ts'

type HeightOf = (row: number) => number

interface RowHeights {
  readonly before: HeightOf
  readonly after: HeightOf
}

interface Corner {
  /** Counted from 1. */
  readonly row: number
  readonly offset: number
}

const emuPerPoint = 12_700

function numberIn(xml: string, name: string): number {
  return Number(elements(xml, name)[0]?.inner ?? 0)
}

function pointOf(xml: string): Corner {
  return { row: numberIn(xml, 'row') + 1, offset: numberIn(xml, 'rowOff') / emuPerPoint }
}

function placedAt(xml: string, { row, offset }: Corner): string {
  const rowed = eachElement(xml, 'row', ({ whole }) => whole.replace(/>\d+</, `>${row - 1}<`))
  return eachElement(rowed, 'rowOff', ({ whole }) =>
    whole.replace(/>-?\d+</, `>${Math.round(offset * emuPerPoint)}<`),
  )
}

function distance(from: Corner, to: Corner, heightOf: HeightOf): number {
  let points = to.offset - from.offset
  for (let row = from.row; row < to.row; row += 1) points += heightOf(row)
  return points
}

function below(from: Corner, points: number, heightOf: HeightOf): Corner {
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
function growNoteBoxes(xml: string, home: Home): string {
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

export function growComments(xml: string, home: Home): string {
  const growths = growthsOf(home.growths, home.sheet)
  return eachTag(xml, 'comment|threadedComment', (tag) =>
    withAttribute(tag, 'ref', cellAfter(growths, attribute(tag, 'ref') ?? '')),
  )
}

interface PlacedRow {
  readonly row: number
  readonly height: number
}

/** The parts of pictures and notes of a sheet whose rows now stand and are high as told. */
export function hangingEdits(
  workbook: TemplateBook,
  sheet: TemplateSheet,
  home: Home,
  rows: readonly PlacedRow[],
): readonly PartEdit[] {
  const measures = measuresOf(sheet.xml)
  const after = new Map(rows.map(({ row, height }) => [row, height]))
  const heights = {
    before: measures.height,
    after: (row: number) => after.get(row) ?? measures.defaultHeight,
  }
  const changes: Readonly<Record<string, (xml: string) => string>> = {
    drawing: (xml) => growDrawing(xml, home, heights),
    vmlDrawing: (xml) => growNoteBoxes(xml, home),
    comments: (xml) => growComments(xml, home),
    threadedComment: (xml) => growComments(xml, home),
  }
  return [...sheet.relations.values()].flatMap(({ type, target }): readonly PartEdit[] => {
    const [change, xml] = [changes[type], partText(workbook.parts, target)]
    return change === undefined || xml === undefined ? [] : [[target, change(xml)]]
  })
}
