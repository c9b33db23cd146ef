import { partText, relatedParts } from '../../../office/package.ts'
import { type Range, rangeOf, rangesOf } from '../../../office/reference.ts'
import { attribute, elements, tags, unescapeXml } from '../../../office/xml-text.ts'
import type { Refusal } from '../format.ts'
import { markerPattern } from '../markers.ts'
import { nameFault } from '../template.ts'
import { mapReferences, mapRows } from './formula.ts'
import { formulaObjection } from './formula-objections.ts'
import { type MarkedRow, markedRows, namesIn } from './marks.ts'
import { totalsNames } from './values.ts'
import type { TemplateBook, TemplateSheet } from './workbook.ts'

interface TemplatePlace {
  readonly workbook: TemplateBook
  readonly sheet: TemplateSheet
  readonly row: number
}

function related({ workbook, sheet }: TemplatePlace, type: string): readonly string[] {
  return [...sheet.relations.values()]
    .filter((relation) => relation.type === type)
    .map(({ target }) => partText(workbook.parts, target) ?? '')
}

function hasRelated({ sheet }: TemplatePlace, ...types: readonly string[]): boolean {
  return [...sheet.relations.values()].some(({ type }) => types.includes(type))
}

function isMergedDown({ sheet, row }: TemplatePlace): boolean {
  return tags(sheet.xml.tail, 'mergeCell')
    .flatMap((tag) => rangeOf(attribute(tag, 'ref') ?? '') ?? [])
    .some(({ top, bottom }) => top === row && bottom > row)
}

function reaches({ bottom }: Range, { row }: TemplatePlace): boolean {
  return bottom >= row
}

function hasTable(spot: TemplatePlace): boolean {
  return related(spot, 'table')
    .flatMap((xml) => tags(xml, 'table'))
    .flatMap((tag) => rangeOf(attribute(tag, 'ref') ?? '') ?? [])
    .some((range) => reaches(range, spot))
}

/** Whether a formula without a home draws from the sheet at the row or below. */
function drawsFrom(formula: string, { sheet, row }: TemplatePlace): boolean {
  let isFound = false
  mapReferences(unescapeXml(formula), (reference) => {
    const isHere = reference.sheet?.toLowerCase() === sheet.name.toLowerCase()
    return mapRows(reference.cells, (place) => {
      isFound ||= isHere && place.row >= row
      return place.row
    })
  })
  return isFound
}

function hasSparkline(spot: TemplatePlace): boolean {
  return spot.workbook.sheets.some(({ name, xml }) =>
    elements(xml.tail, 'sparkline').some(({ inner }) => {
      const places = name === spot.sheet.name ? elements(inner, 'sqref') : []
      const isHere = places.flatMap((place) => rangesOf(place.inner)).some((range) => reaches(range, spot))
      return isHere || elements(inner, 'f').some((formula) => drawsFrom(formula.inner, spot))
    }),
  )
}

/** A chart that stands at the row or below, or draws from there, wherever it stands. */
function hasChart(spot: TemplatePlace): boolean {
  const { parts, part } = spot.workbook
  const isBelow = related(spot, 'drawing')
    .flatMap((xml) => elements(xml, 'twoCellAnchor|oneCellAnchor'))
    .filter(({ inner }) => inner.includes('graphicFrame'))
    .some(({ inner }) => elements(inner, 'row').some((row) => Number(row.inner) + 1 >= spot.row))
  const sheets = relatedParts(parts, part, ['worksheet', 'chartsheet'])
  const drawings = sheets.flatMap((sheet) => relatedParts(parts, sheet, ['drawing']))
  const charts = drawings.flatMap((drawing) => relatedParts(parts, drawing, ['chart', 'chartEx']))
  const formulas = charts.flatMap((chart) => elements(partText(parts, chart) ?? '', 'f'))
  return isBelow || formulas.some(({ inner }) => drawsFrom(inner, spot))
}

function feedsPivot({ workbook, sheet }: TemplatePlace): boolean {
  return [...workbook.relations.values()]
    .filter(({ type }) => type === 'pivotCacheDefinition')
    .flatMap(({ target }) => tags(partText(workbook.parts, target) ?? '', 'worksheetSource'))
    .some((tag) => attribute(tag, 'sheet')?.toLowerCase() === sheet.name.toLowerCase())
}

type RowFault = readonly [isFaulty: (spot: TemplatePlace) => boolean, says: string, remedy: string]

const faults: readonly RowFault[] = [
  [isMergedDown, '有与下一行合并的单元格，不能逐行重复', '请取消纵向合并，让一个案件只占一行。'],
  [
    hasTable,
    '或以下有“表格”（超级表），加行会破坏它',
    '请在 Excel 里选中它，用“表设计 → 转换为区域”，再保存。',
  ],
  [hasSparkline, '或以下有迷你图（或供它取数），加行后无法保持', '请删去迷你图。'],
  [
    hasChart,
    '或以下有图表（或供它取数），加行后无法保持',
    '请删去图表，或把它连同取数的格子移到案件行以上；图片可以留着。',
  ],
  [
    (spot) => hasRelated(spot, 'pivotTable'),
    '所在的工作表有数据透视表，加行后无法保持',
    '请把数据透视表移到别的工作表。',
  ],
  [feedsPivot, '是数据透视表的数据来源，填写后透视表不会更新', '请删去数据透视表。'],
  [
    (spot) => hasRelated(spot, 'control', 'ctrlProp', 'oleObject', 'package'),
    '所在的工作表有按钮、控件或嵌入的文件，加行后无法保持位置',
    '请删去控件和嵌入的文件。',
  ],
]

/** What lies across a repeated row and could not be repeated or grow with it. */
function rangeObjection(spot: TemplatePlace): Refusal | undefined {
  const fault = faults.find(([isFaulty]) => isFaulty(spot))
  if (fault === undefined) return undefined
  return { message: `模板的工作表“${spot.sheet.name}”第 ${spot.row} 行${fault[1]}`, remedy: fault[2] }
}

const kindNames = { case: '案件', type: '类型汇总' } as const

function markerNames({ sheets, strings }: TemplateBook): ReadonlySet<string> {
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
function strayObjection(workbook: TemplateBook): Refusal | undefined {
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
export function hasMarkers(workbook: TemplateBook): boolean {
  return markerNames(workbook).size > 0 || strayObjection(workbook) !== undefined
}

/** Why this template cannot be filled, or not without losing something of it. */
export function objection(workbook: TemplateBook, isByHeading: boolean): Refusal | undefined {
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
