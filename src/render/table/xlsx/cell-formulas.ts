import { attribute, eachElement, escapeXml, unescapeXml, withAttribute } from '../../../office/xml-text.ts'

export interface FormulaMove {
  readonly text: (formula: string) => string
  /** The cells an array formula fills. */
  readonly range: (ranges: string) => string
}

/** What another file's cell held last is all there is of it: it cannot be computed anew. */
function isExternal(formula: string): boolean {
  return /\[\d+\]/.test(formula)
}

/** A cell's formula moved and its last result forgotten, so that every program computes it from the new rows. */
export function movedCell(cell: { readonly tag: string; readonly inner: string }, move: FormulaMove): string {
  let isStale = false
  const inner = eachElement(cell.inner, 'f', ({ tag, inner: formula }) => {
    isStale ||= !isExternal(formula)
    const range = attribute(tag, 'ref')
    const start = range === undefined ? tag : withAttribute(tag, 'ref', move.range(range))
    return `${start.replace(/\s*\/?>$/, '>')}${escapeXml(move.text(unescapeXml(formula)))}</f>`
  })
  if (!isStale) return `${cell.tag}${inner}</c>`
  return `${withAttribute(cell.tag, 't', undefined)}${eachElement(inner, 'v', () => '')}</c>`
}
