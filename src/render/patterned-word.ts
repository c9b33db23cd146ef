import { type BriefParagraph, type BriefPiece, blankText } from '../model/brief.ts'
import { childNamed, element, isElement, textOf, type XmlElement, type XmlNode } from '../office/xml-tree.ts'
import { printable } from './printable.ts'
import { openWord, savedWord } from './table/docx/package.ts'
import { keptWithNext } from './table/docx/rows.ts'

/**
 * A Word document of our own design: each paragraph of its template, such as {{正文}}, is the pattern for those of its
 * kind, so that fonts, spaces and margins stand in the template and words in the program.
 */

/** A blank stands out on the page, so that no draft is handed in with one. */
function highlighted(properties: XmlElement | undefined): XmlElement {
  const highlight = element('w:highlight', { 'w:val': 'yellow' })
  return element('w:rPr', properties?.attributes, ...(properties?.children ?? []), highlight)
}

function runOf(pattern: XmlElement | undefined, piece: BriefPiece): XmlElement {
  const own = pattern && childNamed(pattern, 'w:rPr')
  const isBlank = typeof piece !== 'string'
  const properties = isBlank ? highlighted(own) : own
  const text = element('w:t', { 'xml:space': 'preserve' }, printable(isBlank ? blankText(piece) : piece))
  return element('w:r', {}, ...(properties === undefined ? [] : [properties]), text)
}

/** A paragraph in the look of the template's own, with other words. */
export function written(pattern: XmlElement, pieces: BriefParagraph): XmlElement {
  const look = childNamed(pattern, 'w:pPr')
  const run = childNamed(pattern, 'w:r')
  const runs = pieces.map((piece) => runOf(run, piece))
  return { ...pattern, children: [...(look === undefined ? [] : [look]), ...runs] }
}

export interface Patterns {
  /** A paragraph like the one that holds this marker alone. */
  readonly like: (marker: string, ...pieces: BriefParagraph) => readonly XmlElement[]
  /** The template's table, to be filled. */
  readonly table: XmlElement | undefined
}

interface PatternedSection {
  readonly heading?: string | undefined
  readonly paragraphs: readonly (BriefParagraph | string)[]
}

/** A page with nothing but a signature is no page of an official document: the last paragraph goes with what follows. */
export function sectionParagraphs(
  like: Patterns['like'],
  sections: readonly PatternedSection[],
): readonly XmlElement[] {
  const text = sections.flatMap(({ heading, paragraphs }) => [
    ...(heading === undefined ? [] : like('{{小标题}}', heading)),
    ...paragraphs.flatMap((pieces) => like('{{正文}}', ...(typeof pieces === 'string' ? [pieces] : pieces))),
  ])
  return [...text.slice(0, -1), ...text.slice(-1).map(keptWithNext)]
}

function withBody(
  main: XmlElement,
  change: (children: readonly XmlNode[]) => readonly XmlNode[],
): XmlElement {
  const children = main.children.map((child) =>
    isElement(child, 'w:body') ? { ...child, children: change(child.children) } : child,
  )
  return { ...main, children }
}

export function patternedWord(
  name: string,
  files: ReadonlyMap<string, Uint8Array>,
  build: (patterns: Patterns) => readonly XmlElement[],
): Uint8Array {
  const opened = openWord(files.get(name) ?? new Uint8Array())
  if ('refusal' in opened) throw new TypeError(`${name} is no template`)
  const { form: word } = opened
  const filled = (children: readonly XmlNode[]): readonly XmlNode[] => {
    const like = (marker: string, ...pieces: BriefParagraph): readonly XmlElement[] =>
      children
        .filter((child): child is XmlElement => isElement(child, 'w:p') && textOf(child) === marker)
        .map((pattern) => written(pattern, pieces))
    const table = children.find((child): child is XmlElement => isElement(child, 'w:tbl'))
    return [...build({ like, table }), ...children.filter((child) => isElement(child, 'w:sectPr'))]
  }
  return savedWord({ ...word, main: withBody(word.main, filled) }, new Map())
}
