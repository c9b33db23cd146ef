import { relationshipNamespace } from '../../../office/package.ts'
import { rangeName, rangeOf } from '../../../office/reference.ts'
import { attribute, eachElement, tags, withAttribute } from '../../../office/xml-text.ts'
import { growthsOf, type Home, insertedFormula } from './formula.ts'
import { beforeMerges, copiesOf, type Filled, placed } from './grow-rows.ts'
import type { Link } from './row-writer.ts'

/** Excel drops the links of a sheet that has more. */
const mostLinks = 65_530

const beforeLinks = `${beforeMerges}|mergeCells|phoneticPr|conditionalFormatting|dataValidations`

function keptLinks(tail: string, home: Home, filled: Filled): ReadonlyMap<string, string> {
  const growths = growthsOf(home.growths, home.sheet)
  const links = tags(tail, 'hyperlink').flatMap((tag) => {
    const location = attribute(tag, 'location')
    const start = tag.replace(/\s*\/?>$/, '/>')
    const link =
      location === undefined ? start : withAttribute(start, 'location', insertedFormula(location, home))
    const range = rangeOf(attribute(tag, 'ref') ?? '')
    if (!range) return []
    return copiesOf(range, growths, filled)
      .map(rangeName)
      .map((cell): [string, string] => [cell, withAttribute(link, 'ref', cell)])
  })
  return new Map(links)
}

function listOf(links: Iterable<string>): string {
  const list = [...links].join('')
  return list === '' ? '' : `<hyperlinks>${list}</hyperlinks>`
}

export interface GrownLinks {
  readonly tail: string
  readonly targets: ReadonlyMap<string, string>
  /** Links beyond what Excel can hold in a sheet; their text stands all the same. */
  readonly dropped: number
}

export interface NewLinks {
  readonly links: readonly Link[]
  /** How their ids begin; no id of the template does. */
  readonly prefix: string
}

export function growLinks(tail: string, home: Home, filled: Filled & NewLinks): GrownLinks {
  const kept = new Map(keptLinks(tail, home, filled))
  const added = filled.links.slice(0, Math.max(0, mostLinks - kept.size))
  const ids = new Map<string, string>()
  for (const { cell, target } of added) {
    const id = ids.get(target) ?? `${filled.prefix}${ids.size + 1}`
    ids.set(target, id)
    kept.set(cell, `<hyperlink ref="${cell}" r:id="${id}"/>`)
  }
  const rest = eachElement(tail, 'hyperlinks', () => '')
  return {
    tail: placed(rest, listOf(kept.values()), beforeLinks),
    targets: new Map([...ids].map(([target, id]) => [id, target])),
    dropped: filled.links.length - added.length,
  }
}

export function withLinkPrefix(head: string): string {
  if (head.includes(`xmlns:r="${relationshipNamespace}"`)) return head
  return head.replace(/<worksheet(?=[\s>])/, `<worksheet xmlns:r="${relationshipNamespace}"`)
}
