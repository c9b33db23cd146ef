import { attributeOf, childrenNamed, element, parseXml, type XmlElement, xmlBytes } from '../../xml.ts'
import { type Parts, unzipped } from '../../zip.ts'
import type { Refusal } from '../refusal.ts'

export interface WordPackage {
  readonly parts: Parts
  readonly mainName: string
  readonly main: XmlElement
  /** Headers, footers, footnotes and endnotes by their part's name. */
  readonly others: ReadonlyMap<string, XmlElement>
  readonly relationships: XmlElement
}

const saveAgain = '请用 Word 或 WPS 打开模板，另存为“Word 文档（.docx）”后再用。'
const notWord: Refusal = { message: '模板不是 Word 文档（.docx），或文件已损坏、加密', remedy: saveAgain }

const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export function relationshipsName(partName: string): string {
  return partName.replace(/([^/]*)$/, '_rels/$1.rels')
}

function part(parts: Parts, name: string): XmlElement | undefined {
  const bytes = parts[name]
  return bytes && parseXml(bytes)
}

/** A part's name from what another part calls it: from the root, or relative to that part's folder. */
function resolved(target: string, from: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** Names of the parts that the part `from` (empty: the package) refers to by one of these kinds. */
function related(from: string, relationships: XmlElement | undefined, kinds: RegExp): readonly string[] {
  return childrenNamed(relationships, 'Relationship')
    .filter((node) => kinds.test(attributeOf(node, 'Type') ?? ''))
    .filter((node) => attributeOf(node, 'TargetMode') !== 'External')
    .map((node) => resolved(attributeOf(node, 'Target') ?? '', from))
}

function contentType(parts: Parts, name: string): string | undefined {
  const types = childrenNamed(part(parts, '[Content_Types].xml'), 'Override')
  const own = types.find((node) => attributeOf(node, 'PartName') === `/${name}`)
  return own && attributeOf(own, 'ContentType')
}

function filledParts(parts: Parts, names: readonly string[]): ReadonlyMap<string, XmlElement> | undefined {
  const roots = names.map((name) => [name, part(parts, name)] as const)
  const whole = roots.filter((entry): entry is readonly [string, XmlElement] => entry[1] !== undefined)
  return whole.length === roots.length ? new Map(whole) : undefined
}

export function openWord(bytes: Uint8Array): WordPackage | Refusal {
  const parts = unzipped(bytes)
  if (parts === undefined) return notWord
  const [mainName = ''] = related('', part(parts, '_rels/.rels'), /\/officeDocument$/)
  const main = part(parts, mainName)
  if (main === undefined || contentType(parts, mainName) !== documentType) return notWord
  if (attributeOf(main, 'xmlns:w') !== wordNamespace)
    return { message: '模板用了少见的 Word 写法（严格开放格式）', remedy: saveAgain }
  if (Object.keys(parts).some((name) => name.startsWith('_xmlsignatures/')))
    return { message: '模板带有数字签名，填写后签名会失效', remedy: '请换用未签名的模板。' }
  const relationships = part(parts, relationshipsName(mainName)) ?? element('Relationships')
  const names = related(mainName, relationships, /\/(header|footer|footnotes|endnotes)$/)
  const others = filledParts(parts, [...new Set(names)])
  return others === undefined ? notWord : { parts, mainName, main, others, relationships }
}

export function linkStyleOf({ parts, mainName, relationships }: WordPackage): string | undefined {
  const [name = ''] = related(mainName, relationships, /\/styles$/)
  const style = childrenNamed(part(parts, name), 'w:style').find(
    (candidate) =>
      candidate.attributes['w:type'] === 'character' &&
      childrenNamed(candidate, 'w:name').some(({ attributes }) =>
        /^hyperlink$/i.test(attributes['w:val'] ?? ''),
      ),
  )
  return style?.attributes['w:styleId']
}

export function packed(word: WordPackage): Parts {
  const changed = [
    [word.mainName, word.main] as const,
    [relationshipsName(word.mainName), word.relationships] as const,
    ...word.others,
  ]
  return { ...word.parts, ...Object.fromEntries(changed.map(([name, root]) => [name, xmlBytes(root)])) }
}
