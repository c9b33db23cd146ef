import { defineRule, type Fault, fault, quoted } from '../check/rule.ts'
import { type Case, columnBit, columns, headings } from '../model/case.ts'
import { isDamaged } from '../model/damage.ts'

function mayBeDamaged(text: string): boolean {
  const first = text.charCodeAt(0)
  return first === 0x23 || (first >= 0x30 && first <= 0x39)
}

function damagedCells(c: Case): readonly Fault[] | undefined {
  let faults: Fault[] | undefined
  for (const column of columns) {
    const text = c.text[column]
    if (!mayBeDamaged(text) || !isDamaged(text) || (c.faulty & columnBit[column]) !== 0) continue
    faults ??= []
    faults.push(fault(column, `${headings[column]}${quoted(text)}是表格软件留下的损坏内容，原来的值已经丢失`))
  }
  return faults
}

export default defineRule({
  id: 'cell-damaged',
  severity: 'error',
  summary: '格子里的值被表格软件弄坏了',
  why: '列宽不够存出的 ####、公式出错的 #REF!、长数字变成的 1.23E+11，都已经不是原来填的内容。',
  remedy: '回到原来的表格，把列拉宽、把这一格设为“文本”后重新录入，再另存一次。',
  reads: [],
  incompleteOnly: true,
  bad: [[{ caseNumber: '1.23E+11' }], [{ closed: '########' }], [{ remark: '#REF!' }], [{ type: '#N/A' }]],
  good: [[{ caseNumber: '朝双市监处罚〔2024〕123号', remark: '复查编号 3E-2' }]],
  check: () => damagedCells,
})
