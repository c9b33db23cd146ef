import { read } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { nilReturn, ordinary } from './samples.ts'
import { bureauWorkbook, edited } from './xlsx-bureau.ts'
import { fill } from './xlsx-fill.ts'

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
