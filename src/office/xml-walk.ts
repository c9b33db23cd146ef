import { Parser } from 'htmlparser2'
import { type LimitName, limits } from '../model/limits.ts'
import type { Encoding } from '../model/log.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlHandler {
  /** Names are without the prefix that the part's root has; those of other vocabularies keep theirs. */
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
  /** Asked between pieces; the rest is then not read. */
  readonly isEnough?: () => boolean
}

/** damaged: it breaks off before its root is closed. */
export type XmlEnd = 'whole' | 'damaged' | Extract<LimitName, 'nesting'>

/** Longer texts do not fit among V8’s young objects, where they are free again at once. */
const pieceBytes = 1 << 16

function withoutPrefix(): (name: string) => string {
  let prefix: string | undefined
  return (name) => {
    prefix ??= name.slice(0, name.indexOf(':') + 1)
    return name.startsWith(prefix) ? name.slice(prefix.length) : name
  }
}

/** Pieces keep a part of any size out of one string. What is open costs the parser time with every tag inside it. */
export function walkXml(part: Uint8Array, handler: XmlHandler): XmlEnd {
  const bare = withoutPrefix()
  let isBegun = false
  let depth = 0
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++
        if (depth > limits.nesting.most) parser.pause()
        isBegun = true
        handler.open?.(bare(name), attributes)
      },
      ontext(text) {
        handler.text?.(text)
      },
      onclosetag(name) {
        depth--
        handler.close?.(bare(name))
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  const decoder = new TextDecoder(encodingOf(part))
  for (let start = 0; start < part.length; start += pieceBytes) {
    if (depth > limits.nesting.most) return 'nesting'
    if (handler.isEnough?.()) return 'damaged'
    parser.write(decoder.decode(part.subarray(start, start + pieceBytes), { stream: true }))
  }
  parser.write(decoder.decode())
  if (depth > limits.nesting.most) return 'nesting'
  const isWhole = depth === 0 && isBegun
  parser.end()
  return isWhole ? 'whole' : 'damaged'
}

/** A tag, and where it stands in the text it was read from. */
export interface XmlTag {
  /** Without the prefix that the part's root has. */
  readonly name: string
  readonly attributes: Attributes
  readonly start: number
  readonly end: number
  readonly isEmpty: boolean
}

export interface WalkedElement {
  readonly tag: XmlTag
  readonly contentEnd: number
  readonly end: number
}

export interface TagHandler {
  readonly open?: (tag: XmlTag) => void
  readonly close?: (element: WalkedElement) => void
}

/** The same with places, for who changes a part and leaves everything else of it as it was written. */
export function walkTags(xml: string, { open, close }: TagHandler): void {
  const bare = withoutPrefix()
  const opened: XmlTag[] = []
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        const { startIndex: start, endIndex } = parser
        const tag = {
          name: bare(name),
          attributes,
          start,
          end: endIndex + 1,
          isEmpty: xml[endIndex - 1] === '/',
        }
        opened.push(tag)
        open?.(tag)
      },
      onclosetag() {
        const tag = opened.pop()
        if (!tag) return
        const { startIndex, endIndex } = parser
        close?.({ tag, contentEnd: tag.isEmpty ? tag.end : startIndex, end: endIndex + 1 })
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
}

export function attributeOf({ attributes }: XmlTag, name: string): string | undefined {
  return attributes[name]
}

export function encodingOf(part: Uint8Array): Encoding {
  if (part[0] === 0xff && part[1] === 0xfe) return 'utf-16le'
  return part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : 'utf-8'
}

export function rootOf(part: Uint8Array): string | undefined {
  const start = new TextDecoder(encodingOf(part)).decode(part.subarray(0, pieceBytes))
  return /<(?:[\w.-]+:)?([A-Za-z]\w*)/.exec(start)?.[1]
}

/** For attributes of another vocabulary than their element's, such as `r:id`, whatever the prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((given) => given === name || given.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}
