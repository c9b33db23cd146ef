import { deflateSync } from 'node:zlib'
import type { IsoDate } from '../../../model/date.ts'
import { hexOf, type UsedFont } from './letters.ts'

/*
 * A PDF is numbered objects and, at the end, where each of them begins. Ours holds pages of text and lines, links, and
 * fonts; no library that writes it starts in less time than our whole report takes.
 */

export interface PageLink {
  /** Points from the page's bottom left: left, bottom, right, top. */
  readonly box: readonly number[]
  readonly target: string
}

export interface PageContent {
  /** In the page's own operators, with the fonts as /F0, /F1 … */
  readonly operators: string
  readonly links: readonly PageLink[]
}

export interface Imprint {
  readonly title: string
  readonly author: string
  readonly date: IsoDate
  readonly size: readonly [width: number, height: number]
}

interface Writer {
  /** The number of an object that is written later. */
  readonly reserve: () => number
  readonly write: (body: string, number?: number) => number
  readonly stream: (entries: string, data: Uint8Array | string) => number
  readonly end: (trailer: string) => Uint8Array
}

function writer(): Writer {
  // A binary comment tells those who send the file that it is no text.
  const chunks: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\xFF\xFF\xFF\xFF\n', 'latin1')]
  const starts: number[] = [0]
  let length = chunks[0]?.length ?? 0
  const put = (chunk: Uint8Array): void => {
    chunks.push(chunk)
    length += chunk.length
  }
  const reserve = (): number => starts.push(0) - 1
  const write = (body: string, number = reserve()): number => {
    starts[number] = length
    put(Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1'))
    return number
  }
  const stream = (entries: string, data: Uint8Array | string): number => {
    const packed = deflateSync(data)
    const number = reserve()
    starts[number] = length
    const head = `<<${entries} /Filter /FlateDecode /Length ${packed.length}>>`
    put(Buffer.from(`${number} 0 obj\n${head}\nstream\n`, 'latin1'))
    put(packed)
    put(Buffer.from('\nendstream\nendobj\n', 'latin1'))
    return number
  }
  const end = (trailer: string): Uint8Array => {
    const places = starts.map((start, number) =>
      number === 0 ? '0000000000 65535 f \n' : `${String(start).padStart(10, '0')} 00000 n \n`,
    )
    const table = `xref\n0 ${starts.length}\n${places.join('')}`
    const last = `trailer\n<<${trailer} /Size ${starts.length}>>\nstartxref\n${length}\n%%EOF\n`
    put(Buffer.from(table + last, 'latin1'))
    return new Uint8Array(Buffer.concat(chunks))
  }
  return { reserve, write, stream, end }
}

/** A text of the document as UTF-16. */
function textObject(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => hexOf(text.charCodeAt(index)))
  return `<FEFF${units.join('')}>`
}

function reference(number: number): string {
  return `${number} 0 R`
}

/** Which character a code stands for, so that the text can be searched and copied. */
function characterMap({ characters }: UsedFont): string {
  const lines = [...characters].map(([code, { character }]) => {
    const units = Array.from({ length: character.length }, (_, index) => hexOf(character.charCodeAt(index)))
    return `<${hexOf(code)}> <${units.join('')}>`
  })
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) => {
    const block = lines.slice(index * 100, index * 100 + 100)
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`
  })
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange\n',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('')
}

const symbolic = 4

function writeFont(out: Writer, font: UsedFont, index: number): number {
  const file = font.face.file()
  const isCff = file.outlines === 'CFF'
  // Six letters before the name say that it is not the whole font.
  const name = `${String.fromCharCode(65 + index)}AAAAA+${font.face.name}`
  const bytes = out.stream(isCff ? '/Subtype /CIDFontType0C' : `/Length1 ${file.bytes.length}`, file.bytes)
  const measures = `/Ascent ${file.ascent} /Descent ${file.descent} /CapHeight ${file.capHeight} /ItalicAngle ${file.italicAngle} /StemV 80 /FontBBox [${file.box.join(' ')}]`
  const descriptor = out.write(
    `<</Type /FontDescriptor /FontName /${name} /Flags ${symbolic} ${measures} /${isCff ? 'FontFile3' : 'FontFile2'} ${reference(bytes)}>>`,
  )
  const widths = [...font.characters].map(([code, { width }]) => `${code} [${width}]`)
  const descendant = out.write(
    `<</Type /Font /Subtype /CIDFontType${isCff ? '0' : '2 /CIDToGIDMap /Identity'} /BaseFont /${name} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor ${reference(descriptor)} /W [${widths.join(' ')}]>>`,
  )
  const map = out.stream('', characterMap(font))
  return out.write(
    `<</Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${reference(descendant)}] /ToUnicode ${reference(map)}>>`,
  )
}

/** An address in brackets: what PDF would read as its own is escaped. */
function addressObject(address: string): string {
  return `(${address.replace(/[\\()]/g, '\\$&')})`
}

function writeLink(out: Writer, { box, target }: PageLink): number {
  return out.write(
    `<</Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /Rect [${box.join(' ')}] /A <</S /URI /URI ${addressObject(target)}>>>>`,
  )
}

/** The pages are taken one after the other: the texts of thousands at once would fill the memory. */
export function pdfDocument(
  pages: Iterable<PageContent>,
  fonts: readonly UsedFont[],
  { title, author, date, size }: Imprint,
): Uint8Array {
  const out = writer()
  const [tree, resources] = [out.reserve(), out.reserve()]
  const kids = Array.from(pages, ({ operators, links }) => {
    const content = out.stream('', operators)
    const notes = links.map((link) => reference(writeLink(out, link)))
    const annotations = notes.length === 0 ? '' : ` /Annots [${notes.join(' ')}]`
    return out.write(
      `<</Type /Page /Parent ${reference(tree)} /Contents ${reference(content)}${annotations}>>`,
    )
  })
  const named = fonts.flatMap((font, index) =>
    font.characters.size === 0 ? [] : [`/F${index} ${reference(writeFont(out, font, index))}`],
  )
  out.write(`<</Font <<${named.join(' ')}>>>>`, resources)
  const list = kids.map(reference).join(' ')
  out.write(
    `<</Type /Pages /Count ${kids.length} /MediaBox [0 0 ${size.join(' ')}] /Resources ${reference(resources)} /Kids [${list}]>>`,
    tree,
  )
  const root = out.write(
    `<</Type /Catalog /Pages ${reference(tree)} /Lang (zh-CN) /ViewerPreferences <</DisplayDocTitle true>>>>`,
  )
  // The day of the form, not of the clock: the same form is the same bytes.
  const day = `(D:${date.replaceAll('-', '')}000000Z)`
  const info = out.write(
    `<</Title ${textObject(title)} /Author ${textObject(author)} /Creator (ipcase) /CreationDate ${day} /ModDate ${day}>>`,
  )
  return out.end(`/Root ${reference(root)} /Info ${reference(info)}`)
}
