import { columns } from '../../../model/case.ts'
import type { FieldText, FormPlaces } from '../../../model/form-places.ts'
import {
  attributeOf,
  childNamed,
  descendants,
  element,
  isElement,
  textOf,
  type XmlElement,
  type XmlNode,
} from '../../../office/xml-tree.ts'
import { columnNames, fieldNames, marker } from '../markers.ts'
import { textNodes, textRunsOf } from './paragraph.ts'
import { cellProperty, cellsOf } from './rows.ts'

/** Also those that a content control holds, but none of a table inside a cell. */
function rowsOf(parent: XmlElement): readonly XmlElement[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'w:tr') return [child]
    return child.name === 'w:sdt' || child.name === 'w:sdtContent' ? rowsOf(child) : []
  })
}

function spanOf(cell: XmlElement): number {
  const span = cellProperty(cell, 'w:gridSpan')
  return Number((span && attributeOf(span, 'w:val')) ?? 1)
}

/** Every cell of a row with the column it begins in, counted from 1. */
function placed(row: XmlElement): readonly (readonly [column: number, cell: XmlElement])[] {
  const properties = childNamed(row, 'w:trPr')
  const before = properties && childNamed(properties, 'w:gridBefore')
  let column = 1 + Number((before && attributeOf(before, 'w:val')) ?? 0)
  return cellsOf(row).map((cell) => {
    const at = column
    column += spanOf(cell)
    return [at, cell] as const
  })
}

function within(node: XmlElement, change: (child: XmlElement) => readonly XmlElement[]): XmlElement {
  return {
    ...node,
    children: node.children.flatMap((child): readonly XmlNode[] =>
      typeof child === 'string' ? [child] : change(child),
    ),
  }
}

/** The cell with nothing but this text, in the look of what stood there. */
function cellWith(cell: XmlElement, ...content: readonly XmlElement[]): XmlElement {
  const paragraph = [...descendants(cell, 'w:p')][0] ?? element('w:p')
  const look = childNamed(paragraph, 'w:pPr')
  const run = [...descendants(paragraph, 'w:r')][0]
  const own = (run && childNamed(run, 'w:rPr')) ?? (look && childNamed(look, 'w:rPr'))
  const filled = element('w:r', {}, ...(own ? [{ ...own, name: 'w:rPr' }] : []), ...content)
  const properties = childNamed(cell, 'w:tcPr')
  const unmerged = properties && within(properties, (child) => (child.name === 'w:vMerge' ? [] : [child]))
  const written = { ...paragraph, children: [...(look ? [look] : []), filled] }
  return { ...cell, children: [...(unmerged ? [unmerged] : []), written] }
}

const ownPlace: ReadonlySet<string> = new Set(['w:tcW', 'w:gridSpan', 'w:vMerge', 'w:hMerge'])

/** A cell in the look of another with a text and a width of its own, in twentieths of a point. */
export function cellOf(pattern: XmlElement, text: string, width: number): XmlElement {
  const cell = cellWith(pattern, ...textNodes(text))
  const kept = childNamed(cell, 'w:tcPr')?.children.filter(
    (child) => typeof child !== 'string' && !ownPlace.has(child.name),
  )
  const wide = element('w:tcW', { 'w:w': String(width), 'w:type': 'dxa' })
  const properties = element('w:tcPr', {}, wide, ...(kept ?? []))
  return { ...cell, children: [properties, ...cell.children.filter((child) => !isElement(child, 'w:tcPr'))] }
}

function markedCell(cell: XmlElement, name: string): XmlElement {
  return cellWith(cell, element('w:t', { 'xml:space': 'preserve' }, marker(name)))
}

function markedRow(row: XmlElement, { columns: places }: FormPlaces): XmlElement {
  const names = new Map<XmlElement, string>()
  for (const [column, cell] of placed(row)) {
    const named = columns.find((one) => places[one] === column)
    if (named) names.set(cell, columnNames[named])
  }
  const marked = (node: XmlElement): XmlElement =>
    within(node, (child) => {
      const name = names.get(child)
      if (name !== undefined) return [markedCell(child, name)]
      return [isElement(child, 'w:tc') ? child : marked(child)]
    })
  return marked(row)
}

/** A run's text, which begins so far into the paragraph's; a marker belongs to the run with the label before it. */
function withMarkersIn(text: string, begin: number, fields: FieldText['fields']): string {
  const inRun = (offset: number): number => Math.min(text.length, Math.max(0, offset - begin))
  let [shown, at] = ['', 0]
  for (const { field, start, end } of fields) {
    shown += text.slice(at, inRun(start))
    if (start > begin && start <= begin + text.length) shown += marker(fieldNames[field])
    at = Math.max(at, inRun(end))
  }
  return shown + text.slice(at)
}

function withMarkers(paragraph: XmlElement, { fields }: FieldText): XmlElement {
  const runs = textRunsOf(paragraph)
  const whole = runs.map(({ text }) => text).join('')
  let begin = whole.trimStart().length - whole.length
  const texts = new Map<XmlElement, string>()
  for (const { node, text } of runs) {
    if (node) texts.set(node, withMarkersIn(text, begin, fields))
    begin += text.length
  }
  const marked = (parent: XmlElement): XmlElement =>
    within(parent, (child) => {
      const text = texts.get(child)
      if (text === undefined) return [marked(child)]
      return [{ ...child, attributes: { ...child.attributes, 'xml:space': 'preserve' }, children: [text] }]
    })
  return marked(paragraph)
}

/** The document as if somebody had written the markers into the rows that its heading tells. */
export function markedByHeading(main: XmlElement, places: FormPlaces): XmlElement {
  const table = [...descendants(main, 'w:tbl')][Number(places.sheet.replace(/\D/g, '')) - 1]
  const rows = table ? rowsOf(table) : []
  const pattern = rows[places.pattern - 1]
  const { end = rows.length + 1, preprinted } = places
  const gone = new Set(
    rows.filter((row, index) => {
      const isBelow = index + 1 > places.pattern && index + 1 < end
      return isBelow && (preprinted.includes(index + 1) || textOf(row).trim() === '')
    }),
  )
  const texts = new Map(
    places.texts.flatMap((one) => (one.text.includes('\n') ? [] : [[one.text.trim(), one] as const])),
  )
  const marked = (node: XmlElement): XmlElement =>
    within(node, (child) => {
      if (child === pattern) return [markedRow(child, places)]
      if (gone.has(child)) return []
      if (child.name !== 'w:p') return [marked(child)]
      const text = texts.get(textOf(child).trim())
      return [text ? withMarkers(child, text) : marked(child)]
    })
  return marked(main)
}
