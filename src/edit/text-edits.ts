import type { XmlTag } from '../office/xml-walk.ts'

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

/** All that stands in a tag behind its name, as it is written: what is kept of it keeps its quotes and its order. */
export function writtenAttributes(xml: string, tag: XmlTag): TextEdit {
  const whole = xml.slice(tag.start, tag.end)
  const [name = ''] = /^<[^\s/>]+/.exec(whole) ?? []
  const end = tag.end - (tag.isEmpty ? 2 : 1)
  return { start: tag.start + name.length, end, text: xml.slice(tag.start + name.length, end) }
}

export function withoutAttributes(attributes: string, names: string): string {
  return attributes.replace(new RegExp(`\\s+(?:${names})\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'), '')
}
