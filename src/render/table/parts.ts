import { attribute, escapeXml, normalXml, tags } from '../../office/xml-text.ts'
import type { Parts } from '../zip.ts'

export const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const emptyRelationships =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'

export interface Relationship {
  readonly id: string
  /** The last word of its type, such as `worksheet`. */
  readonly type: string
  /** The part's name, or the address it links to. */
  readonly target: string
}

export function partText(parts: Parts, name: string): string | undefined {
  const bytes = parts[name]
  return bytes && normalXml(new TextDecoder().decode(bytes))
}

function relationshipsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

function resolved(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

/** `part` is '' for the package itself. */
export function relationships(parts: Parts, part: string): readonly Relationship[] {
  return tags(partText(parts, relationshipsName(part)) ?? '', 'Relationship').map((tag) => {
    const target = attribute(tag, 'Target') ?? ''
    const isExternal = attribute(tag, 'TargetMode') === 'External'
    return {
      id: attribute(tag, 'Id') ?? '',
      type: (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : resolved(part, target),
    }
  })
}

export function contentType(parts: Parts, part: string): string | undefined {
  const overrides = tags(partText(parts, '[Content_Types].xml') ?? '', 'Override')
  const tag = overrides.find((override) => attribute(override, 'PartName') === `/${part}`)
  return tag && attribute(tag, 'ContentType')
}

/** The part's relationships, by name and text, with links to these addresses; the keys are their ids. */
export function withLinks(
  parts: Parts,
  part: string,
  targets: ReadonlyMap<string, string>,
): readonly [name: string, text: string] {
  const name = relationshipsName(part)
  const xml = partText(parts, name) ?? emptyRelationships
  const opened = xml.replace(/<((?:[\w.-]+:)?Relationships)((?:\s(?:[^>"]|"[^"]*")*?)?)\/>/, '<$1$2></$1>')
  const prefix = /<\/((?:[\w.-]+:)?)Relationships\s*>/.exec(opened)?.[1] ?? ''
  const links = [...targets].map(
    ([id, target]) =>
      `<${prefix}Relationship Id="${id}" Type="${relationshipNamespace}/hyperlink" Target="${escapeXml(target)}" TargetMode="External"/>`,
  )
  const end = `</${prefix}Relationships`
  return [name, opened.replace(end, () => links.join('') + end)]
}
