import { ownSheetName, referenceTo } from '../../../office/own-sheets.ts'
import { type PartEdit, partBytes, relationshipNamespace, withPart } from '../../../office/package.ts'
import { attribute, eachTag, elements, escapeXml, tags, withAttribute } from '../../../office/xml-text.ts'
import { columnNames, fieldNames } from '../markers.ts'
import { markedRows, namesIn } from './marks.ts'
import type { Styles } from './styles.ts'
import type { TemplateBook, TemplateCell, TemplateSheet } from './workbook.ts'

/**
 * A sheet more in a workbook that is filled part by part, ours or a bureau's own. Names that belong to a sheet count
 * the sheets; one that comes in between moves those behind it.
 */
interface AddedSheet {
  readonly title: string
  readonly xml: string
  /** Printed again on every page. */
  readonly headingRow: number
  /** The cells that can be filtered, such as A3:J20. */
  readonly filter?: string
  /** Of which place it becomes the sheet, from 0; at the end where nothing is said. */
  readonly at?: number | undefined
}

export interface WithSheet {
  readonly workbook: TemplateBook
  readonly edits: readonly PartEdit[]
}

/** A bureau's workbook may have a sheet of this name already: last year's return is a form, too. */
function freeName(isTaken: (name: string) => boolean, named: (number: number) => string): string {
  let number = 1
  while (isTaken(named(number))) number += 1
  return named(number)
}

function moved(xml: string, from: number): string {
  return eachTag(xml, 'definedName', (tag) => {
    const at = attribute(tag, 'localSheetId')
    return at !== undefined && Number(at) >= from ? withAttribute(tag, 'localSheetId', Number(at) + 1) : tag
  })
}

function withNames(xml: string, names: string): string {
  return /<\/definedNames>/.test(xml)
    ? xml.replace('</definedNames>', () => `${names}</definedNames>`)
    : xml.replace('</sheets>', () => `</sheets><definedNames>${names}</definedNames>`)
}

/** The list of sheets with one more, which is known to be none of the logs. */
function withSheet(xml: string, id: string, { title, headingRow, filter, at }: AddedSheet): string {
  const sheets = tags(xml, 'sheet')
  const place = at ?? sheets.length
  const taken = sheets.map((tag) => attribute(tag, 'name'))
  const name = freeName(
    (one) => taken.includes(one),
    (number) => (number === 1 ? title : `${title} (${number})`),
  )
  const number = Math.max(0, ...sheets.map((tag) => Number(attribute(tag, 'sheetId')))) + 1
  const space = ` xmlns:r="${relationshipNamespace}"`
  const bare = `<sheet${xml.includes(space) ? '' : space}/>`
  const sheet = withAttribute(withAttribute(withAttribute(bare, 'name', name), 'sheetId', number), 'r:id', id)
  const before = sheets[place]
  const listed =
    before === undefined
      ? xml.replace('</sheets>', () => `${sheet}</sheets>`)
      : moved(xml, place).replace(before, () => `${sheet}${before}`)
  const own = freeName((one) => xml.includes(`"${one}"`), ownSheetName)
  const named = (definition: string, reference: string, isOfSheet = true): string => {
    const tag = withAttribute('<definedName/>', 'name', definition)
    const placed = isOfSheet ? withAttribute(tag, 'localSheetId', place) : tag
    return placed.replace('/>', () => `>${escapeXml(reference)}</definedName>`)
  }
  const sheetName = referenceTo(name).replace(/!.*$/, '!')
  return withNames(
    listed,
    [
      named(own, referenceTo(name), false),
      named('_xlnm.Print_Titles', `${sheetName}$${headingRow}:$${headingRow}`),
      // Excel keeps a filter under this name, and calls a sheet without it damaged.
      ...(filter === undefined
        ? []
        : [named('_xlnm._FilterDatabase', `${sheetName}${absolute(filter)}`).replace(' ', ' hidden="1" ')]),
    ].join(''),
  )
}

function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
}

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'

export function withAddedSheet(workbook: TemplateBook, sheet: AddedSheet): WithSheet {
  const folder = workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1)
  const name = freeName(
    (one) => workbook.parts.has(one),
    (at) => `${folder}worksheets/sheet${workbook.sheets.length + at}.xml`,
  )
  const part = { name, type: 'worksheet', contentType, xml: sheet.xml }
  const added = withPart(workbook.parts, workbook.part, part)
  const xml = withSheet(workbook.xml, added.id, sheet)
  const edits = [...added.edits, [workbook.part, xml] as const]
  const changed = edits.map(([one, text]) => [one, partBytes(text)] as const)
  return { workbook: { ...workbook, xml, parts: new Map([...workbook.parts, ...changed]) }, edits }
}

/** The form's letters, which are found where its title, 填报单位, headings and cases stand. */
export interface Looks {
  readonly title: number
  readonly unit: number
  readonly date: number
  readonly heading: number
  readonly centred: number
  readonly prose: number
}

function styleOf(cell: TemplateCell | undefined): number {
  return Number((cell && attribute(cell.tag, 's')) ?? 0)
}

function formSheetOf(workbook: TemplateBook): TemplateSheet | undefined {
  return workbook.sheets.find((sheet) => markedRows(sheet, workbook).some(({ kind }) => kind === 'case'))
}

export function looksOf(workbook: TemplateBook, styles: Styles): Looks {
  const sheet = formSheetOf(workbook)
  const caseRow = sheet && markedRows(sheet, workbook).find(({ kind }) => kind === 'case')?.row
  const rows = sheet?.xml.rows ?? []
  const above = rows.filter(({ row }) => row < (caseRow ?? 0))
  const named = (name: string): TemplateCell | undefined =>
    rows
      .flatMap((row) => row.cells.map((cell) => ({ row, cell })))
      .find(({ row, cell }) => namesIn({ ...row, cells: [cell] }, workbook.strings).includes(name))?.cell
  const number = named(columnNames.caseNumber)
  const heading = above.at(-1)?.cells.find(({ column }) => column === number?.column)
  // The title is what stands above in the largest letters, with a marker in it or not.
  const largest = above
    .slice(0, -1)
    .flatMap(({ cells }) => cells)
    .map(styleOf)
    .toSorted((one, other) => styles.fontSize(other) - styles.fontSize(one))
  const wrapped = (style: number): number => styles.variant(style, { wrap: true })
  return {
    title: largest[0] ?? 0,
    unit: styleOf(named(fieldNames.unit)),
    date: styleOf(named(fieldNames.date)),
    heading: styleOf(heading),
    centred: wrapped(styleOf(number)),
    prose: wrapped(styleOf(named(columnNames.remark))),
  }
}

/** The form's margins, paper and page numbers. */
export function paperOf(workbook: TemplateBook): string {
  const tail = formSheetOf(workbook)?.xml.tail ?? ''
  const [setup = ''] = tags(tail, 'pageSetup')
  const orientation = attribute(setup, 'orientation') ?? 'landscape'
  const options = '<printOptions horizontalCentered="1"/>'
  const margins = tags(tail, 'pageMargins')[0] ?? ''
  const page = `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`
  return options + margins + page + (elements(tail, 'headerFooter')[0]?.whole ?? '')
}
