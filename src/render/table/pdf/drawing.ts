import { page } from '../page.ts'
import type { PageContent, PageLink } from './document.ts'
import type { Letters } from './letters.ts'
import { heightOf, lineHeight, type Paragraph } from './lines.ts'
import type { Page, PlacedPart } from './pages.ts'
import { millimetre } from './rows.ts'

const sheetHeight = page.height * millimetre
// The ideographic em box stands 0.88 above the baseline and 0.12 below it.
const ascent = 0.88
const outerWeight = 1
const innerWeight = 0.5
const linkColor = '0.122 0.22 0.392 rg'
// 小标宋 is heavier than the regular Noto Serif: its outline is drawn too.
const titleStroke = '2 Tr 0.35 w'
const shares = { left: 0, center: 0.5, right: 1 } as const

function points(value: number): number {
  return Math.round(value * 100) / 100
}

function fromBottom(top: number): number {
  return points(sheetHeight - top)
}

/** A line as often as its font changes. */
function lineText(line: string, { role, size }: Paragraph['style'], letters: Letters): string {
  let [operators, font, hex] = ['', -1, '']
  for (const character of line) {
    const letter = letters.letterOf(character, role)
    if (letter.font !== font) {
      if (hex !== '') operators += `<${hex}> Tj `
      operators += `/F${letter.font} ${size} Tf `
      font = letter.font
      hex = ''
    }
    hex += letter.hex
  }
  return `${operators}<${hex}> Tj`
}

function leftOf(line: string, { column, style }: Paragraph, letters: Letters): number {
  if (style.align === 'left') return column.left
  const width = (letters.widthOf(line, style.role) * style.size) / 1000
  return column.left + (column.width - width) * shares[style.align]
}

function paragraphText({ top, part }: PlacedPart<Paragraph>, letters: Letters): string {
  const { lines, links, style } = part
  const first = top + (lineHeight(style) - style.size) / 2 + style.size * ascent
  let text = ''
  for (const [index, line] of lines.entries()) {
    const place = `${points(leftOf(line, part, letters))} ${fromBottom(first + index * lineHeight(style))} Td`
    const shown = `BT ${place} ${lineText(line, style, letters)} ET`
    const isLinked = links.some(({ from, to }) => index >= from && index < to)
    const look = isLinked ? linkColor : style.role === 'title' ? titleStroke : undefined
    text += look === undefined ? `${shown}\n` : `q ${look} ${shown} Q\n`
  }
  return text
}

function linksIn({ top, part: { links, column, style } }: PlacedPart<Paragraph>): readonly PageLink[] {
  const edge = (line: number): number => fromBottom(top + line * lineHeight(style))
  return links.map(({ target, from, to }) => ({
    target,
    box: [points(column.left), edge(to), points(column.left + column.width), edge(from)],
  }))
}

function rule(weight: number, from: readonly [number, number], to: readonly [number, number]): string {
  const [start, end] = [from, to].map(([left, top]) => `${points(left)} ${fromBottom(top)}`)
  return `${weight} w ${start} m ${end} l S\n`
}

/** Where the columns' rules run: past all neighbours but a sentence across. */
function dividedParts(rows: Page['rows']): readonly (readonly [top: number, bottom: number])[] {
  const parts: [number, number][] = []
  for (const { top, part } of rows) {
    const last = parts.at(-1)
    if (part.cells.length === 1) continue
    if (last?.[1] === top) last[1] = top + part.height
    else parts.push([top, top + part.height])
  }
  return parts
}

function rulesOf({ rows, edges }: Page): string {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return ''
  const [tableLeft = 0, tableRight = 0] = [edges[0], edges.at(-1)]
  const [top, bottom] = [first.top, last.top + last.part.height]
  const between = rows.slice(1).map((row) => rule(innerWeight, [tableLeft, row.top], [tableRight, row.top]))
  const columns = dividedParts(rows).flatMap(([start, end]) =>
    edges.slice(1, -1).map((left) => rule(innerWeight, [left, start], [left, end])),
  )
  const frame = [
    rule(outerWeight, [tableLeft, top], [tableRight, top]),
    rule(outerWeight, [tableLeft, bottom], [tableRight, bottom]),
    rule(outerWeight, [tableLeft, top], [tableLeft, bottom]),
    rule(outerWeight, [tableRight, top], [tableRight, bottom]),
  ]
  return [...between, ...columns, ...frame].join('')
}

/** From what stands where to the operators of a PDF page. */
export function drawn(page: Page, letters: Letters): PageContent {
  const { above, rows, below } = page
  const cells = rows.flatMap(({ top, part }) =>
    part.cells.map((cell) => ({ top: top + (part.height - heightOf(cell)) / 2, part: cell })),
  )
  const all = [...above, ...cells, ...below]
  return {
    operators: all.map((placed) => paragraphText(placed, letters)).join('') + rulesOf(page),
    links: cells.flatMap(linksIn),
  }
}
