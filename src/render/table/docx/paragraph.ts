import {
  childNamed,
  element,
  isElement,
  textOf,
  type XmlElement,
  type XmlNode,
} from '../../../office/xml-tree.ts'
import type { LinkPiece } from '../link-target.ts'
import { markerPattern } from '../markers.ts'
import type { DocumentLinks } from './links.ts'

interface TextRun {
  /** The w:t that holds it; absent for a tab, a break, a picture, which no marker runs across. */
  readonly node?: XmlElement
  readonly text: string
  /** In a field, a link or a revision: what is filled in would be lost or lead elsewhere. */
  readonly fleeting: boolean
}

export interface Marker {
  readonly name: string
  readonly start: number
  readonly end: number
  /** Where its name begins: braces are Latin to Word and may be in another font and size. */
  readonly nameStart: number
  readonly fleeting: boolean
}

const fleetingParents: ReadonlySet<string> = new Set(['w:hyperlink', 'w:fldSimple', 'w:ins', 'w:moveTo'])

/** A control that Word fills again from the document's data every time it opens the file. */
export function isBound(node: XmlElement): boolean {
  const properties = node.name === 'w:sdt' ? childNamed(node, 'w:sdtPr') : undefined
  return properties !== undefined && childNamed(properties, 'w:dataBinding') !== undefined
}

// Marks of Word's own that stand in the middle of words.
const unseen: ReadonlySet<string> = new Set(['w:rPr', 'w:lastRenderedPageBreak', 'w:softHyphen'])

/** A text box has paragraphs of its own; deleted text is not there any more. */
export const outside: ReadonlySet<string> = new Set(['w:p', 'w:del', 'w:moveFrom'])

interface Leaf {
  readonly leaf: XmlElement
  readonly fleeting: boolean
}

function* leavesOf(parent: XmlElement, fleeting = false): Generator<Leaf> {
  for (const child of parent.children) {
    if (typeof child === 'string' || outside.has(child.name) || unseen.has(child.name)) continue
    if (parent.name === 'w:r') yield { leaf: child, fleeting }
    else yield* leavesOf(child, fleeting || fleetingParents.has(child.name) || isBound(child))
  }
}

const fieldSteps: Readonly<Record<string, number>> = { begin: 1, end: -1 }

/** Word splits a marker over several runs as it likes, so the paragraph is read as one text. */
export function textRunsOf(paragraph: XmlElement): readonly TextRun[] {
  const runs: TextRun[] = []
  let openFields = 0
  for (const { leaf, fleeting } of leavesOf(paragraph)) {
    openFields += fieldSteps[leaf.attributes['w:fldCharType'] ?? ''] ?? 0
    if (leaf.name === 'w:t')
      runs.push({ node: leaf, text: textOf(leaf), fleeting: fleeting || openFields > 0 })
    else runs.push({ text: '\uFFFC', fleeting })
  }
  return runs
}

export function markersIn(runs: readonly TextRun[]): readonly Marker[] {
  const text = runs.map((run) => run.text).join('')
  return [...text.matchAll(markerPattern)].map((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    let at = 0
    const fleeting = runs.some((run) => {
      const begin = at
      at += run.text.length
      return run.fleeting && begin < end && at > start
    })
    const name = match[1] ?? ''
    return { name, start, end, nameStart: text.indexOf(name, start), fleeting }
  })
}

export interface ParagraphFilling {
  readonly contentOf: (name: string) => readonly LinkPiece[]
  /** In the line of a type without cases 第{{序号}}件 must not read as a case: words around blanks go with them. */
  readonly isWithoutCase: boolean
  readonly linked: DocumentLinks['linked']
}

type ShownPieces = ReadonlyMap<XmlElement, readonly LinkPiece[]>

/** What each w:t with a part of a marker shows instead. */
function shownIn(runs: readonly TextRun[], { contentOf, isWithoutCase }: ParagraphFilling): ShownPieces {
  const markers = markersIn(runs)
  const isBlank =
    markers.length > 0 && markers.every(({ name }) => contentOf(name).every(({ text }) => text === ''))
  if (isWithoutCase && isBlank)
    return new Map(runs.flatMap(({ node }) => (node === undefined ? [] : [[node, []]])))
  const shown = new Map<XmlElement, readonly LinkPiece[]>()
  let end = 0
  for (const { node, text } of runs) {
    const begin = end
    end += text.length
    const inside = markers.filter((marker) => marker.start < end && marker.end > begin)
    if (node === undefined || inside.length === 0) continue
    let kept = 0
    const pieces = inside.flatMap((marker) => {
      const before = { text: text.slice(kept, Math.max(marker.start - begin, kept)) }
      kept = marker.end - begin
      const isHere = marker.nameStart >= begin && marker.nameStart < end
      return isHere ? [before, ...contentOf(marker.name)] : [before]
    })
    shown.set(node, [...pieces, { text: text.slice(kept) }])
  }
  return shown
}

interface Atom {
  readonly node: XmlNode
  readonly target?: string | undefined
  readonly isLong?: boolean | undefined
}

/** What a run holds to show a text of several lines. */
export function textNodes(text: string): readonly XmlElement[] {
  return text.split('\n').flatMap((line, index) => {
    const shown = line === '' ? [] : [element('w:t', { 'xml:space': 'preserve' }, line)]
    return [...(index === 0 ? [] : [element('w:br')]), ...shown]
  })
}

function lines({ text, target, isLong }: LinkPiece): readonly Atom[] {
  return textNodes(text).map((node) => ({ node, target, isLong }))
}

function filledRun(
  run: XmlElement,
  shown: ShownPieces,
  linked: ParagraphFilling['linked'],
): readonly XmlElement[] {
  const properties = childNamed(run, 'w:rPr')
  const atoms = run.children.flatMap((node): readonly Atom[] => {
    if (node === properties) return []
    return (isElement(node, 'w:t') && shown.get(node)?.flatMap(lines)) || [{ node }]
  })
  const groups: Atom[][] = []
  for (const atom of atoms) {
    const last = groups.at(-1)
    if (last !== undefined && last[0]?.target === atom.target) last.push(atom)
    else groups.push([atom])
  }
  return groups.map((group) => {
    const children = group.map(({ node }) => node)
    const part = { ...run, children: properties === undefined ? children : [properties, ...children] }
    const target = group[0]?.target
    return target === undefined ? part : linked(part, target, group[0]?.isLong ?? false)
  })
}

/** The paragraph with its markers replaced, each in the style of its name. */
export function filledParagraph(paragraph: XmlElement, filling: ParagraphFilling): XmlElement {
  const shown = shownIn(textRunsOf(paragraph), filling)
  if (shown.size === 0) return paragraph
  const filled = (parent: XmlElement): XmlElement => ({
    ...parent,
    children: parent.children.flatMap((child): readonly XmlNode[] => {
      if (typeof child === 'string' || outside.has(child.name)) return [child]
      return child.name === 'w:r' ? filledRun(child, shown, filling.linked) : [filled(child)]
    }),
  })
  return filled(paragraph)
}
