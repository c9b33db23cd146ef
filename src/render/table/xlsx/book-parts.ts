import type { IsoDate } from '../../../model/date.ts'
import { type PartEdit, partText, relatedParts, withoutPart } from '../../../office/package.ts'
import {
  attribute,
  eachElement,
  eachTag,
  escapeXml,
  unescapeXml,
  withAttribute,
} from '../../../office/xml-text.ts'
import { type Home, insertedFormula, namedFormula } from './formula.ts'
import { markedText } from './marks.ts'
import type { TemplateBook } from './workbook.ts'

function edit(
  { parts }: TemplateBook,
  part: string | undefined,
  change: (xml: string) => string,
): readonly PartEdit[] {
  const xml = part === undefined ? undefined : partText(parts, part)
  return part === undefined || xml === undefined ? [] : [[part, change(xml)]]
}

function withFormula(whole: string, inner: string, change: (formula: string) => string): string {
  const at = whole.indexOf(inner, whole.indexOf('>'))
  return whole.slice(0, at) + escapeXml(change(unescapeXml(inner))) + whole.slice(at + inner.length)
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

function growNames(xml: string, home: Home, hasFormulas: boolean): string {
  const named = eachElement(xml, 'definedName', ({ tag, inner, whole }) => {
    // Print areas and titles of some programs have no $ before the row, and mean it.
    const isBuiltIn = attribute(tag, 'name')?.startsWith('_xlnm.') === true
    const move = isBuiltIn ? insertedFormula : namedFormula
    return withFormula(whole, inner, (formula) => move(formula, home))
  })
  return hasFormulas ? computed(named) : named
}

/** The filled cells hold their own text: what is left of the markers must not be found in the file. */
function stringEdits(workbook: TemplateBook): readonly PartEdit[] {
  return edit(workbook, workbook.stringsPart, (xml) => {
    const blanked = eachElement(xml, 'si', ({ inner, whole }) =>
      markedText(inner) ? '<si><t/></si>' : whole,
    )
    return eachTag(blanked, 'sst', (tag) =>
      withAttribute(withAttribute(tag, 'count', undefined), 'uniqueCount', undefined),
    )
  })
}

/** Made on the form's own day, whatever the clock says. */
function propertyEdits(workbook: TemplateBook, date: IsoDate): readonly PartEdit[] {
  const [core] = relatedParts(workbook.parts, '', ['core-properties'])
  return edit(workbook, core, (xml) =>
    eachElement(
      xml,
      'created|modified',
      ({ tag, whole }) => `${tag}${date}T00:00:00Z${/<\/[^<]*$/.exec(whole)?.[0] ?? ''}`,
    ),
  )
}

function hasFormulas({ sheets }: TemplateBook): boolean {
  return sheets.some(({ xml }) =>
    xml.rows.some(({ cells }) => cells.some(({ inner }) => /<f[\s/>]/.test(inner))),
  )
}

export function finishingEdits(workbook: TemplateBook, home: Home, date: IsoDate): readonly PartEdit[] {
  return [
    ...edit(workbook, workbook.part, (xml) => growNames(xml, home, hasFormulas(workbook))),
    ...stringEdits(workbook),
    // The order in which Excel last computed the formulas; it makes a new one when there is none.
    ...withoutPart(workbook.parts, workbook.part, 'calcChain'),
    ...propertyEdits(workbook, date),
  ]
}
