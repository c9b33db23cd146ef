const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

export function escapeCharacters(text: string, characters: RegExp): string {
  return text.replace(characters, (character) => escapes[character] ?? character)
}

export function escapeXml(text: string): string {
  return escapeCharacters(text, /[&<>"]/g)
}

function escapeAttribute(text: string): string {
  return escapeCharacters(text, /[&<>"\t\n\r]/g)
}

export function unescapeXml(xml: string): string {
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  })
}

/** Excel reads _x0041_ in a text as A, so a text that holds those letters needs the first one spelt out. */
export function escapeText(text: string): string {
  return escapeXml(text.includes('_') ? text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : text)
}

export function unescapeText(xml: string): string {
  return unescapeXml(xml).replace(/_x([0-9a-f]{4})_/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

const anyTag = /<[^!?/][^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>/g
const anyValue = /\s*=\s*(?:"([^"]*)"|'([^']*)')/g
function quoted(value = ''): string {
  return value.replaceAll('"', '&quot;')
}

const mainNamespace = /\sxmlns:([\w.-]+)="http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main"/

/**
 * The part in the spelling Excel writes: no comments and CDATA, attributes in double quotes, the main
 * namespace without prefix. What the other functions here look for is then written in one way only.
 */
export function normalXml(xml: string): string {
  const plain = xml
    .replace(/^\uFEFF/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text) => escapeXml(text))
    .replace(anyTag, (tag) =>
      tag.replace(anyValue, (_, double?: string, single?: string) => `="${double ?? quoted(single)}"`),
    )
  const prefix = mainNamespace.exec(plain)?.[1]
  if (prefix === undefined) return plain
  return plain
    .replaceAll(`<${prefix}:`, '<')
    .replaceAll(`</${prefix}:`, '</')
    .replace(`xmlns:${prefix}=`, 'xmlns=')
}

function attributePattern(name: string): RegExp {
  return new RegExp(`\\s${name}="([^"]*)"`)
}

export function attribute(tag: string, name: string): string | undefined {
  const value = attributePattern(name).exec(tag)?.[1]
  return value === undefined ? undefined : unescapeXml(value)
}

export function hasFlag(tag: string, name: string): boolean {
  return /^(?:1|true|on)$/.test(attribute(tag, name) ?? '')
}

/** `tag` is a start tag; without a value the attribute goes. */
export function withAttribute(tag: string, name: string, value: string | number | undefined): string {
  const bare = tag.replace(attributePattern(name), '')
  if (value === undefined) return bare
  return bare.replace(/\s*(\/?>)$/, (_, end) => ` ${name}="${escapeAttribute(String(value))}"${end}`)
}

/** Start tags of the elements with this local name, with any prefix. */
export function eachTag(xml: string, name: string, change: (tag: string) => string): string {
  const pattern = new RegExp(`<(?:[\\w.-]+:)?(?:${name})(?=[\\s/>])(?:[^>"]|"[^"]*")*>`, 'g')
  return xml.replace(pattern, change)
}

export function tags(xml: string, name: string): readonly string[] {
  const found: string[] = []
  eachTag(xml, name, (tag) => {
    found.push(tag)
    return tag
  })
  return found
}

export interface WrittenElement {
  /** The start tag; for an empty element the only one. */
  readonly tag: string
  readonly inner: string
  readonly whole: string
}

function elementPattern(name: string): RegExp {
  return new RegExp(
    `(<((?:[\\w.-]+:)?(?:${name}))(?=[\\s/>])(?:[^>"]|"[^"]*")*?)(?:/>|>([\\s\\S]*?)</\\2\\s*>)`,
    'g',
  )
}

/** Elements with this local name, which may not hold another of the same name. */
export function eachElement(xml: string, name: string, change: (element: WrittenElement) => string): string {
  return xml.replace(elementPattern(name), (whole: string, open: string, _name, inner?: string) =>
    change({ tag: `${open}${inner === undefined ? '/>' : '>'}`, inner: inner ?? '', whole }),
  )
}

export function elements(xml: string, name: string): readonly WrittenElement[] {
  const found: WrittenElement[] = []
  eachElement(xml, name, (element) => {
    found.push(element)
    return element.whole
  })
  return found
}
