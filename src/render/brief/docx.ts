import { type BriefParagraph, type BriefPiece, blankText } from '../../model/brief.ts'
import {
  childNamed,
  element,
  isElement,
  textOf,
  type XmlElement,
  type XmlNode,
} from '../../office/xml-tree.ts'
import { openWord, savedWord } from '../table/docx/package.ts'
import { keptWithNext } from '../table/docx/rows.ts'
import { printable } from '../table/printable.ts'
import type { RenderBrief } from './format.ts'

const templateName = 'brief.docx'

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
function written(pattern: XmlElement, pieces: BriefParagraph): XmlElement {
  const look = childNamed(pattern, 'w:pPr')
  const run = childNamed(pattern, 'w:r')
  const runs = pieces.map((piece) => runOf(run, piece))
  return { ...pattern, children: [...(look === undefined ? [] : [look]), ...runs] }
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

/** The draft as a Word document: every paragraph of the template is the pattern for those of its kind. */
export const renderDocx: RenderBrief = ({ title, opening, sections, signature }, files) => {
  const word = openWord(files.get(templateName) ?? new Uint8Array())
  if ('message' in word) throw new TypeError(`${templateName} is no template`)
  const filled = (children: readonly XmlNode[]): readonly XmlNode[] => {
    const like = (marker: string, pieces: BriefParagraph): readonly XmlElement[] =>
      children
        .filter((child): child is XmlElement => isElement(child, 'w:p') && textOf(child) === marker)
        .map((pattern) => written(pattern, pieces))
    const text = [
      ...like('{{标题}}', [title]),
      ...opening.flatMap((pieces) => like('{{题下}}', pieces)),
      ...sections.flatMap(({ heading, paragraphs }) => [
        ...like('{{小标题}}', [heading]),
        ...paragraphs.flatMap((pieces) => like('{{正文}}', pieces)),
      ]),
    ]
    return [
      ...text.slice(0, -1),
      // A page with nothing but the signature is no page of an official document.
      ...text.slice(-1).map(keptWithNext),
      ...signature.flatMap((pieces) => like('{{落款}}', pieces)),
      ...children.filter((child) => isElement(child, 'w:sectPr')),
    ]
  }
  return savedWord({ ...word, main: withBody(word.main, filled) }, new Map())
}
