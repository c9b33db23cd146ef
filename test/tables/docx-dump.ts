import { unzipSync } from 'fflate'
import {
  attributeOf,
  childNamed,
  childrenNamed,
  descendants,
  parseXml,
  type XmlElement,
} from '../../src/office/xml-tree.ts'

export interface OpenedDocx {
  readonly parts: Readonly<Record<string, Uint8Array>>
  readonly text: XmlElement
  readonly links: ReadonlyMap<string, string>
}

function part(parts: Readonly<Record<string, Uint8Array>>, name: string): XmlElement {
  const root = parseXml(parts[name] ?? new Uint8Array())
  if (root === undefined) throw new Error(`${name} is no XML`)
  return root
}

export function openDocx(bytes: Uint8Array): OpenedDocx {
  const parts = unzipSync(bytes) ?? {}
  const relationships = childrenNamed(part(parts, 'word/_rels/document.xml.rels'), 'Relationship')
  const links = relationships
    .filter((node) => attributeOf(node, 'TargetMode') === 'External')
    .map((node) => [attributeOf(node, 'Id') ?? '', attributeOf(node, 'Target') ?? ''] as const)
  return { parts, text: part(parts, 'word/document.xml'), links: new Map(links) }
}

/** As it reads on the page: text, tabs, line breaks. */
export function wordText(node: XmlElement): string {
  if (node.name === 'w:t') return node.children.join('')
  if (node.name === 'w:tab' && node.children.length === 0 && attributeOf(node, 'w:pos') === undefined)
    return '\t'
  if (node.name === 'w:br') return '\n'
  if (node.name === 'w:instrText') return `{${node.children.join('').trim()}}`
  const separator = node.name === 'w:tc' || node.name === 'w:body' ? '\n' : ''
  return node.children
    .flatMap((child) => (typeof child === 'string' ? [] : [wordText(child)]))
    .filter((text) => text !== '' || separator === '')
    .join(separator)
}

/** Every row of the document's tables as the texts of its cells, whose links stand on a line each. */
export function tableTexts({ text }: OpenedDocx): readonly (readonly string[])[] {
  return [...descendants(text, 'w:tr')].map((row) =>
    childrenNamed(row, 'w:tc').map((cell) => wordText(cell).replaceAll('；\n', '；')),
  )
}

export function linksIn({ text, links }: OpenedDocx): readonly (readonly [string, string | undefined])[] {
  return [...descendants(text, 'w:hyperlink')].map(
    (link) => [wordText(link), links.get(attributeOf(link, 'r:id') ?? '')] as const,
  )
}

function properties(parent: XmlElement, name: string): string {
  const node = childNamed(parent, name)
  const list = node?.children.flatMap((child) => {
    if (typeof child === 'string') return []
    const values = Object.entries(child.attributes).map(([key, value]) => `${key.replace('w:', '')}=${value}`)
    return [[child.name.replace('w:', ''), ...values].join(' ')]
  })
  return list?.join(', ') ?? ''
}

function paragraphLine(paragraph: XmlElement): string {
  return `[${properties(paragraph, 'w:pPr')}] ${wordText(paragraph).replaceAll('\t', ' →→ ')}`
}

function cellLine(cell: XmlElement): string {
  const lines = childrenNamed(cell, 'w:p').map(paragraphLine)
  return `  | ${properties(cell, 'w:tcPr')} ${lines.join(' ').replaceAll('\n', ' ↵ ')}`.trimEnd()
}

function block(node: XmlElement): readonly string[] {
  if (node.name === 'w:p') return [paragraphLine(node)]
  if (node.name === 'w:tbl')
    return [`table: ${properties(node, 'w:tblPr')}`, ...node.children.flatMap(rowLines)]
  return [node.name.replace('w:', ''), `  ${properties({ ...node, children: [node] }, node.name)}`]
}

function rowLines(row: XmlElement | string): readonly string[] {
  if (typeof row === 'string' || row.name !== 'w:tr') return []
  return [`  row: ${properties(row, 'w:trPr')}`, ...childrenNamed(row, 'w:tc').map(cellLine)]
}

/** The document as a reviewer can read it. */
export function docxDump(bytes: Uint8Array): string {
  const opened = openDocx(bytes)
  const body = childNamed(opened.text, 'w:body')?.children ?? []
  const footer = part(opened.parts, 'word/footer1.xml')
  return [
    ...body.flatMap((node) => (typeof node === 'string' ? [] : block(node))),
    `footer: ${wordText(footer)}`,
    ...linksIn(opened).map(([text, target]) => `link: ${text} → ${target}`),
    '',
  ].join('\n')
}
