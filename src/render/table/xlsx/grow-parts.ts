import {
  attribute,
  eachElement,
  eachTag,
  elements,
  escapeXml,
  unescapeXml,
  withAttribute,
} from '../../../office/xml-text.ts'
import { cellAfter, rangesAfter } from './growth.ts'
import { growthsOf, type Home, insertedFormula, namedFormula } from './moved-formula.ts'

function withFormula(whole: string, inner: string, change: (formula: string) => string): string {
  const at = whole.indexOf(inner, whole.indexOf('>'))
  return whole.slice(0, at) + escapeXml(change(unescapeXml(inner))) + whole.slice(at + inner.length)
}

/** A chart draws the new cells and forgets what the old ones held, but for cells of another file. */
export function growChart(xml: string, home: Home): string {
  const drawn = (formula: string) => namedFormula(formula, home)
  const series = eachElement(xml, 'numRef|strRef|multiLvlStrRef', ({ whole }) => {
    const moved = eachElement(whole, 'f', (formula) => withFormula(formula.whole, formula.inner, drawn))
    const isExternal = elements(whole, 'f').some(({ inner }) => inner.includes('['))
    return isExternal ? whole : eachElement(moved, 'numCache|strCache|multiLvlStrCache', () => '')
  })
  return eachElement(series, 'strDim|numDim', ({ whole }) =>
    eachElement(whole, 'f', ({ whole: formula, inner }) => withFormula(formula, inner, drawn)),
  )
}

export function growComments(xml: string, home: Home): string {
  const growths = growthsOf(home.growths, home.sheet)
  return eachTag(xml, 'comment|threadedComment', (tag) =>
    withAttribute(tag, 'ref', cellAfter(growths, attribute(tag, 'ref') ?? '')),
  )
}

/** Excel's own tables, which stand above or below the repeated row. */
export function growTable(xml: string, home: Home): string {
  const growths = growthsOf(home.growths, home.sheet)
  const ranged = eachTag(xml, 'table|autoFilter|sortState|sortCondition', (tag) => {
    const range = attribute(tag, 'ref')
    return range === undefined ? tag : withAttribute(tag, 'ref', rangesAfter(growths, range))
  })
  return eachElement(ranged, 'calculatedColumnFormula|totalsRowFormula', ({ inner, whole }) =>
    withFormula(whole, inner, (formula) => insertedFormula(formula, home)),
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
