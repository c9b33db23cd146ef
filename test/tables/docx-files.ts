import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Statistics } from '../../src/model/table.ts'
import { element, type XmlElement, type XmlNode } from '../../src/office/xml-tree.ts'
import { zipped } from '../../src/office/zip.ts'
import type { Refusal, Rendered } from '../../src/render/table/format.ts'
import { tableFormats } from '../../src/render/table/index.ts'

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Word counts lengths in twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}

export function w(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly XmlNode[]
): XmlElement {
  const written = Object.entries(attributes).map(([key, value]) => [`w:${key}`, String(value)])
  return element(`w:${name}`, Object.fromEntries(written), ...children)
}

const look = { color: false, columns: undefined, quiet: false } as const

export const ourForm = new Uint8Array(readFileSync('templates/form.docx'))
/** Written by LibreOffice from the .fodt beside it: own columns, header, footer, footnote, colours. */
export const bureauForm = new Uint8Array(readFileSync('test/tables/templates/bureau.docx'))

async function rendered(statistics: Statistics, template?: Uint8Array): Promise<Rendered> {
  const render = await tableFormats.docx.load()
  const files = new Map([['form.docx', ourForm]])
  return render(statistics, { look, files, ...(template && { template }) })
}

export async function docxOf(statistics: Statistics, template?: Uint8Array): Promise<Uint8Array> {
  const result = await rendered(statistics, template)
  if (typeof result === 'string' || !('bytes' in result)) throw new Error(JSON.stringify(result))
  return result.bytes
}

export async function docxRefusal(
  statistics: Statistics,
  template: Uint8Array,
): Promise<Refusal | undefined> {
  const result = await rendered(statistics, template)
  return typeof result !== 'string' && 'refusal' in result ? result.refusal : undefined
}

export const textPart = 'word/document.xml'

/** The document with one of its parts rewritten; a change that changes nothing is a slip in the test. */
export function edited(
  document: Uint8Array,
  change: (xml: string) => string,
  part: string = textPart,
): Uint8Array {
  const parts = unzipSync(document) ?? {}
  const before = new TextDecoder().decode(parts[part])
  const after = change(before)
  if (after === before) throw new Error(`nothing to change in ${part}`)
  return zipped({ ...parts, [part]: new TextEncoder().encode(after) })
}
