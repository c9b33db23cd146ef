import type { Notice, NoticeList } from '../../model/notice.ts'
import { childNamed, childrenNamed, element, isElement, type XmlElement } from '../../office/xml-tree.ts'
import { type Patterns, patternedWord, sectionParagraphs, written } from '../patterned-word.ts'
import { cellsOf, spanning } from '../table/docx/rows.ts'

/** Under templates/. */
export const noticeTemplate = 'notice.docx'

function filledCell(cell: XmlElement, text: string): XmlElement {
  const pattern = childNamed(cell, 'w:p') ?? element('w:p')
  const others = cell.children.filter((child) => !isElement(child, 'w:p'))
  return { ...cell, children: [...others, ...text.split('\n').map((line) => written(pattern, [line]))] }
}

function filledRow(row: XmlElement, texts: readonly string[]): XmlElement {
  const whole = texts.length === 1 ? spanning(row, cellsOf(row).length - 1) : row
  const cells = cellsOf(whole)
  const children = whole.children.map((child) => {
    const at = cells.indexOf(child as XmlElement)
    return at < 0 || typeof child === 'string' ? child : filledCell(child, texts[at] ?? '')
  })
  return { ...whole, children }
}

/** The template's table has two rows: one for the headings, one for everything below. */
function filledTable(table: XmlElement, { headings, rows }: NoticeList): XmlElement {
  const [heading, pattern] = childrenNamed(table, 'w:tr')
  const look = table.children.filter((child) => !isElement(child, 'w:tr'))
  const body = pattern === undefined ? [] : rows.map((texts) => filledRow(pattern, texts))
  return { ...table, children: [...look, ...(heading ? [filledRow(heading, headings)] : []), ...body] }
}

function attachmentLines({ like }: Patterns, { attachments }: Notice): readonly XmlElement[] {
  if (attachments.length === 0) return []
  const [only] = attachments
  if (attachments.length === 1 && only !== undefined) return like('{{附件说明}}', `附件：${only}`)
  return attachments.flatMap((name, at) =>
    at === 0 ? like('{{附件说明}}', `附件：1．${name}`) : like('{{附件续}}', `${at + 1}．${name}`),
  )
}

function annex({ like, table }: Patterns, { list, attachments }: Notice): readonly XmlElement[] {
  if (list === undefined) return []
  return [
    ...like('{{附件}}', attachments.length > 1 ? '附件1' : '附件'),
    ...like('{{附件标题}}', list.title),
    ...(table === undefined ? [] : [filledTable(table, list)]),
    // Word wants a paragraph behind a table at the end.
    ...like('{{表后}}', ''),
  ]
}

/** The letter in the layout of GB/T 9704, ready to be printed and sealed. */
export function noticeDocx(notice: Notice, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const { title, to, sections, signature } = notice
  return patternedWord(noticeTemplate, files, (patterns) => {
    const { like } = patterns
    return [
      ...like('{{标题}}', title),
      ...like('{{主送}}', `${to}：`),
      ...sectionParagraphs(like, sections),
      ...attachmentLines(patterns, notice),
      ...signature.flatMap((words) => like('{{落款}}', words)),
      ...annex(patterns, notice),
    ]
  })
}
