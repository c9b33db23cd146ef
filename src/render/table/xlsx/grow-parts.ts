import {
  attribute,
  eachElement,
  eachTag,
  escapeXml,
  unescapeXml,
  withAttribute,
} from '../../../office/xml-text.ts'
import { cellAfter } from './growth.ts'
import { growthsOf, type Home, insertedFormula, namedFormula } from './moved-formula.ts'

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
