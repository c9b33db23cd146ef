import type { CaseType } from '../../model/case-type.ts'
import { outcomesOf } from '../../model/outcome.ts'
import { childNamed, childrenNamed, element, type XmlElement, type XmlNode } from '../../office/xml-tree.ts'
import { patternedWord } from '../patterned-word.ts'
import { printable } from '../printable.ts'
import { cellOf } from '../table/docx/by-heading.ts'
import { cellsOf } from '../table/docx/rows.ts'
import { columnWidths } from '../table/page.ts'
import { type EntryColumn, entryColumns, openWords, yesAndNo } from './columns.ts'
import type { EntryFormat } from './index.ts'

/**
 * The form for who keeps cases in Word: lines of each type, numbered and named as the notice prints them, so that only
 * 结案方式 and 是否公开 are left to choose. A choice is a control that shows blanks until something is chosen: where a
 * program knows no such controls, the cell is simply empty, and whoever likes writes into it.
 */

const linesOfType = 5
/** Of the form's table, in twentieths of a point. */
const tableWidth = 12_756

const note =
  '填法：一件案件一行，写在同类案件的行里；不够时在那一行下面插入一行，写上案件类型。没有案件的行空着，不必删。' +
  '结案方式、是否公开点一下格子从列表里选，也可以自己写。决定日期和本单位自己的栏不印在统计表里。'

function choicesFor({ key }: EntryColumn, type: CaseType): readonly string[] {
  if (key === 'outcome') return [...outcomesOf(type), ...openWords]
  return key === 'published' ? yesAndNo : []
}

/** The cell's run inside a list to choose from, or to write over. */
function withChoices(cell: XmlElement, heading: string, choices: readonly string[]): XmlElement {
  const items = choices.map((word) => element('w:listItem', { 'w:displayText': word, 'w:value': word }))
  const blank = element('w:t', { 'xml:space': 'preserve' }, '\u3000\u3000')
  const paragraph = childNamed(cell, 'w:p') ?? element('w:p')
  const look = childNamed(paragraph, 'w:pPr')
  const [run = element('w:r')] = childrenNamed(paragraph, 'w:r')
  const own = childNamed(run, 'w:rPr')
  const shown = element('w:r', {}, ...(own ? [own] : []), blank)
  const control = element(
    'w:sdt',
    {},
    element(
      'w:sdtPr',
      {},
      element('w:alias', { 'w:val': heading }),
      element('w:showingPlcHdr'),
      element('w:comboBox', {}, ...items),
    ),
    element('w:sdtContent', {}, shown),
  )
  const written = { ...paragraph, children: [...(look ? [look] : []), control] }
  return { ...cell, children: cell.children.map((child) => (child === paragraph ? written : child)) }
}

interface EntryPatterns {
  readonly heading: XmlElement
  readonly centred: XmlElement
  readonly prose: XmlElement
}

/** Sentences and a unit's own words begin at the left. */
function isProse({ key }: EntryColumn): boolean {
  return key === 'url' || key === 'remark' || key === undefined
}

function printedText({ key }: EntryColumn, type: CaseType, serial: number): string {
  if (key === 'serial') return String(serial)
  return key === 'type' ? type : ''
}

function caseLine(
  columns: readonly EntryColumn[],
  widths: readonly number[],
  { centred, prose }: EntryPatterns,
) {
  return (type: CaseType, serial: number): XmlElement => {
    const cells = columns.map((column, at): XmlElement => {
      const pattern = isProse(column) ? prose : centred
      const cell = cellOf(pattern, printedText(column, type, serial), widths[at] ?? 0)
      const choices = choicesFor(column, type)
      return choices.length > 0 ? withChoices(cell, column.heading, choices) : cell
    })
    return element('w:tr', {}, element('w:trPr', {}, element('w:cantSplit')), ...cells)
  }
}

/** Millimetres, before all columns share the form's width. */
const otherWidth = 22

function widthOf({ key }: EntryColumn): number {
  return key === undefined || key === 'decided' ? otherWidth : columnWidths[key]
}

function entryTable(
  form: XmlElement,
  columns: readonly EntryColumn[],
  types: readonly CaseType[],
): XmlElement {
  const [headingRow, caseRow] = childrenNamed(form, 'w:tr')
  const [heading = element('w:tc')] = headingRow ? cellsOf(headingRow) : []
  const cells = caseRow ? cellsOf(caseRow) : []
  const [centred, prose] = [cells[0] ?? heading, cells.at(-1) ?? heading]
  const whole = columns.reduce((sum, column) => sum + widthOf(column), 0)
  const widths = columns.map((column) => Math.round((tableWidth * widthOf(column)) / whole))
  const line = caseLine(columns, widths, { heading, centred, prose })
  const head: readonly XmlNode[] = columns.map((column, at) =>
    cellOf(heading, printable(column.heading), widths[at] ?? 0),
  )
  const properties = element('w:trPr', {}, element('w:cantSplit'), element('w:tblHeader'))
  const numbers = Array.from({ length: linesOfType }, (_, at) => at + 1)
  return {
    ...form,
    children: [
      ...childrenNamed(form, 'w:tblPr'),
      element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': String(width) }))),
      element('w:tr', {}, properties, ...head),
      ...types.flatMap((type) => numbers.map((serial) => line(type, serial))),
    ],
  }
}

export const entryDocx: EntryFormat = ({ unit, types, ownColumns }, files) =>
  patternedWord('form.docx', files, ({ like, table }) => [
    ...like('{{标题}}', '知识产权行政案件台账'),
    ...like('填报单位：{{单位}}时间：{{时间}}', `填报单位：${unit ?? ''}`),
    ...(table ? [entryTable(table, entryColumns(ownColumns), types)] : []),
    ...like('{{注}}', note),
  ])
