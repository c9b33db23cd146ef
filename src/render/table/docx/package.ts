import { attributeOf, childrenNamed, parseXml, type XmlElement, xmlBytes } from '../../../office/xml-tree.ts'
import { type Parts, unzipped } from '../../zip.ts'
import { contentType, relationships, withLinks } from '../parts.ts'
import type { Refusal } from '../refusal.ts'

export interface WordPackage {
  readonly parts: Parts
  readonly mainName: string
  readonly main: XmlElement
  /** Headers, footers, footnotes and endnotes by their part's name. */
  readonly others: ReadonlyMap<string, XmlElement>
}

const saveAgain = '请用 Word 或 WPS 打开模板，另存为“Word 文档（.docx）”后再用。'
const notWord: Refusal = { message: '模板不是 Word 文档（.docx），或文件已损坏、加密', remedy: saveAgain }

const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function part(parts: Parts, name: string): XmlElement | undefined {
  const bytes = parts[name]
  return bytes && parseXml(bytes)
}

function related(parts: Parts, name: string, types: readonly string[]): readonly string[] {
  const targets = relationships(parts, name).filter(({ type }) => types.includes(type))
  return [...new Set(targets.map(({ target }) => target))]
}

function wholeParts(parts: Parts, names: readonly string[]): ReadonlyMap<string, XmlElement> | undefined {
  const roots = names.map((name) => [name, part(parts, name)] as const)
  const whole = roots.filter((entry): entry is readonly [string, XmlElement] => entry[1] !== undefined)
  return whole.length === roots.length ? new Map(whole) : undefined
}

export function openWord(bytes: Uint8Array): WordPackage | Refusal {
  const parts = unzipped(bytes)
  if (parts === undefined) return notWord
  const [mainName = ''] = related(parts, '', ['officeDocument'])
  const main = part(parts, mainName)
  if (main === undefined || contentType(parts, mainName) !== documentType) return notWord
  if (attributeOf(main, 'xmlns:w') !== wordNamespace)
    return { message: '模板用了少见的 Word 写法（严格开放格式）', remedy: saveAgain }
  if (Object.keys(parts).some((name) => name.startsWith('_xmlsignatures/')))
    return { message: '模板带有数字签名，填写后签名会失效', remedy: '请换用未签名的模板。' }
  const others = wholeParts(parts, related(parts, mainName, ['header', 'footer', 'footnotes', 'endnotes']))
  return others === undefined ? notWord : { parts, mainName, main, others }
}

export function linkStyleOf({ parts, mainName }: WordPackage): string | undefined {
  const [name = ''] = related(parts, mainName, ['styles'])
  const style = childrenNamed(part(parts, name), 'w:style').find(
    (candidate) =>
      candidate.attributes['w:type'] === 'character' &&
      childrenNamed(candidate, 'w:name').some(({ attributes }) =>
        /^hyperlink$/i.test(attributes['w:val'] ?? ''),
      ),
  )
  return style?.attributes['w:styleId']
}

/** The document's parts with its filled texts, and with the targets that its links name by id. */
export function packed(
  { parts, mainName, main, others }: WordPackage,
  targets: ReadonlyMap<string, string>,
): Parts {
  const texts = [[mainName, main] as const, ...others].map(([name, root]) => [name, xmlBytes(root)] as const)
  const [name, links] = withLinks(parts, mainName, targets)
  const linked = targets.size === 0 ? [] : [[name, new TextEncoder().encode(links)] as const]
  return { ...parts, ...Object.fromEntries([...texts, ...linked]) }
}
