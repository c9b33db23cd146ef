import { Parser } from 'htmlparser2'
import type { Encoding } from '../model/log.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlHandler {
  /** Names are without the prefix that the part's root has; those of other vocabularies keep theirs. */
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

const pieceBytes = 1 << 18

/** false where the XML breaks off before its root is closed. Pieces keep a part of any size out of one string. */
export function walkXml(part: Uint8Array, handler: XmlHandler): boolean {
  let prefix: string | undefined
  let depth = 0
  const bare = (name: string): string =>
    prefix !== undefined && name.startsWith(prefix) ? name.slice(prefix.length) : name
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++
        prefix ??= name.slice(0, name.indexOf(':') + 1)
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
    parser.write(decoder.decode(part.subarray(start, start + pieceBytes), { stream: true }))
  }
  parser.write(decoder.decode())
  const isWhole = depth === 0 && prefix !== undefined
  parser.end()
  return isWhole
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
