import { partText } from '../../../office/package.ts'
import { type Range, rangeOf, rangesOf } from '../../../office/reference.ts'
import { attribute, elements, tags } from '../../../office/xml-text.ts'
import type { Refusal } from '../refusal.ts'
import type { TemplateSheet, Workbook } from './workbook.ts'

interface Spot {
  readonly workbook: Workbook
  readonly sheet: TemplateSheet
  readonly row: number
}

function covers({ top, bottom }: Range, row: number): boolean {
  return top <= row && row <= bottom
}

function related({ workbook, sheet }: Spot, type: string): readonly string[] {
  return [...sheet.relations.values()]
    .filter((relation) => relation.type === type)
    .map(({ target }) => partText(workbook.parts, target) ?? '')
}

function hasRelated({ sheet }: Spot, ...types: readonly string[]): boolean {
  return [...sheet.relations.values()].some(({ type }) => types.includes(type))
}

function isMergedDown({ sheet, row }: Spot): boolean {
  return tags(sheet.xml.tail, 'mergeCell')
    .flatMap((tag) => rangeOf(attribute(tag, 'ref') ?? '') ?? [])
    .some(({ top, bottom }) => top === row && bottom > row)
}

function isInTable(spot: Spot): boolean {
  return related(spot, 'table')
    .flatMap((xml) => tags(xml, 'table'))
    .flatMap((tag) => rangeOf(attribute(tag, 'ref') ?? '') ?? [])
    .some((range) => covers(range, spot.row))
}

function hasSparkline({ sheet, row }: Spot): boolean {
  return elements(sheet.xml.tail, 'sparkline')
    .flatMap(({ inner }) => elements(inner, 'sqref'))
    .flatMap(({ inner }) => rangesOf(inner))
    .some((range) => covers(range, row))
}

function feedsPivot({ workbook, sheet }: Spot): boolean {
  return [...workbook.relations.values()]
    .filter(({ type }) => type === 'pivotCacheDefinition')
    .flatMap(({ target }) => tags(partText(workbook.parts, target) ?? '', 'worksheetSource'))
    .some((tag) => attribute(tag, 'sheet')?.toLowerCase() === sheet.name.toLowerCase())
}

type Fault = readonly [isFaulty: (spot: Spot) => boolean, says: string, remedy: string]

const faults: readonly Fault[] = [
  [isMergedDown, '有与下一行合并的单元格，不能逐行重复', '请取消纵向合并，让一个案件只占一行。'],
  [isInTable, '在“表格”（超级表）里，加行会破坏它', '请在 Excel 里选中它，用“表设计 → 转换为区域”，再保存。'],
  [hasSparkline, '有迷你图，不能逐行重复', '请删去这一行的迷你图。'],
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
export function rangeObjection(spot: Spot): Refusal | undefined {
  const fault = faults.find(([isFaulty]) => isFaulty(spot))
  if (fault === undefined) return undefined
  return { message: `模板的工作表“${spot.sheet.name}”第 ${spot.row} 行${fault[1]}`, remedy: fault[2] }
}
