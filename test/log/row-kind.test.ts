import { expect, test } from 'vitest'
import { kindOfRow } from '../../src/log/row-kind.ts'
import { type Column, columns } from '../../src/model/case.ts'

function kindOf(line: string): string {
  const cells = line.split(',')
  const text = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as Record<
    Column,
    string
  >
  return kindOfRow(text, cells)
}

test.each([
  ['1,商标侵权,A1,2024-03-05', 'case'],
  ['1,商标侵权,,,,,,,待立案', 'case'],
  ['1,商标', 'case'],
  ['1,商标侵权,1', 'case'],
  ['1,商标侵权,,,,,,,,某公司', 'case'],
  ['某商行,商标侵权', 'case'],
  ['合计,商标侵权,A1,2024-03-05', 'case'],
  ['注意,,A1', 'case'],
  ['某某商标案', 'case'],
  [',,,,', 'blank'],
  [' ,　,\u00a0', 'blank'],
  ['1,专利侵权裁决', 'placeholder'],
  [',商标侵权', 'placeholder'],
  [',商标侵权,无', 'placeholder'],
  ['无,假冒专利,,,,,,,', 'placeholder'],
  ['3', 'placeholder'],
  ['...', 'placeholder'],
  ['……,……', 'placeholder'],
  ['…,商标侵权', 'placeholder'],
  ['/,/,/,/', 'placeholder'],
  [',,本期无案件', 'placeholder'],
  ['1,商标侵权,本季度无案件', 'placeholder'],
  ['零报告', 'placeholder'],
  [',商标侵权,无案件,/,/,/,/,/,/', 'placeholder'],
  ['序号,案件类型,案件编号,立案时间', 'heading'],
  ['注：请按案件类型分别编写序号。', 'furniture'],
  ['填表人：,,审核人：,,联系电话：', 'furniture'],
  ['单位负责人（签字）：', 'furniture'],
  ['合计,,12,,10', 'furniture'],
  ['(可加页)', 'furniture'],
  ['知识产权行政案件统计表', 'furniture'],
  ['附件', 'furniture'],
  ['第 2 页 共 3 页', 'furniture'],
  ['填报单位：凌源市市场监督管理局,,,时间：2024年6月7日', 'furniture'],
])('%s is a %s', (line, kind) => {
  expect(kindOf(line)).toBe(kind)
})
