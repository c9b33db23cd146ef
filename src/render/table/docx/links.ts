import { relatedParts, relationsOf } from '../../../office/package.ts'
import { childNamed, childrenNamed, element, type XmlElement } from '../../../office/xml-tree.ts'
import { typeSizes } from '../page.ts'
import { partTree, type WordPackage } from './package.ts'

export interface DocumentLinks {
  readonly linked: (run: XmlElement, target: string, isLong: boolean) => XmlElement
  /** Of the links made so far, by their id. */
  readonly targets: ReadonlyMap<string, string>
}

function linkStyleOf({ parts, mainName }: WordPackage): string | undefined {
  const [name = ''] = relatedParts(parts, mainName, ['styles'])
  const style = childrenNamed(partTree(parts, name), 'w:style').find(
    (candidate) =>
      candidate.attributes['w:type'] === 'character' &&
      childrenNamed(candidate, 'w:name').some(({ attributes }) =>
        /^hyperlink$/i.test(attributes['w:val'] ?? ''),
      ),
  )
  return style?.attributes['w:styleId']
}

function styled(run: XmlElement, style: string | undefined): XmlElement {
  if (style === undefined) return run
  const properties = childNamed(run, 'w:rPr')
  const kept = properties?.children.filter((child) => typeof child === 'string' || child.name !== 'w:rStyle')
  const own = element('w:rPr', {}, element('w:rStyle', { 'w:val': style }), ...(kept ?? []))
  return { ...run, children: [own, ...run.children.filter((child) => child !== properties)] }
}

const sizes: ReadonlySet<string> = new Set(['w:sz', 'w:szCs'])
/** What Word wants to find behind the size. */
const behindSize =
  /^w:(highlight|u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)$/

/** By its own property: LibreOffice shows no style of a link but one. */
function smaller(run: XmlElement): XmlElement {
  const properties = childNamed(run, 'w:rPr')
  const kept =
    properties?.children.filter((child) => typeof child !== 'string' && !sizes.has(child.name)) ?? []
  const place = kept.findIndex((child) => typeof child !== 'string' && behindSize.test(child.name))
  const end = place < 0 ? kept.length : place
  const size = [...sizes].map((name) => element(name, { 'w:val': String(typeSizes.longLink * 2) }))
  const own = element('w:rPr', {}, ...kept.slice(0, end), ...size, ...kept.slice(end))
  return { ...run, children: [own, ...run.children.filter((child) => child !== properties)] }
}

/** Hyperlinks to the world outside; each address is named once, in the order of the text. */
export function linksOf(word: WordPackage): DocumentLinks {
  const style = linkStyleOf(word)
  const used = new Set(relationsOf(word.parts, word.mainName).keys())
  const ids = new Map<string, string>()
  const targets = new Map<string, string>()
  let number = 0
  const idOf = (target: string): string => {
    const known = ids.get(target)
    if (known !== undefined) return known
    do number += 1
    while (used.has(`rIdUrl${number}`))
    const id = `rIdUrl${number}`
    ids.set(target, id)
    targets.set(id, target)
    return id
  }
  return {
    linked: (run, target, isLong) => {
      const shown = styled(isLong ? smaller(run) : run, style)
      return element('w:hyperlink', { 'r:id': idOf(target), 'w:history': '1' }, shown)
    },
    targets,
  }
}
