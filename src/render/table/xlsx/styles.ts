import { attribute, eachElement, elements, hasFlag, withAttribute } from '../../../office/xml-text.ts'

export interface Need {
  readonly wrap?: boolean
  /** In the middle of its cell, both ways. */
  readonly centred?: boolean
  readonly day?: boolean
  /** A text that Excel would read as a formula stays text when somebody edits the cell. */
  readonly literal?: boolean
  /** Points. */
  readonly size?: number
}

/** The styles part of a workbook, and the variants that filling adds to it. */
export interface Styles {
  /** The number of a style that looks like `style` and does what is needed. */
  readonly variant: (style: number, need: Need) => number
  readonly fontSize: (style: number) => number
  readonly isWrapped: (style: number) => boolean
  readonly xml: () => string
}

const dayFormat = 'yyyy-mm-dd'
const builtInDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const defaultFontSize = 11

function list(xml: string, name: string, item: string): readonly string[] {
  return elements(elements(xml, name)[0]?.inner ?? '', item).map(({ whole }) => whole)
}

function showsDays(code: string): boolean {
  return /[yd年日]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))
}

function wrapped(format: string): string {
  const [alignment] = elements(format, 'alignment')
  const isShrunk = alignment !== undefined && hasFlag(alignment.tag, 'shrinkToFit')
  return isShrunk ? format : aligned(format, { wrapText: 1 })
}

function aligned(format: string, wanted: Readonly<Record<string, string | number>>): string {
  const [alignment] = elements(format, 'alignment')
  const tag = Object.entries(wanted).reduce(
    (so, [name, value]) => withAttribute(so, name, value),
    alignment?.whole ?? '<alignment/>',
  )
  if (alignment !== undefined) return format.replace(alignment.whole, tag)
  const open = format.replace(/\s*\/>$/, '></xf>')
  return open.replace('>', `>${tag}`)
}

function onStartTag(format: string, change: (tag: string) => string): string {
  return format.replace(/^(?:[^>"]|"[^"]*")*>/, change)
}

interface FormatTable {
  readonly formats: string[]
  readonly fonts: string[]
  readonly codes: Map<number, string>
}

function dayFormatNumber({ codes }: FormatTable): number {
  for (const [number, code] of codes) if (code === dayFormat) return number
  const number = Math.max(175, ...codes.keys()) + 1
  codes.set(number, dayFormat)
  return number
}

function fontOf(table: FormatTable, format: string): string {
  return table.fonts[Number(attribute(format, 'fontId') ?? 0)] ?? '<font></font>'
}

function sizeOf(font: string): number {
  const [size] = elements(font, 'sz')
  return Number((size && attribute(size.tag, 'val')) ?? defaultFontSize)
}

/** The same letters in another size. */
function resized(table: FormatTable, format: string, size: number): string {
  const font = fontOf(table, format)
  const changed = eachElement(font, 'sz', ({ whole }) => withAttribute(whole, 'val', size))
  const known = table.fonts.indexOf(changed)
  const number = known < 0 ? table.fonts.push(changed) - 1 : known
  return onStartTag(format, (tag) => withAttribute(withAttribute(tag, 'fontId', number), 'applyFont', 1))
}

function withNeed(table: FormatTable, style: number, need: Need): string {
  let format = table.formats[style] ?? '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
  const number = Number(attribute(format, 'numFmtId') ?? 0)
  const isDay = builtInDays.has(number) || showsDays(table.codes.get(number) ?? '')
  if (need.wrap) format = onStartTag(wrapped(format), (tag) => withAttribute(tag, 'applyAlignment', 1))
  if (need.centred) {
    const middle = aligned(format, { horizontal: 'center', vertical: 'center' })
    format = onStartTag(middle, (tag) => withAttribute(tag, 'applyAlignment', 1))
  }
  if (need.literal) format = onStartTag(format, (tag) => withAttribute(tag, 'quotePrefix', 1))
  if (need.size !== undefined) format = resized(table, format, need.size)
  if (!need.day || isDay) return format
  const days = dayFormatNumber(table)
  return onStartTag(format, (tag) =>
    withAttribute(withAttribute(tag, 'numFmtId', days), 'applyNumberFormat', 1),
  )
}

function withCodes(xml: string, codes: ReadonlyMap<number, string>): string {
  if (codes.size === 0) return xml
  const items = [...codes].map(([number, code]) => {
    const tag = withAttribute('<numFmt/>', 'numFmtId', number)
    return withAttribute(tag, 'formatCode', code)
  })
  const numFmts = `<numFmts count="${codes.size}">${items.join('')}</numFmts>`
  const rest = eachElement(xml, 'numFmts', () => '')
  return rest.replace(/<styleSheet(?:[^>"]|"[^"]*")*>/, (tag) => `${tag}${numFmts}`)
}

function parseCodes(xml: string): Map<number, string> {
  return new Map(
    list(xml, 'numFmts', 'numFmt').map((tag) => [
      Number(attribute(tag, 'numFmtId')),
      attribute(tag, 'formatCode') ?? '',
    ]),
  )
}

function withFonts(xml: string, fonts: readonly string[], before: number): string {
  if (fonts.length === before) return xml
  return eachElement(xml, 'fonts', () => `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`)
}

export function readStyles(xml: string): Styles {
  const fonts = [...list(xml, 'fonts', 'font')]
  const table: FormatTable = { formats: [...list(xml, 'cellXfs', 'xf')], fonts, codes: parseCodes(xml) }
  const before = fonts.length
  const known = new Map(table.formats.map((format, number) => [format, number]))
  return {
    variant: (style, need) => {
      const format = withNeed(table, style, need)
      if (format === table.formats[style]) return style
      const number = known.get(format) ?? table.formats.push(format) - 1
      known.set(format, number)
      return number
    },
    fontSize: (style) => sizeOf(fontOf(table, table.formats[style] ?? '')),
    isWrapped: (style) => {
      const [alignment] = elements(table.formats[style] ?? '', 'alignment')
      return alignment !== undefined && hasFlag(alignment.tag, 'wrapText')
    },
    xml: () =>
      eachElement(
        withFonts(withCodes(xml, table.codes), fonts, before),
        'cellXfs',
        () => `<cellXfs count="${table.formats.length}">${table.formats.join('')}</cellXfs>`,
      ),
  }
}
