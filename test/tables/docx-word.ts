import { element, type XmlElement, type XmlNode } from '../../src/office/xml-tree.ts'

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Word counts lengths in twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}

export function w(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly XmlNode[]
): XmlElement {
  const written = Object.entries(attributes).map(([key, value]) => [`w:${key}`, String(value)])
  return element(`w:${name}`, Object.fromEntries(written), ...children)
}
