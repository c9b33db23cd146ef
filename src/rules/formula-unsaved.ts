import { defineRule, type Fault, fault } from '../check/rule.ts'
import { type Case, columns, headings } from '../model/case.ts'
import { isUnsavedFormula, unsavedFormula } from '../model/damage.ts'

function unsavedCells({ text }: Case): readonly Fault[] {
  return columns
    .filter((column) => isUnsavedFormula(text[column]))
    .map((column) => ({
      ...fault(column, `${headings[column]}这一格是公式，没有存下结果`),
      value: text[column].slice(unsavedFormula.length + 1),
      // The table numbers its rows itself.
      ...(column === 'serial' && { severity: 'note' as const }),
    }))
}

export default defineRule({
  id: 'formula-unsaved',
  severity: 'error',
  summary: '公式没有存下结果',
  why: '别的程序写出的工作簿，公式的结果要等 Excel 或 WPS 打开一次才算得出来；没有结果的格子读不出内容，却不是空格。',
  remedy: '用 Excel 或 WPS 打开这份台账，保存一次再核对。',
  reads: [],
  incompleteOnly: true,
  bad: [
    [{ closed: '#公式未存 =TODAY()' }],
    [{ caseNumber: '#公式未存 =A2&"号"' }],
    [{ serial: '#公式未存 =ROW()-1' }],
  ],
  good: [[{ remark: '已复查，公式未存' }]],
  check: () => unsavedCells,
})
