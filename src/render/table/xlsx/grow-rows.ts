import { type Range, rangeName, rangeOf } from '../../../office/reference.ts'
import { attribute, eachElement, tags } from '../../../office/xml-text.ts'
import { type Growth, growthsOf, type Home, rangeAfter, startAfter } from './formula.ts'

export interface Filled {
  /** The rows a sentence goes across, and the cells it covers there. */
  readonly across: ReadonlyMap<number, string>
}

export const beforeMerges =
  'sheetCalcPr|sheetProtection|protectedRanges|scenarios|autoFilter|sortState|dataConsolidate|customSheetViews'

/** The element where the schema wants it: after all of these that the sheet has. */
export function placed(tail: string, element: string, predecessors: string): string {
  let at = 0
  for (const match of tail.matchAll(
    new RegExp(`</(?:${predecessors})\\s*>|<(?:${predecessors})(?:\\s(?:[^>"]|"[^"]*")*)?/>`, 'g'),
  )) {
    at = match.index + match[0].length
  }
  return tail.slice(0, at) + element + tail.slice(at)
}

/** Where a range of the template stands now: once for each copy if it lies in a repeated row. */
export function copiesOf(range: Range, growths: readonly Growth[], filled: Filled): readonly Range[] {
  const growth = growths.find(({ row }) => row === range.top && row === range.bottom)
  if (growth === undefined) return [rangeAfter(growths, range)]
  const first = startAfter(growths, growth.row)
  const rows = Array.from({ length: growth.count }, (_, copy) => first + copy)
  return rows.filter((row) => !filled.across.has(row)).map((row) => ({ ...range, top: row, bottom: row }))
}

export function growMerges(tail: string, home: Home, filled: Filled): string {
  const growths = growthsOf(home.growths, home.sheet)
  const kept = tags(tail, 'mergeCell')
    .flatMap((tag) => rangeOf(attribute(tag, 'ref') ?? '') ?? [])
    .flatMap((range) => copiesOf(range, growths, filled).map(rangeName))
  const merges = [...kept, ...filled.across.values()]
  const rest = eachElement(tail, 'mergeCells', () => '')
  if (merges.length === 0) return rest
  const list = merges.map((range) => `<mergeCell ref="${range}"/>`).join('')
  return placed(rest, `<mergeCells count="${merges.length}">${list}</mergeCells>`, beforeMerges)
}
