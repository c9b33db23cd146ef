import type { IsoDate } from '../../../model/date.ts'
import { attribute, eachElement, eachTag, withAttribute } from '../../../office/xml-text.ts'
import { partText, relationships } from '../parts.ts'
import { growChart, growNames } from './grow-parts.ts'
import { markedText } from './marked-text.ts'
import type { Home } from './moved-formula.ts'
import type { Workbook } from './workbook.ts'

/** A part and its new text; without one the part goes. */
export type Edit = readonly [part: string, text: string | undefined]

function edit(
  { parts }: Workbook,
  part: string | undefined,
  change: (xml: string) => string,
): readonly Edit[] {
  const xml = part === undefined ? undefined : partText(parts, part)
  return part === undefined || xml === undefined ? [] : [[part, change(xml)]]
}

function targets(workbook: Workbook, parts: readonly string[], types: readonly string[]): readonly string[] {
  const found = parts.flatMap((part) => relationships(workbook.parts, part))
  return found.filter(({ type }) => types.includes(type)).map(({ target }) => target)
}

function chartEdits(workbook: Workbook, home: Home): readonly Edit[] {
  const sheets = targets(workbook, [workbook.part], ['worksheet', 'chartsheet'])
  const drawings = targets(workbook, sheets, ['drawing'])
  return targets(workbook, drawings, ['chart', 'chartEx']).flatMap((chart) =>
    edit(workbook, chart, (xml) => growChart(xml, home)),
  )
}

/** The filled cells hold their own text: what is left of the markers must not be found in the file. */
function stringEdits(workbook: Workbook): readonly Edit[] {
  return edit(workbook, workbook.stringsPart, (xml) => {
    const blanked = eachElement(xml, 'si', ({ inner, whole }) =>
      markedText(inner) ? '<si><t/></si>' : whole,
    )
    return eachTag(blanked, 'sst', (tag) =>
      withAttribute(withAttribute(tag, 'count', undefined), 'uniqueCount', undefined),
    )
  })
}

function without(xml: string, name: string, isGone: (tag: string) => boolean): string {
  return eachElement(xml, name, ({ tag, whole }) => (isGone(tag) ? '' : whole))
}

/** The order in which Excel last computed the formulas; it makes a new one when there is none. */
function calculationEdits(workbook: Workbook): readonly Edit[] {
  const chain = workbook.relationships.find(({ type }) => type === 'calcChain')
  if (chain === undefined) return []
  const list = `${workbook.part.replace(/[^/]*$/, '_rels/$&')}.rels`
  return [
    [chain.target, undefined],
    ...edit(workbook, list, (xml) =>
      without(xml, 'Relationship', (tag) => attribute(tag, 'Id') === chain.id),
    ),
    ...edit(workbook, '[Content_Types].xml', (xml) =>
      without(xml, 'Override', (tag) => attribute(tag, 'PartName') === `/${chain.target}`),
    ),
  ]
}

/** Made on the form's own day, whatever the clock says. */
function propertyEdits(workbook: Workbook, date: IsoDate): readonly Edit[] {
  const [core] = targets(workbook, [''], ['core-properties'])
  return edit(workbook, core, (xml) =>
    eachElement(
      xml,
      'created|modified',
      ({ tag, whole }) => `${tag}${date}T00:00:00Z${/<\/[^<]*$/.exec(whole)?.[0] ?? ''}`,
    ),
  )
}

function hasFormulas({ sheets }: Workbook): boolean {
  return sheets.some(({ xml }) =>
    xml.rows.some(({ cells }) => cells.some(({ inner }) => /<f[\s/>]/.test(inner))),
  )
}

export function finishingEdits(workbook: Workbook, home: Home, date: IsoDate): readonly Edit[] {
  return [
    ...edit(workbook, workbook.part, (xml) => growNames(xml, home, hasFormulas(workbook))),
    ...stringEdits(workbook),
    ...chartEdits(workbook, home),
    ...calculationEdits(workbook),
    ...propertyEdits(workbook, date),
  ]
}
