import type { XmlElement } from '../../../office/xml-tree.ts'
import type { Refusal } from '../format.ts'
import { columnNamed, columnNames, marker } from '../markers.ts'
import { nameFault } from '../template.ts'
import { isBound, markersIn, textRunsOf } from './paragraph.ts'
import { cellProperty, cellsOf } from './rows.ts'

export interface MarkerSpot {
  readonly name: string
  readonly fleeting: boolean
  /** The innermost table row and cell around it. */
  readonly row?: XmlElement
  readonly cell?: XmlElement
}

export function* spotsIn(
  node: XmlElement,
  around: Omit<MarkerSpot, 'name'> = { fleeting: false },
): Generator<MarkerSpot> {
  if (node.name === 'w:p') {
    for (const { name, fleeting } of markersIn(textRunsOf(node)))
      yield { ...around, name, fleeting: fleeting || around.fleeting }
  }
  for (const child of node.children) {
    if (typeof child === 'string') continue
    yield* spotsIn(child, {
      ...around,
      ...(child.name === 'w:tr' && { row: child }),
      ...(child.name === 'w:tc' && { cell: child }),
      fleeting: around.fleeting || isBound(child),
    })
  }
}

const oneRow = '请把九个栏目的标记写在正文表格的同一行，每格一个；这一行会按案件数重复。'

function rowFault(inText: readonly MarkerSpot[], elsewhere: readonly MarkerSpot[]): Refusal | undefined {
  const stray = [...inText.filter(({ row }) => row === undefined), ...elsewhere].find(
    ({ name }) => columnNamed(name) !== undefined,
  )
  if (stray !== undefined)
    return { message: `模板的标记 ${marker(stray.name)} 不在正文的表格里`, remedy: oneRow }
  const columns = inText.filter(({ name }) => columnNamed(name) !== undefined)
  const away = columns.find(({ row }) => row !== columns[0]?.row)
  if (away === undefined) return undefined
  return { message: `模板的标记 ${marker(away.name)} 与其他栏目的标记不在同一行`, remedy: oneRow }
}

function mergeFault(row: XmlElement | undefined): Refusal | undefined {
  if (row === undefined || !cellsOf(row).some((cell) => cellProperty(cell, 'w:vMerge') !== undefined))
    return undefined
  return {
    message: '模板中写标记的那一行有上下合并的单元格，无法逐案重复',
    remedy: '请在 Word 中拆分这些单元格后再用。',
  }
}

/** Why the markers of the body and of headers, footers and notes cannot be filled without loss. */
export function spotFault(
  inText: readonly MarkerSpot[],
  elsewhere: readonly MarkerSpot[],
  isByHeading: boolean,
): Refusal | undefined {
  const all = [...inText, ...elsewhere]
  const fleeting = all.find((spot) => spot.fleeting)
  if (fleeting !== undefined) {
    return {
      message: `模板的标记 ${marker(fleeting.name)} 写在域、超链接、修订或绑定数据的控件里，填入的内容会丢失`,
      remedy: '请在 Word 中接受修订、取消链接或控件，把标记写成普通文字。',
    }
  }
  return (
    nameFault(new Set(all.map(({ name }) => name)), { isByHeading }) ??
    rowFault(inText, elsewhere) ??
    mergeFault(caseRowOf(inText)?.row)
  )
}

export interface CaseRow {
  readonly row: XmlElement
  readonly typeIndex: number
}

export function caseRowOf(inText: readonly MarkerSpot[]): CaseRow | undefined {
  const spot = inText.find(({ name }) => name === columnNames.type)
  if (spot?.row === undefined || spot.cell === undefined) return undefined
  return { row: spot.row, typeIndex: cellsOf(spot.row).indexOf(spot.cell) }
}
