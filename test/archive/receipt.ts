import type { ArchivedCase, Receipt } from '../../src/archive/receipt.ts'
import { type Draft, sealed } from '../../src/archive/receipt-file.ts'
import { day } from '../../src/model/date.ts'

export const archivedCase: ArchivedCase = {
  type: '商标侵权',
  caseNumber: '凌市监处罚〔2024〕1号',
  filed: day('2024-03-05'),
  closed: day('2024-04-18'),
  outcome: '行政处罚',
  open: false,
  published: '是',
  links: ['https://www.gsxt.gov.cn/1'],
  remark: null,
}

/** A receipt of 凌源市 for the first round of 2024, but for what is said otherwise. */
export function receiptOf(parts: Partial<Draft> = {}): Receipt {
  return sealed({
    schemaVersion: 1,
    tool: { name: 'ipcase', version: '0.1.0' },
    programme: 'chaoyang',
    round: '2024-06',
    unit: '凌源市市场监督管理局',
    unitKey: '凌源市',
    day: day('2024-06-07'),
    revision: 1,
    file: { name: '凌源.xlsx', sha256: 'ab'.repeat(32) },
    counts: { error: 0, warning: 1, note: 2 },
    cases: [archivedCase],
    ...parts,
  })
}
