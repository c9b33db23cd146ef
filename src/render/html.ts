export interface HtmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly HtmlNode[]
}

/** Text is always text: no cell can become markup. */
export type HtmlNode = HtmlElement | string

export function tag(
  name: string,
  attributes: HtmlElement['attributes'] = {},
  ...children: readonly HtmlNode[]
): HtmlElement {
  return { name, attributes, children }
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const voids = new Set(['br', 'col', 'wbr'])
// Inside these a line end would be shown.
const inline = new Set(['a', 'b', 'br', 'mark', 'wbr'])

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
}

/** Elements on lines of their own, so that two documents compare line by line. */
export function htmlText(node: HtmlNode): string {
  if (typeof node === 'string') return escaped(node)
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
  const open = `${inline.has(node.name) ? '' : '\n'}<${node.name}${attributes}>`
  return voids.has(node.name) ? open : `${open}${node.children.map(htmlText).join('')}</${node.name}>`
}

/** A page skeleton with its `{{name}}` slots filled; what fills a slot is not searched for slots again. */
export function fillSkeleton(skeleton: string, slots: Readonly<Record<string, string>>): string {
  return skeleton.replace(/\{\{(\w+)\}\}/g, (slot, name: string) => slots[name] ?? slot)
}

/** Full and hatched tell two series apart in print and without colours. */
export function hatch(id: string): HtmlElement {
  const size = { width: 6, height: 6 }
  return tag(
    'defs',
    {},
    tag(
      'pattern',
      { id: `${id}-hatch`, ...size, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      tag('rect', { ...size, class: 'gap' }),
      tag('rect', { width: 2.5, height: 6, class: 'bar' }),
    ),
  )
}
