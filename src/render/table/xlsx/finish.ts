import type { IsoDate } from '../../../model/date.ts'
import { type PartEdit, partText, relatedParts, withoutPart } from '../../../office/package.ts'
import { eachElement, eachTag, withAttribute } from '../../../office/xml-text.ts'
import type { Home } from './formula.ts'
import { growNames } from './grow-ranges.ts'
import { markedText } from './marked-text.ts'
import type { Workbook } from './workbook.ts'

function edit(
  { parts }: Workbook,
  part: string | undefined,
  change: (xml: string) => string,
): readonly PartEdit[] {
  const xml = part === undefined ? undefined : partText(parts, part)
  return part === undefined || xml === undefined ? [] : [[part, change(xml)]]
}

/** The filled cells hold their own text: what is left of the markers must not be found in the file. */
function stringEdits(workbook: Workbook): readonly PartEdit[] {
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
function propertyEdits(workbook: Workbook, date: IsoDate): readonly PartEdit[] {
  const [core] = relatedParts(workbook.parts, '', ['core-properties'])
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

export function finishingEdits(workbook: Workbook, home: Home, date: IsoDate): readonly PartEdit[] {
  return [
    ...edit(workbook, workbook.part, (xml) => growNames(xml, home, hasFormulas(workbook))),
    ...stringEdits(workbook),
    // The order in which Excel last computed the formulas; it makes a new one when there is none.
    ...withoutPart(workbook.parts, workbook.part, 'calcChain'),
    ...propertyEdits(workbook, date),
  ]
}
