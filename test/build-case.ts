import type { Case, Column } from '../src/model/case.ts'
import { caseTypeNamed } from '../src/model/case-type.ts'
import { parseIsoDate } from '../src/model/date.ts'
import { readOutcome } from '../src/model/outcome.ts'

const ordinary: Case['text'] = {
  serial: '1',
  type: '商标侵权',
  caseNumber: '朝双市监处罚〔2024〕1号',
  filed: '2024-03-05',
  closed: '2024-04-18',
  outcome: '行政处罚',
  published: '是',
  url: 'https://www.gsxt.gov.cn/1',
  remark: '',
}

/** A case as reading makes it, for tests of what needs no log. */
export function buildCase(cells: Partial<Record<Column, string>>): Case {
  const text = { ...ordinary, ...cells }
  const type = caseTypeNamed(text.type)
  return {
    layout: { path: '双塔.csv', index: {}, heading: {} },
    line: 2,
    row: 2,
    text,
    serial: Number(text.serial),
    type,
    caseNumber: text.caseNumber || null,
    filed: text.filed === '' ? null : parseIsoDate(text.filed),
    closed: text.closed === '' ? null : parseIsoDate(text.closed),
    outcome: text.outcome === '' ? null : readOutcome(type, text.outcome),
    published: '是',
    url: { links: [text.url], words: [], unsafe: [] },
    remark: text.remark || null,
    decided: null,
    decidedText: '',
    filingNumber: null,
    faulty: 0,
  }
}
