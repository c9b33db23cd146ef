import { relationshipNamespace } from '../../../office/package.ts'
import { type Range, rangeName, rangeOf, rangesOf } from '../../../office/reference.ts'
import {
  attribute,
  eachElement,
  eachTag,
  elements,
  escapeXml,
  tags,
  unescapeXml,
  withAttribute,
} from '../../../office/xml-text.ts'
import {
  cellAfter,
  endAfter,
  type Growth,
  growthsOf,
  type Home,
  insertedFormula,
  rangeAfter,
  rangesAfter,
  ruleFormula,
  startAfter,
} from './formula.ts'
import type { CellLink } from './rows.ts'

type ValueChange = (value: string) => string

function onAttribute(
  xml: string,
  name: string,
  change: readonly [attribute: string, value: ValueChange],
): string {
  return eachTag(xml, name, (tag) => {
    const value = attribute(tag, change[0])
    return value === undefined ? tag : withAttribute(tag, change[0], change[1](value))
  })
}

function onText(xml: string, name: string, change: ValueChange): string {
  return eachElement(xml, name, ({ tag, inner, whole }) => {
    if (inner === '' || inner.includes('<')) return whole
    const text = change(unescapeXml(inner))
    return `${tag}${escapeXml(text)}${whole.slice(tag.length + inner.length)}`
  })
}

function rangeListOf(xml: string): string {
  const [start = ''] = /^(?:[^>"]|"[^"]*")*>/.exec(xml) ?? []
  return attribute(start, 'sqref') ?? elements(xml, 'sqref')[0]?.inner ?? ''
}

/** Conditional formats and validations, of 2007 and (with a prefix, the ranges in an element) of 2010. */
function growRules(xml: string, home: Home): string {
  const growths = growthsOf(home.growths, home.sheet)
  const kept = eachElement(xml, 'conditionalFormatting|dataValidation', ({ whole }) => {
    if (rangesAfter(growths, rangeListOf(whole)) === '') return ''
    const top = Math.min(...rangesOf(rangeListOf(whole)).map((range) => range.top))
    const ruled = onText(whole, 'formula|formula1|formula2|f', (formula) => ruleFormula(formula, home, top))
    const named = 'conditionalFormatting|dataValidation'
    const ranged = onAttribute(ruled, named, ['sqref', (list) => rangesAfter(growths, list)])
    return onText(ranged, 'sqref', (list) => rangesAfter(growths, list))
  })
  const uncounted = eachTag(kept, 'dataValidations', (tag) => withAttribute(tag, 'count', undefined))
  return uncounted.replace(/<((?:[\w.-]+:)?dataValidations)(?=[\s>])[^>]*>\s*<\/\1>/, '')
}

const rangeElements = 'dimension|autoFilter|sortState|sortCondition'
const rangesElements = 'protectedRange|ignoredError|selection'

/** Everything of a worksheet around its rows but merges and links, which follow each copy of a row. */
export function growRanges(xml: string, home: Home): string {
  const growths = growthsOf(home.growths, home.sheet)
  const ranges: ValueChange = (list) => rangesAfter(growths, list) || 'A1'
  const cell: ValueChange = (name) => cellAfter(growths, name)
  let grown = growRules(xml, home)
  grown = onAttribute(grown, rangeElements, ['ref', ranges])
  grown = onAttribute(grown, rangesElements, ['sqref', ranges])
  grown = onAttribute(grown, 'selection', ['activeCell', cell])
  grown = onAttribute(grown, 'pane|sheetView', ['topLeftCell', cell])
  grown = onAttribute(grown, 'cellWatch', ['r', cell])
  return eachElement(grown, 'rowBreaks', ({ whole }) =>
    onAttribute(whole, 'brk', ['id', (row) => String(endAfter(growths, Number(row)))]),
  )
}

export interface Filled {
  /** The rows a sentence goes across, and the cells it covers there. */
  readonly across: ReadonlyMap<number, string>
}

const beforeMerges =
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
function copiesOf(range: Range, growths: readonly Growth[], filled: Filled): readonly Range[] {
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

const beforeLinks = `${beforeMerges}|mergeCells|phoneticPr|conditionalFormatting|dataValidations`

function keptLinks(tail: string, home: Home, filled: Filled): ReadonlyMap<string, string> {
  const growths = growthsOf(home.growths, home.sheet)
  const links = tags(tail, 'hyperlink').flatMap((tag) => {
    const location = attribute(tag, 'location')
    const start = tag.replace(/\s*\/?>$/, '/>')
    const link =
      location === undefined ? start : withAttribute(start, 'location', insertedFormula(location, home))
    const range = rangeOf(attribute(tag, 'ref') ?? '')
    if (!range) return []
    return copiesOf(range, growths, filled)
      .map(rangeName)
      .map((cell): [string, string] => [cell, withAttribute(link, 'ref', cell)])
  })
  return new Map(links)
}

function listOf(links: Iterable<string>): string {
  const list = [...links].join('')
  return list === '' ? '' : `<hyperlinks>${list}</hyperlinks>`
}

export interface GrownLinks {
  readonly tail: string
  readonly targets: ReadonlyMap<string, string>
}

interface NewLinks {
  readonly links: readonly CellLink[]
  /** How their ids begin; no id of the template does. */
  readonly prefix: string
}

export function growLinks(tail: string, home: Home, filled: Filled & NewLinks): GrownLinks {
  const kept = new Map(keptLinks(tail, home, filled))
  const ids = new Map<string, string>()
  for (const { cell, target } of filled.links) {
    const id = ids.get(target) ?? `${filled.prefix}${ids.size + 1}`
    ids.set(target, id)
    kept.set(cell, `<hyperlink ref="${cell}" r:id="${id}"/>`)
  }
  const rest = eachElement(tail, 'hyperlinks', () => '')
  return {
    tail: placed(rest, listOf(kept.values()), beforeLinks),
    targets: new Map([...ids].map(([target, id]) => [id, target])),
  }
}

export function withLinkPrefix(head: string): string {
  if (head.includes(`xmlns:r="${relationshipNamespace}"`)) return head
  return head.replace(/<worksheet(?=[\s>])/, `<worksheet xmlns:r="${relationshipNamespace}"`)
}
