import { defineRule, type Fault, fault, quoted } from '../check/rule.ts'
import { type Case, columnBit, columns, headings, someCell } from '../model/case.ts'
import { isDamaged } from '../model/damage.ts'

const minus = 0x2d
const plus = 0x2b
const equals = 0x3d
const at = 0x40

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** `=`, `+`, `@` or a lone `-` before text: -5 is a number, --- a line. */
function isFormulaLike(text: string): boolean {
  if (text.length < 2) return false
  const first = text.charCodeAt(0)
  if (first === equals || first === plus || first === at) return true
  if (first !== minus) return false
  const second = text.charCodeAt(1)
  return second !== minus && !isDigit(second)
}

function formulas(c: Case): readonly Fault[] | undefined {
  if (!someCell(c.text, isFormulaLike)) return undefined
  const faults: Fault[] = []
  for (const column of columns) {
    const text = c.text[column]
    if (!isFormulaLike(text) || isDamaged(text) || (c.faulty & columnBit[column]) !== 0) continue
    faults.push(fault(column, `${headings[column]}${quoted(text)}以“${text.charAt(0)}”开头`))
  }
  return faults
}

export default defineRule({
  id: 'formula-like',
  severity: 'note',
  summary: '格子以公式符号开头',
  why: '以 =、+、@ 或 - 开头的文字，表格软件打开时会当成公式去算，显示出错，甚至执行别的内容。',
  remedy: '删去开头的符号，或在前面加一个汉字。',
  reads: [],
  bad: [[{ remark: '=已复查' }], [{ remark: '+附件一份' }], [{ remark: '@复查' }], [{ remark: '-详见附件' }]],
  good: [[{ remark: '已复查=无异常' }], [{ remark: '-' }], [{ remark: '--' }], [{ remark: '-5' }]],
  check: () => formulas,
})
