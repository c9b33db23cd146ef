import { partText } from '../../../office/package.ts'
import { unescapeXml } from '../../../office/xml-text.ts'
import type { Refusal } from '../format.ts'
import { markerPattern } from '../markers.ts'
import { nameFault } from '../template.ts'
import { formulaObjection } from './formula-objections.ts'
import { type MarkedRow, markedRows, namesIn } from './marks.ts'
import { rangeObjection } from './range-objections.ts'
import { totalsNames } from './values.ts'
import type { TemplateSheet, Workbook } from './workbook.ts'

const kindNames = { case: '案件', type: '类型汇总' } as const

function markerNames({ sheets, strings }: Workbook): ReadonlySet<string> {
  return new Set(sheets.flatMap(({ xml }) => xml.rows.flatMap((row) => namesIn(row, strings))))
}

function rowsObjection({ name }: TemplateSheet, rows: readonly MarkedRow[]): Refusal | undefined {
  for (const kind of ['case', 'type'] as const) {
    const found = rows.filter((marked) => marked.kind === kind).map(({ row }) => row)
    if (found.length > 1) {
      return {
        message: `模板的工作表“${name}”里，${kindNames[kind]}的标记分在第 ${found.join('、')} 行`,
        remedy: '请只留一行，把标记写在同一行里：填写时这一行会按需要重复。',
      }
    }
  }
  const [first, second] = rows
  if (first === undefined || first.row !== second?.row) return undefined
  return {
    message: `模板的工作表“${name}”第 ${first.row} 行既有案件的标记，又有类型汇总的标记`,
    remedy: '请把两种标记写在不同的行里。',
  }
}

/** Headers, footers, text boxes and chart titles are not filled: a marker there would be printed as it is. */
function strayObjection(workbook: Workbook): Refusal | undefined {
  const texts = workbook.sheets.flatMap(({ xml, relations }) => [
    xml.head + xml.tail,
    ...[...relations.values()]
      .filter(({ type }) => type === 'drawing')
      .map(({ target }) => partText(workbook.parts, target) ?? ''),
  ])
  const found = texts
    .map((xml) => unescapeXml(xml).match(markerPattern)?.[0])
    .find((text) => text !== undefined)
  return found === undefined
    ? undefined
    : {
        message: `模板的标记 ${found} 不在单元格里`,
        remedy: '页眉、页脚和文本框不能填写，请把标记写在单元格里。',
      }
}

/** A form without any is filled by its heading row. */
export function hasMarkers(workbook: Workbook): boolean {
  return markerNames(workbook).size > 0 || strayObjection(workbook) !== undefined
}

/** Why this template cannot be filled, or not without losing something of it. */
export function objection(workbook: Workbook, isByHeading: boolean): Refusal | undefined {
  const fault =
    nameFault(markerNames(workbook), { more: totalsNames, isByHeading }) ?? strayObjection(workbook)
  if (fault !== undefined) return fault
  const repeated = new Map<string, readonly number[]>()
  for (const sheet of workbook.sheets) {
    const rows = markedRows(sheet, workbook)
    const refusal = rowsObjection(sheet, rows)
    if (refusal !== undefined) return refusal
    repeated.set(sheet.name.toLowerCase(), [...rows.map(({ row }) => row), ...sheet.removed])
    for (const { row } of rows) {
      const obstacle = rangeObjection({ workbook, sheet, row })
      if (obstacle !== undefined) return obstacle
    }
  }
  return formulaObjection(workbook, repeated)
}
