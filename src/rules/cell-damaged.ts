import { defineRule, type Fault, fault, quoted } from '../check/rule.ts'
import { type Case, type Column, columnBit, columns, headings } from '../model/case.ts'
import { holdsControl, isDamaged, isDamagedNumber, isUnsavedFormula } from '../model/damage.ts'

function wordsFor(column: Column, text: string): string | undefined {
  if (isUnsavedFormula(text)) return undefined
  if (holdsControl(text)) return '里有看不见的控制字符，文字可能已经缺失'
  if (column === 'caseNumber' && isDamagedNumber(text)) return '不是编号，是表格软件把编号改成的日期或数字'
  return isDamaged(text) ? '是表格软件留下的损坏内容，原来的值已经丢失' : undefined
}

function damagedCells(c: Case): readonly Fault[] | undefined {
  let faults: Fault[] | undefined
  for (const column of columns) {
    const text = c.text[column]
    const words = (c.faulty & columnBit[column]) === 0 ? wordsFor(column, text) : undefined
    if (words === undefined) continue
    faults ??= []
    faults.push(fault(column, `${headings[column]}${quoted(text)}${words}`))
  }
  return faults
}

export default defineRule({
  id: 'cell-damaged',
  severity: 'error',
  summary: '格子里的值被表格软件弄坏了',
  why: '列宽不够存出的 ####、公式出错的 #REF!、长数字变成的 1.23E+11，变成日期的编号，复制时混进的控制字符，都已经不是原来填的内容。',
  remedy: '回到原来的表格，把列拉宽、把这一格设为“文本”后重新录入，再另存一次。',
  reads: [],
  incompleteOnly: true,
  bad: [
    [{ caseNumber: '1.23E+11' }],
    [{ closed: '########' }],
    [{ remark: '#REF!' }],
    [{ type: '#N/A' }],
    [{ caseNumber: '12月1日' }],
    [{ caseNumber: '45627' }],
    [{ caseNumber: '朝双市监处罚〔2024〕6\u0013号' }],
  ],
  good: [[{ caseNumber: '朝双市监处罚〔2024〕123号', remark: '复查编号 3E-2' }]],
  check: () => damagedCells,
})
