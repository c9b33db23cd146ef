import { attributeOf, childNamed, childrenNamed, element, type XmlElement } from '../../xml.ts'

export const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface Links {
  readonly linked: (run: XmlElement, target: string) => XmlElement
  readonly relationships: () => XmlElement
}

function styled(run: XmlElement, style: string | undefined): XmlElement {
  if (style === undefined) return run
  const properties = childNamed(run, 'w:rPr')
  const kept = properties?.children.filter((child) => typeof child === 'string' || child.name !== 'w:rStyle')
  const own = element('w:rPr', {}, element('w:rStyle', { 'w:val': style }), ...(kept ?? []))
  return { ...run, children: [own, ...run.children.filter((child) => child !== properties)] }
}

/** Hyperlinks to the world outside; each address is named once, in the order of the text. */
export function linksOf(relationships: XmlElement, style: string | undefined): Links {
  const used = new Set(childrenNamed(relationships, 'Relationship').map((node) => attributeOf(node, 'Id')))
  const ids = new Map<string, string>()
  let number = 0
  const idOf = (target: string): string => {
    const known = ids.get(target)
    if (known !== undefined) return known
    do number += 1
    while (used.has(`rIdUrl${number}`))
    ids.set(target, `rIdUrl${number}`)
    return `rIdUrl${number}`
  }
  return {
    linked: (run, target) =>
      element('w:hyperlink', { 'r:id': idOf(target), 'w:history': '1' }, styled(run, style)),
    relationships: () => ({
      ...relationships,
      children: [
        ...relationships.children,
        ...[...ids].map(([target, id]) =>
          element('Relationship', {
            Id: id,
            Type: `${relationshipNamespace}/hyperlink`,
            Target: target,
            TargetMode: 'External',
          }),
        ),
      ],
    }),
  }
}
