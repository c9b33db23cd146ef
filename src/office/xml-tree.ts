import { Parser } from 'htmlparser2'
import { escapeCharacters } from './xml-text.ts'

export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

/** Comments and processing instructions are not kept: no Office program shows them. */
export type XmlNode = XmlElement | string

export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly XmlNode[]
): XmlElement {
  return { name, attributes, children }
}

export function isElement(node: XmlNode, name: string): node is XmlElement {
  return typeof node !== 'string' && node.name === name
}

export function attributeOf(node: XmlElement, name: string): string | undefined {
  return node.attributes[name]
}

export function childrenNamed(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return parent?.children.filter((child): child is XmlElement => isElement(child, name)) ?? []
}

export function childNamed(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find((child): child is XmlElement => isElement(child, name))
}

/** The element's own text and that of everything in it. */
export function textOf(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}

/** Every element of this name, outermost first, in the order of the text. */
export function* descendants(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const child of parent.children) {
    if (typeof child === 'string') continue
    if (child.name === name) yield child
    yield* descendants(child, name)
  }
}

interface Open extends XmlElement {
  readonly children: XmlNode[]
}

/** The root element; undefined for what is not one whole XML document in UTF-8. */
export function parseXml(bytes: Uint8Array): XmlElement | undefined {
  const document: Open = { name: '', attributes: {}, children: [] }
  const open = [document]
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const next: Open = { name, attributes, children: [] }
        open.at(-1)?.children.push(next)
        open.push(next)
      },
      ontext: (text) => open.at(-1)?.children.push(text),
      onclosetag: () => open.pop(),
    },
    { xmlMode: true },
  )
  parser.write(new TextDecoder().decode(bytes))
  const isWhole = open.length === 1
  parser.end()
  const roots = document.children.filter((node) => typeof node !== 'string')
  return isWhole && roots.length === 1 ? roots[0] : undefined
}

/** Holds XML that is written already, so that its tree need not be kept. */
const writtenName = '#written'

export function asWritten(node: XmlElement): XmlElement {
  return element(writtenName, {}, written(node))
}

function startOf({ name, attributes }: XmlElement): string {
  let start = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    start += ` ${key}="${escapeCharacters(value, /[&<>"\t\n\r]/g)}"`
  }
  return start
}

function write(node: XmlNode, pieces: string[]): void {
  if (typeof node === 'string') pieces.push(escapeCharacters(node, /[&<>\r]/g))
  else if (node.name === writtenName) pieces.push(node.children.join(''))
  else if (node.name.endsWith('Pr')) pieces.push(writtenProperties(node))
  else writeElement(node, pieces)
}

function writeElement(node: XmlElement, pieces: string[]): void {
  const start = startOf(node)
  if (node.children.length === 0) {
    pieces.push(start, '/>')
    return
  }
  pieces.push(start, '>')
  for (const child of node.children) write(child, pieces)
  pieces.push('</', node.name, '>')
}

/** The rows of a table share the properties of their pattern: what is shared is written once. */
const properties = new WeakMap<XmlElement, string>()

function writtenProperties(node: XmlElement): string {
  const known = properties.get(node)
  if (known !== undefined) return known
  const pieces: string[] = []
  writeElement(node, pieces)
  const text = pieces.join('')
  properties.set(node, text)
  return text
}

function written(node: XmlNode): string {
  const pieces: string[] = []
  write(node, pieces)
  return pieces.join('')
}

export function xmlBytes(root: XmlElement): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${written(root)}`)
}
