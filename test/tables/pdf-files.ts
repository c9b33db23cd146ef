import { readFileSync } from 'node:fs'
import { getDocumentProxy } from 'unpdf'
import { columns, headings } from '../../src/model/case.ts'
import type { Statistics } from '../../src/model/table.ts'
import type { Rendered } from '../../src/render/table/format.ts'
import { tableFormats } from '../../src/render/table/index.ts'
import { columnWidths, page } from '../../src/render/table/page.ts'

const look = { color: false, columns: undefined, quiet: false } as const

export function fontFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`templates/${name}`))
}

const files = new Map(tableFormats.pdf.files.map((name) => [name, fontFile(name)]))

/** A font of some eighty characters. */
export const fewCharacters = new Uint8Array(readFileSync('test/tables/fonts/few.ttf'))

export async function rendered(statistics: Statistics, font?: Uint8Array): Promise<Rendered> {
  const render = await tableFormats.pdf.load()
  return render(statistics, { look, files, ...(font && { font }) })
}

export interface Printed {
  readonly bytes: Uint8Array
  readonly warnings: readonly string[]
}

export async function printed(statistics: Statistics, font?: Uint8Array): Promise<Printed> {
  const result = await rendered(statistics, font)
  if (typeof result === 'string' || !('bytes' in result)) throw new Error(JSON.stringify(result))
  return result
}

export const millimetre = 72 / 25.4

export interface PrintedText {
  readonly text: string
  /** Points from the page's top left to the start of the baseline. */
  readonly left: number
  readonly top: number
  readonly width: number
}

export interface PrintedLink {
  readonly url: string
  readonly box: readonly number[]
}

export interface PrintedPage {
  readonly width: number
  readonly height: number
  /** In the order they were written. */
  readonly texts: readonly PrintedText[]
  readonly links: readonly PrintedLink[]
}

interface TextItem {
  readonly str: string
  readonly width: number
  /** The last two are the start of the baseline, from the page's bottom left. */
  readonly transform: readonly number[]
}

function placeOf({ transform: [, , , , left = 0, bottom = 0] }: TextItem, height: number) {
  return { left, top: height - bottom }
}

export async function readPdf(bytes: Uint8Array): Promise<readonly PrintedPage[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
  return Promise.all(
    numbers.map(async (number) => {
      const sheet = await document.getPage(number)
      const [, , width = 0, height = 0] = sheet.view
      const { items } = (await sheet.getTextContent()) as { readonly items: readonly TextItem[] }
      const texts = items.flatMap((item) =>
        item.str.trim() === '' ? [] : [{ text: item.str, ...placeOf(item, height), width: item.width }],
      )
      const notes = (await sheet.getAnnotations()) as readonly { url: string; rect: readonly number[] }[]
      const links = notes.map(({ url, rect }) => ({ url, box: rect }))
      return { width, height, texts, links }
    }),
  )
}

const edges = columns.map((_, index) => {
  const before = columns.slice(0, index + 1).reduce((sum, column) => sum + columnWidths[column], 0)
  return (page.left + before) * millimetre
})

function cellsOf(texts: readonly PrintedText[]): readonly (readonly string[])[] {
  const rows: string[][] = []
  let last: number = columns.length
  let lastTop = 0
  for (const { text, left, top } of texts) {
    const column = edges.findIndex((edge) => left < edge)
    // Cells are centred in their row, so that none begins so far below the end of the one before it.
    if (column < last || top - lastTop > 20) rows.push(columns.map(() => ''))
    lastTop = top
    const row = rows.at(-1) ?? []
    row[column] += text.replace(/\s/g, '')
    last = column
  }
  return rows
}

const bottom = (page.height - page.bottom) * millimetre

export interface PrintedTable {
  readonly heading: readonly (readonly string[])[]
  readonly rows: readonly (readonly string[])[]
}

/** What a page holds of the table, in the nine columns and without blanks: a line's end drops them. */
export function tableOn({ texts }: PrintedPage): PrintedTable {
  const edge = page.left * millimetre + 1
  const start = texts.findIndex(({ text }) => text === headings.serial)
  const after = texts.findIndex(({ text }) => text === headings.remark) + 1
  const end = texts.findIndex(({ text, left, top }) => (text.startsWith('注') && left < edge) || top > bottom)
  return { heading: cellsOf(texts.slice(start, after)), rows: cellsOf(texts.slice(after, end)) }
}

/** The page as a reviewer can read it: every text with its place in millimetres. */
export function pdfDump(pages: readonly PrintedPage[]): string {
  const place = ({ left, top }: PrintedText): string =>
    [left, top].map((points) => (points / millimetre).toFixed(0).padStart(3)).join(' ')
  return pages
    .flatMap(({ texts, links }, index) => [
      `page ${index + 1}`,
      ...texts.map((printed) => `${place(printed)}  ${printed.text}`),
      ...[...new Set(links.map(({ url }) => `link ${url}`))],
      '',
    ])
    .join('\n')
}
