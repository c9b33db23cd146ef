import { read } from '@e965/xlsx'
import { expect, test } from 'vitest'
import {
  copied,
  copiedFormula,
  type Home,
  insertedFormula,
  namedFormula,
  ruleFormula,
} from '../../src/render/table/xlsx/formula.ts'
import { nilReturn, ordinary } from './samples.ts'
import { bureauWorkbook, edited } from './xlsx-bureau.ts'
import { fill } from './xlsx-fill.ts'

/** Row 7 of 统计表 becomes rows 7 to 16. */
const home: Home = { sheet: '统计表', growths: new Map([['统计表', [{ row: 7, count: 10 }]]]) }
const elsewhere: Home = { ...home, sheet: '汇总' }

test.each([
  ['SUM(E7:E7)', 'SUM(E7:E16)', 'a range over the repeated row covers its copies'],
  ['SUM(E6:E8)', 'SUM(E6:E17)', 'a range across the repeated row grows'],
  ['E3+$E$9*E10', 'E3+$E$18*E19', 'a cell below moves down, one above stays'],
  ['SUM(7:7)', 'SUM(7:16)', 'whole rows grow too'],
  ['"A9"&A9&"说""B9"""', '"A9"&A18&"说""B9"""', 'text stays text'],
  ['LOG10(9)+ATAN2(A9,B9)', 'LOG10(9)+ATAN2(A18,B18)', 'a function is no cell'],
  ['表1[[#This Row],[Q9 额]]+Q9', '表1[[#This Row],[Q9 额]]+Q18', 'a column of a table is no cell'],
  ['汇总!A9+[1]统计表!A9', '汇总!A9+[1]统计表!A9', 'other sheets and other files stay'],
  ["'统计表'!B9+统计表!B7:B8", "'统计表'!B18+统计表!B7:B17", 'the own sheet may be named'],
  ['合计9+_A9+A9.b+x!A9', '合计9+_A9+A9.b+x!A9', 'a name that looks like a cell stays'],
  ['SUM(A1:A1048576)', 'SUM(A1:A1048576)', 'no row is beyond the last'],
])('%s is inserted as %s: %s', (formula, expected) => {
  expect(insertedFormula(formula, home)).toBe(expected)
})

test('a formula on another sheet follows the sheet it names', () => {
  expect(insertedFormula('COUNTA(统计表!C7:C7)+C9', elsewhere)).toBe('COUNTA(统计表!C7:C16)+C9')
})

test.each([
  ['E7-D7', 'E10-D10'],
  ['A6+1', 'A9+1'],
  ['E7/SUM($E$7:$E$7)', 'E10/SUM($E$7:$E$16)'],
  ['E7/E$9', 'E10/E$18'],
  ['VLOOKUP(B7,汇总!$A$1:$B$9,2,0)', 'VLOOKUP(B10,汇总!$A$1:$B$9,2,0)'],
])('%s is filled down to the fourth copy as %s', (formula, expected) => {
  expect(copiedFormula(formula, home, 3)).toBe(expected)
})

test.each([
  ['$E7<$D7', 7, '$E7<$D7'],
  ['COUNTIF($C$7:$C$7,$C7)>1', 7, 'COUNTIF($C$7:$C$16,$C7)>1'],
  ['$B7<>$B8', 7, '$B7<>$B8'],
  ['$B9>$B$7', 9, '$B18>$B$7'],
])('the rule %s of a range from row %i becomes %s', (formula, top, expected) => {
  expect(ruleFormula(formula, home, top)).toBe(expected)
})

test.each([
  ['统计表!$A$1:$I$8', '统计表!$A$1:$I$17'],
  ['统计表!$B$7', '统计表!$B$7:$B$16'],
  ['统计表!$B$6', '统计表!$B$6'],
  ['统计表!$B$9', '统计表!$B$18'],
  ['统计表!$B$6:$B$7', '统计表!$B$6:$B$16'],
  ['统计表!B9+统计表!$5:$5', '统计表!B9+统计表!$5:$5'],
  ["'汇总'!$B$7", "'汇总'!$B$7"],
])('what a name or a chart calls %s becomes %s', (formula, expected) => {
  expect(namedFormula(formula, { ...home, sheet: '' })).toBe(expected)
})

test('a shared formula is written out for the cell it stands in', () => {
  expect(copied('A2*$B$1+Z3', 2, 1)).toBe('B4*$B$1+AA5')
})

const bureau = await bureauWorkbook()
const sheetPart = 'xl/worksheets/sheet1.xml'

test.each([
  ['COUNT(A6:A6)', ordinary, { C: '无' }, 7],
  ['COUNT(A6:A6)', nilReturn, { A: '本期无案件', C: '无' }, 0],
  ['COUNTA(C6:C6)', ordinary, { F: '无' }, 7],
  ['COUNTA(C6:C6)', nilReturn, { A: '本期无案件', F: '无' }, 0],
  ['COUNTA(A6:A6)', nilReturn, { B: '本期无案件', C: '无' }, 0],
  ['SUMPRODUCT((C6:C6<>"")*(F6:F6<>""))', nilReturn, { A: '本期无案件', I: '无' }, 0],
])(
  '%s counts cases alone: what says that there are none stands elsewhere',
  async (formula, sample, said, count) => {
    const template = edited(bureau, {
      [sheetPart]: (xml) =>
        xml.replace('COUNTA(C6:C6)', formula.replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
    })
    const { bytes } = await fill(sample, template)
    const sheet = read(bytes).Sheets['月 报'] ?? {}
    const rows = Array.from({ length: 8 }, (_, index) => index + 6)
    const none = Object.entries(sheet).filter(([, cell]) => ['无', '本期无案件'].includes(cell?.v))
    expect(Object.fromEntries(none.map(([place, { v }]) => [place[0], v]))).toEqual(said)
    const column = /[A-Z](?=6)/.exec(formula)?.[0] ?? ''
    const counted = rows.map((row) => sheet[`${column}${row}`]?.v).filter((value) => value !== undefined)
    const numbers = counted.filter((value) => typeof value === 'number')
    expect(formula.startsWith('COUNT(') ? numbers.length : counted.length).toBe(count)
  },
)
