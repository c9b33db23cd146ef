import { attribute, walkXml } from './xml-walk.ts'
import type { Parts } from './zip.ts'

export type Relations = ReadonlyMap<string, Relation>

export interface Relation {
  /** The last word of its type, the same in both dialects of the format: worksheet, styles, hyperlink … */
  readonly type: string
  /** The name of a part, or an address where it is external. */
  readonly target: string
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1)
}

export function relationsPartOf(part: string): string {
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
