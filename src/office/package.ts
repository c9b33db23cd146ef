import { elements, escapeXml, normalXml, attribute as tagAttribute, tags } from './xml-text.ts'
import { attribute, encodingOf, walkXml } from './xml-walk.ts'
import type { Parts } from './zip.ts'

/**
 * An Office file is a zip of parts. A part names the parts and addresses it needs in a list of relations beside it;
 * one list says what kind of content each part holds.
 */
export type Relations = ReadonlyMap<string, Relation>

export interface Relation {
  /** The last word of its type, the same in both dialects of the format: worksheet, styles, hyperlink … */
  readonly type: string
  /** The name of a part, or an address where it is external. */
  readonly target: string
}

export const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes = '[content_types].xml'

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1)
}

function relationsPartOf(part: string): string {
  const folder = folderOf(part)
  return `${folder}_rels/${part.slice(folder.length)}.rels`
}

/** `part` is the empty name for the document itself. */
export function relationsOf(parts: Parts, part: string): Relations {
  const folder = folderOf(part)
  const relations = new Map<string, Relation>()
  const file = parts.get(relationsPartOf(part))
  if (!file) return relations
  walkXml(file, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? ''
      const target = attribute(attributes, 'Target') ?? ''
      const isExternal = attribute(attributes, 'TargetMode') === 'External'
      const id = attribute(attributes, 'Id') ?? ''
      relations.set(id, { type, target: isExternal ? target : partName(folder, target) })
    },
  })
  return relations
}

function partName(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const steps: string[] = []
  for (const step of (path.startsWith('/') ? path : `${folder}${path}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/').toLowerCase()
}

export function relationOfType(relations: Relations, type: string): Relation | undefined {
  return [...relations.values()].find((relation) => relation.type === type)
}

/** The names of the parts that this one needs for any of these purposes. */
export function relatedParts(parts: Parts, part: string, types: readonly string[]): readonly string[] {
  const related = [...relationsOf(parts, part).values()].filter(({ type }) => types.includes(type))
  return [...new Set(related.map(({ target }) => target))]
}

/** In the one spelling that `xml-text` reads and writes. */
export function partText(parts: Parts, name: string): string | undefined {
  const bytes = parts.get(name)
  return bytes && normalXml(new TextDecoder(encodingOf(bytes)).decode(bytes))
}

export function partBytes(xml: string): Uint8Array {
  return new TextEncoder().encode(xml.replace(/^(<\?xml[^>]*?\sencoding=)["'][^"']*["']/, '$1"UTF-8"'))
}

export function contentType(parts: Parts, part: string): string | undefined {
  const overrides = tags(partText(parts, contentTypes) ?? '', 'Override')
  const tag = overrides.find((override) => tagAttribute(override, 'PartName')?.toLowerCase() === `/${part}`)
  return tag && tagAttribute(tag, 'ContentType')
}

export function isSigned(parts: Parts): boolean {
  return [...parts.keys()].some((name) => name.startsWith('_xmlsignatures/'))
}

/** The new text of a part, by its name; without one the part goes. */
export type PartEdit = readonly [part: string, xml: string | undefined]

const emptyRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'

/** One element more at the end of the root element, in that one's namespace whatever its prefix. */
function inside(xml: string, root: string, ...added: readonly string[]): string {
  const opened = xml.replace(
    new RegExp(`<((?:[\\w.-]+:)?${root})((?:\\s(?:[^>"]|"[^"]*")*?)?)/>`),
    '<$1$2></$1>',
  )
  const prefix = new RegExp(`</((?:[\\w.-]+:)?)${root}\\s*>`).exec(opened)?.[1] ?? ''
  const end = `</${prefix}${root}`
  return opened.replace(end, () => added.map((one) => one.replace('<', `<${prefix}`)).join('') + end)
}

/** The part's relations with links to these addresses; the keys are their ids. */
export function withLinks(parts: Parts, part: string, targets: ReadonlyMap<string, string>): PartEdit {
  const name = relationsPartOf(part)
  const xml = partText(parts, name) ?? emptyRelations
  const links = [...targets].map(
    ([id, target]) =>
      `<Relationship Id="${id}" Type="${relationshipNamespace}/hyperlink" Target="${escapeXml(target)}" TargetMode="External"/>`,
  )
  return [name, inside(xml, 'Relationships', ...links)]
}

interface NewPart {
  readonly name: string
  /** The last word of the relation's type, such as worksheet. */
  readonly type: string
  readonly contentType: string
  readonly xml: string
}

/** Names and whole texts of what changes when this part comes into the file because `owner` needs it. */
export function withPart(
  parts: Parts,
  owner: string,
  part: NewPart,
): { readonly id: string; readonly edits: readonly (readonly [name: string, xml: string])[] } {
  const list = relationsPartOf(owner)
  const taken = relationsOf(parts, owner)
  let id = 'added1'
  for (let at = 2; taken.has(id); at += 1) id = `added${at}`
  const named = `<Override PartName="/${part.name}" ContentType="${part.contentType}"/>`
  const target = part.name.startsWith(folderOf(owner))
    ? part.name.slice(folderOf(owner).length)
    : `/${part.name}`
  const relation = `<Relationship Id="${id}" Type="${relationshipNamespace}/${part.type}" Target="${target}"/>`
  return {
    id,
    edits: [
      [part.name, part.xml],
      [list, inside(partText(parts, list) ?? emptyRelations, 'Relationships', relation)],
      [contentTypes, inside(partText(parts, contentTypes) ?? '', 'Types', named)],
    ],
  }
}

function without(xml: string, name: string, isGone: (tag: string) => boolean): string {
  return elements(xml, name).reduce(
    (rest, { tag, whole }) => (isGone(tag) ? rest.replace(whole, () => '') : rest),
    xml,
  )
}

/** Takes the part of this type away from the one that needs it, with all that names it. */
export function withoutPart(parts: Parts, owner: string, type: string): readonly PartEdit[] {
  const part = relationOfType(relationsOf(parts, owner), type)?.target
  if (part === undefined) return []
  const list = relationsPartOf(owner)
  const named = (tag: string): boolean => tagAttribute(tag, 'Type')?.endsWith(`/${type}`) === true
  const isOf = (tag: string): boolean => tagAttribute(tag, 'PartName')?.toLowerCase() === `/${part}`
  return [
    [part, undefined],
    [list, without(partText(parts, list) ?? '', 'Relationship', named)],
    [contentTypes, without(partText(parts, contentTypes) ?? '', 'Override', isOf)],
  ]
}
