import type { CaseType } from '../../model/case-type.ts'
import { outcomesOf } from '../../model/outcome.ts'
import type { RuleText } from '../../model/rule-text.ts'
import { columnLetters } from '../../office/reference.ts'
import { addRule, fonts, headingFill, landscape, severityColours } from '../list/xlsx.ts'
import { type ExcelBook, type Worksheet, workbookBytes } from '../workbook.ts'
import { type Colour, coloursOf, openList, typeList } from './colours.ts'
import { type EntryColumn, entryColumns, openWords, yesAndNo } from './columns.ts'
import { addGuide } from './guide.ts'
import type { EmptyLedger, EntryFormat } from './index.ts'

const headingRow = 3
const firstRow = headingRow + 1
/** A county has some hundred cases a year. */
const lastRow = headingRow + 1000

const ledger = '台账'

const line = { style: 'thin', color: { argb: 'FF808080' } } as const
const box = { top: line, left: line, bottom: line, right: line } as const

function letterOf(columns: readonly EntryColumn[], key: string): string {
  return columnLetters(columns.findIndex((column) => column.key === key) + 1)
}

function rangeOf(letter: string): string {
  return `${letter}${firstRow}:${letter}${lastRow}`
}

/** The lists that drop-downs offer stand on a hidden sheet: what may close a case depends on its type. */
function addLists(workbook: ExcelBook, types: readonly CaseType[]): void {
  const sheet = workbook.addWorksheet('选项', { state: 'hidden' })
  const lists: readonly (readonly [name: string, words: readonly string[]])[] = [
    [typeList, types],
    [openList, openWords],
    ...types.map((type) => [type, [...outcomesOf(type), ...openWords]] as const),
  ]
  for (const [at, [name, words]] of lists.entries()) {
    const letter = columnLetters(at + 1)
    sheet.getColumn(at + 1).values = [name, ...words]
    workbook.definedNames.add(`选项!$${letter}$2:$${letter}$${words.length + 1}`, name)
  }
}

/** Where a day is expected; Excel turns what is typed as one into one. */
const dayRule = {
  type: 'date',
  operator: 'greaterThan',
  formulae: [new Date(Date.UTC(1999, 11, 31))],
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'warning',
  errorTitle: '不像日期',
  error: '请写成 2024-03-05 这样的日期。',
} as const

function listRule(formula: string, errorStyle: 'stop' | 'warning', error: string) {
  return {
    type: 'list',
    formulae: [formula],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle,
    errorTitle: '不在列表里',
    error,
  } as const
}

function ruleFor({ key }: EntryColumn, columns: readonly EntryColumn[]) {
  switch (key) {
    case 'type':
      return listRule(typeList, 'warning', '统计表只收列表里的几类案件。')
    case 'outcome':
      return listRule(
        `INDIRECT($${letterOf(columns, 'type')}${firstRow})`,
        'warning',
        '不是列表里的结案方式；也可以照决定书上的写。',
      )
    case 'published':
      return listRule(`"${yesAndNo.join(',')}"`, 'warning', '请填是、否或拟公开。')
    case 'filed':
    case 'closed':
    case 'decided':
      return dayRule
    default:
      return { type: 'any', allowBlank: true } as const
  }
}

function addColumn(sheet: Worksheet, columns: readonly EntryColumn[], at: number): void {
  const column = columns[at]
  if (column === undefined) return
  const prompt = column.prompt && {
    showInputMessage: true,
    promptTitle: column.heading,
    prompt: column.prompt,
  }
  if (column.key) {
    addRule(sheet, rangeOf(columnLetters(at + 1)), { ...ruleFor(column, columns), ...prompt })
  }
  const excelColumn = sheet.getColumn(at + 1)
  excelColumn.width = column.width
  const isDay = ['filed', 'closed', 'decided'].includes(column.key ?? '')
  // Text keeps 2024-6号 and 005号 from becoming days and numbers.
  excelColumn.numFmt = isDay ? 'yyyy-mm-dd' : '@'
  excelColumn.font = fonts.plain
  excelColumn.alignment = { vertical: 'middle', wrapText: true, horizontal: isDay ? 'center' : 'left' }
}

function addColours(
  sheet: Worksheet,
  columns: readonly EntryColumn[],
  rules: readonly RuleText[],
): readonly Colour[] {
  const letter = (key: string): string => letterOf(columns, key)
  const colours = coloursOf(
    (key) => `$${letter(key)}${firstRow}`,
    (key) => `$${letter(key)}$${firstRow}:$${letter(key)}$${lastRow}`,
  )
  for (const [at, { rule, column, formula }] of colours.entries()) {
    const severity = rules.find(({ id }) => id === rule)?.severity ?? 'note'
    const fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: severityColours[severity] } } as const
    sheet.addConditionalFormatting({
      ref: rangeOf(letter(column)),
      rules: [{ type: 'expression', priority: at + 1, formulae: [formula], style: { fill } }],
    })
  }
  return colours
}

function addHead(sheet: Worksheet, columns: readonly EntryColumn[], unit: string | null): void {
  const last = columnLetters(columns.length)
  sheet.mergeCells(`A1:${last}1`)
  sheet.getCell('A1').value = '知识产权行政案件台账'
  sheet.getCell('A1').font = { ...fonts.bold, size: 18 }
  sheet.getCell('A1').alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.getRow(1).height = 34
  sheet.mergeCells(`A2:${last}2`)
  sheet.getCell('A2').value = `填报单位：${unit ?? ''}`
  sheet.getCell('A2').alignment = { horizontal: 'left', vertical: 'middle' }
  const row = sheet.getRow(headingRow)
  row.height = 26
  for (const [at, { heading }] of columns.entries()) {
    const cell = row.getCell(at + 1)
    cell.value = heading
    cell.font = fonts.bold
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.fill = headingFill
    cell.border = box
  }
}

function build(workbook: ExcelBook, { unit, types, ownColumns, rules }: EmptyLedger): void {
  const columns = entryColumns(ownColumns)
  const sheet = workbook.addWorksheet(ledger, {
    views: [{ state: 'frozen', ySplit: headingRow, xSplit: 0 }],
    pageSetup: { ...landscape, printTitlesRow: `${headingRow}:${headingRow}` },
  })
  for (const at of columns.keys()) addColumn(sheet, columns, at)
  addHead(sheet, columns, unit)
  const last = columnLetters(columns.length)
  sheet.autoFilter = `A${headingRow}:${last}${lastRow}`
  const colours = addColours(sheet, columns, rules)
  addGuide(workbook, { columns, rules, colours })
  addLists(workbook, types)
}

export const entryXlsx: EntryFormat = async (entry) =>
  workbookBytes({ ...entry, isLog: (name) => name === ledger }, (workbook) => build(workbook, entry))
