import {
  attributeOf,
  childNamed,
  childrenNamed,
  element,
  isElement,
  type XmlElement,
} from '../../../office/xml-tree.ts'

const ownIds: ReadonlySet<string> = new Set(['w14:paraId', 'w14:textId'])
const ownMarks: ReadonlySet<string> = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
])

/** A copy of the row that may stand beside it: without what a document holds only once. */
export function copied(node: XmlElement): XmlElement {
  return {
    ...node,
    attributes: Object.fromEntries(Object.entries(node.attributes).filter(([name]) => !ownIds.has(name))),
    children: node.children
      .filter((child) => typeof child === 'string' || !(ownMarks.has(child.name) || isSdtId(node, child)))
      .map((child) => (typeof child === 'string' ? child : copied(child))),
  }
}

function isSdtId(parent: XmlElement, child: XmlElement): boolean {
  return parent.name === 'w:sdtPr' && child.name === 'w:id'
}

function replaced(parent: XmlElement, name: string, change: (child: XmlElement) => XmlElement): XmlElement {
  return {
    ...parent,
    children: parent.children.map((child) => (isElement(child, name) ? change(child) : child)),
  }
}

/** A height that Word must keep to would hide the lines beyond it. */
export function growing(row: XmlElement): XmlElement {
  return replaced(row, 'w:trPr', (properties) =>
    replaced(properties, 'w:trHeight', (height) =>
      attributeOf(height, 'w:hRule') === 'exact'
        ? { ...height, attributes: { ...height.attributes, 'w:hRule': 'atLeast' } }
        : height,
    ),
  )
}

/** Also those that a content control holds. */
export function cellsOf(row: XmlElement): readonly XmlElement[] {
  return row.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'w:tc') return [child]
    return childrenNamed(child, 'w:sdtContent').flatMap(cellsOf)
  })
}

export function cellProperty(cell: XmlElement, name: string): XmlElement | undefined {
  const properties = childNamed(cell, 'w:tcPr')
  return properties && childNamed(properties, name)
}

function sum(cells: readonly XmlElement[], name: string, attribute: string): number {
  return cells.reduce((total, cell) => {
    const property = cellProperty(cell, name)
    return total + Number((property && attributeOf(property, attribute)) ?? 1)
  }, 0)
}

const beforeSpan: ReadonlySet<string> = new Set(['w:tcW', 'w:gridSpan', 'w:hMerge'])

/** The row with one cell across all columns, in the look of the cell at `index`. */
export function spanning(row: XmlElement, index: number): XmlElement {
  const cells = cellsOf(row)
  const cell = cells[index] ?? element('w:tc')
  const width = sum(cells, 'w:tcW', 'w:w')
  const isMeasured = cells.every((one) => {
    const measure = cellProperty(one, 'w:tcW')
    return measure !== undefined && attributeOf(measure, 'w:type') === 'dxa'
  })
  const kept = childNamed(cell, 'w:tcPr')?.children.filter(
    (child) => typeof child === 'string' || !beforeSpan.has(child.name),
  )
  const properties = element(
    'w:tcPr',
    {},
    ...(isMeasured ? [element('w:tcW', { 'w:w': String(width), 'w:type': 'dxa' })] : []),
    element('w:gridSpan', { 'w:val': String(sum(cells, 'w:gridSpan', 'w:val')) }),
    ...(kept ?? []),
  )
  const content = cell.children.filter((child) => !isElement(child, 'w:tcPr'))
  const own = row.children.filter((child) => isElement(child, 'w:tblPrEx') || isElement(child, 'w:trPr'))
  return { ...row, children: [...own, { ...cell, children: [properties, ...content] }] }
}

const behindJustification: ReadonlySet<string> = new Set([
  ...['w:textDirection', 'w:textAlignment', 'w:textboxTightWrap', 'w:outlineLvl', 'w:divId', 'w:cnfStyle'],
  ...['w:rPr', 'w:sectPr', 'w:pPrChange'],
])
const behindAlignment: ReadonlySet<string> = new Set(['w:hideMark', 'w:headers', 'w:cellIns', 'w:cellDel'])

/** The properties with this one in its place, which the format prescribes. */
function withProperty(properties: XmlElement, property: XmlElement, behind: ReadonlySet<string>): XmlElement {
  const others = properties.children.filter((child) => !isElement(child, property.name))
  const at = others.findIndex((child) => typeof child !== 'string' && behind.has(child.name))
  const children = at < 0 ? [...others, property] : others.toSpliced(at, 0, property)
  return { ...properties, children }
}

function centredParagraph(paragraph: XmlElement): XmlElement {
  const properties = childNamed(paragraph, 'w:pPr') ?? element('w:pPr')
  const centred = withProperty(properties, element('w:jc', { 'w:val': 'center' }), behindJustification)
  const rest = paragraph.children.filter((child) => !isElement(child, 'w:pPr'))
  return { ...paragraph, children: [centred, ...rest] }
}

/** What a cell without a case says stands in its middle, whatever the form has for cases. */
export function centred(row: XmlElement, isMeant: (cell: XmlElement, at: number) => boolean): XmlElement {
  const meant = new Set(cellsOf(row).filter(isMeant))
  const changed = (node: XmlElement): XmlElement => {
    const children = node.children.map((child) => (typeof child === 'string' ? child : changed(child)))
    return meant.has(node) ? centredCell({ ...node, children }) : { ...node, children }
  }
  return changed(row)
}

function centredCell(cell: XmlElement): XmlElement {
  const properties = childNamed(cell, 'w:tcPr') ?? element('w:tcPr')
  const middle = withProperty(properties, element('w:vAlign', { 'w:val': 'center' }), behindAlignment)
  const content = cell.children
    .filter((child) => !isElement(child, 'w:tcPr'))
    .map((child) => (isElement(child, 'w:p') ? centredParagraph(child) : child))
  return { ...cell, children: [middle, ...content] }
}

function keptParagraph(paragraph: XmlElement): XmlElement {
  const properties = childNamed(paragraph, 'w:pPr') ?? element('w:pPr')
  const others = properties.children.filter((child) => !isElement(child, 'w:keepNext'))
  const style = others.filter((child) => isElement(child, 'w:pStyle'))
  const rest = others.filter((child) => !isElement(child, 'w:pStyle'))
  const kept = { ...properties, children: [...style, element('w:keepNext'), ...rest] }
  return {
    ...paragraph,
    children: [kept, ...paragraph.children.filter((child) => !isElement(child, 'w:pPr'))],
  }
}

/** A row or paragraph stands on one page with what follows it, so that no note is alone on the last. */
export function keptWithNext(node: XmlElement): XmlElement {
  if (node.name === 'w:p') return keptParagraph(node)
  const children = node.children.map((child) => (typeof child === 'string' ? child : keptWithNext(child)))
  return { ...node, children }
}
