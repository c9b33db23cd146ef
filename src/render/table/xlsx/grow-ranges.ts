import { rangesOf } from '../../../office/reference.ts'
import {
  attribute,
  eachElement,
  eachTag,
  elements,
  escapeXml,
  unescapeXml,
  withAttribute,
} from '../../../office/xml-text.ts'
import {
  cellAfter,
  endAfter,
  growthsOf,
  type Home,
  insertedFormula,
  namedFormula,
  rangesAfter,
  ruleFormula,
} from './formula.ts'

function withFormula(whole: string, inner: string, change: (formula: string) => string): string {
  const at = whole.indexOf(inner, whole.indexOf('>'))
  return whole.slice(0, at) + escapeXml(change(unescapeXml(inner))) + whole.slice(at + inner.length)
}

export function growComments(xml: string, home: Home): string {
  const growths = growthsOf(home.growths, home.sheet)
  return eachTag(xml, 'comment|threadedComment', (tag) =>
    withAttribute(tag, 'ref', cellAfter(growths, attribute(tag, 'ref') ?? '')),
  )
}

const beforeCalculation = 'sheets|functionGroups|externalReferences|definedNames'

/** Every program computes the formulas when it opens the workbook. */
function computed(xml: string): string {
  let isTold = false
  const told = eachTag(xml, 'calcPr', (tag) => {
    isTold = true
    return withAttribute(tag, 'fullCalcOnLoad', 1)
  })
  if (isTold) return told
  let at = 0
  for (const match of xml.matchAll(new RegExp(`</(?:${beforeCalculation})\\s*>`, 'g'))) {
    at = match.index + match[0].length
  }
  return `${xml.slice(0, at)}<calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`
}

export function growNames(xml: string, home: Home, hasFormulas: boolean): string {
  const named = eachElement(xml, 'definedName', ({ tag, inner, whole }) => {
    // Print areas and titles of some programs have no $ before the row, and mean it.
    const isBuiltIn = attribute(tag, 'name')?.startsWith('_xlnm.') === true
    const move = isBuiltIn ? insertedFormula : namedFormula
    return withFormula(whole, inner, (formula) => move(formula, home))
  })
  return hasFormulas ? computed(named) : named
}

type Change = (value: string) => string

function onAttribute(xml: string, name: string, change: readonly [attribute: string, value: Change]): string {
  return eachTag(xml, name, (tag) => {
    const value = attribute(tag, change[0])
    return value === undefined ? tag : withAttribute(tag, change[0], change[1](value))
  })
}

function onText(xml: string, name: string, change: Change): string {
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
  const ranges: Change = (list) => rangesAfter(growths, list) || 'A1'
  const cell: Change = (name) => cellAfter(growths, name)
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
