import { contentType, isSigned, partBytes, relatedParts, withLinks } from '../../../office/package.ts'
import { attributeOf, parseXml, type XmlElement, xmlBytes } from '../../../office/xml-tree.ts'
import { type Parts, rezipped } from '../../../office/zip.ts'
import type { Refusal } from '../format.ts'
import { templateParts } from '../template.ts'

export interface WordPackage {
  readonly bytes: Uint8Array
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

export function partTree(parts: Parts, name: string): XmlElement | undefined {
  const bytes = parts.get(name)
  return bytes && parseXml(bytes)
}

function wholeParts(parts: Parts, names: readonly string[]): ReadonlyMap<string, XmlElement> | undefined {
  const roots = names.map((name) => [name, partTree(parts, name)] as const)
  const whole = roots.filter((entry): entry is readonly [string, XmlElement] => entry[1] !== undefined)
  return whole.length === roots.length ? new Map(whole) : undefined
}

/** Why a Word file is no form; undefined for one that is. */
function formFault(parts: Parts, mainName: string, main: XmlElement): Refusal | undefined {
  if (contentType(parts, mainName) !== documentType) return notWord
  if (attributeOf(main, 'xmlns:w') !== wordNamespace)
    return { message: '模板用了少见的 Word 写法（严格开放格式）', remedy: saveAgain }
  return isSigned(parts)
    ? { message: '模板带有数字签名，填写后签名会失效', remedy: '请换用未签名的模板。' }
    : undefined
}

export function openWord(bytes: Uint8Array): { readonly form: WordPackage } | { readonly refusal: Refusal } {
  const parts = templateParts(bytes, notWord)
  if ('refusal' in parts) return parts
  const [mainName = ''] = relatedParts(parts, '', ['officeDocument'])
  const main = partTree(parts, mainName)
  if (main === undefined) return { refusal: notWord }
  const refusal = formFault(parts, mainName, main)
  if (refusal !== undefined) return { refusal }
  const around = relatedParts(parts, mainName, ['header', 'footer', 'footnotes', 'endnotes'])
  const others = wholeParts(parts, around)
  return others === undefined ? { refusal: notWord } : { form: { bytes, parts, mainName, main, others } }
}

/** The document with its filled texts, and with the targets that its links name by id. */
export function savedWord(
  { bytes, parts, mainName, main, others }: WordPackage,
  targets: ReadonlyMap<string, string>,
): Uint8Array {
  const texts = [[mainName, main] as const, ...others].map(([name, root]) => [name, xmlBytes(root)] as const)
  const [list, links = ''] = withLinks(parts, mainName, targets)
  const linked = targets.size === 0 ? [] : [[list, partBytes(links)] as const]
  return rezipped(bytes, new Map([...texts, ...linked]))
}
