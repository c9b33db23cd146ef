import { childNamed, textOf, type XmlElement } from '../../../office/xml-tree.ts'
import { markerPattern } from '../markers.ts'

export interface TextRun {
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
