export interface XmlTag {
  /** Without the prefix that the part's root has. */
  readonly name: string
  readonly kind: 'open' | 'close' | 'empty'
  readonly start: number
  readonly end: number
  readonly attributes: string
}

const markup = /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(\/?)([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/gs

function* tagsOf(xml: string): Generator<XmlTag> {
  const prefix = prefixOf(xml)
  for (const { 0: whole, 1: slash, 2: raw, 3: rest = '', index } of xml.matchAll(markup)) {
    if (raw === undefined) continue
    const isEmpty = rest.endsWith('/')
    yield {
      name: raw.startsWith(prefix) ? raw.slice(prefix.length) : raw,
      kind: slash ? 'close' : isEmpty ? 'empty' : 'open',
      start: index,
      end: index + whole.length,
      attributes: isEmpty ? rest.slice(0, -1) : rest,
    }
  }
}

export interface XmlElement {
  readonly tag: XmlTag
  readonly contentEnd: number
  readonly end: number
}

export interface ElementHandler {
  readonly open?: (tag: XmlTag) => void
  readonly close?: (element: XmlElement) => void
}

/** For elements that do not hold others of their own name. */
export function walkElements(xml: string, { open, close }: ElementHandler): void {
  const started = new Map<string, XmlTag>()
  for (const tag of tagsOf(xml)) {
    const { name, kind, start, end } = tag
    if (kind !== 'close') {
      started.set(name, tag)
      open?.(tag)
    }
    const first = started.get(name)
    if (kind !== 'open' && first) close?.({ tag: first, contentEnd: kind === 'empty' ? end : start, end })
  }
}

/** `x:` where the root is written with it, as the Open XML SDK does. */
export function prefixOf(xml: string): string {
  for (const [, , root] of xml.matchAll(markup)) {
    if (root !== undefined) return root.slice(0, root.indexOf(':') + 1)
  }
  return ''
}

const patterns = new Map<string, RegExp>()

function patternOf(name: string): RegExp {
  const pattern = patterns.get(name) ?? new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, pattern)
  return pattern
}

export function attributeOf({ attributes }: XmlTag, name: string): string | undefined {
  const [, double, single] = patternOf(name).exec(attributes) ?? []
  return double ?? single
}

export function withoutAttributes(attributes: string, names: string): string {
  return attributes.replace(new RegExp(`\\s+(?:${names})\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'), '')
}

export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

export function edited(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    pieces.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return pieces.join('') + text.slice(at)
}
