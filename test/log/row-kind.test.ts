import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindOfRow, leftOutRow } from '../../src/log/row-kind.ts'
import { type Column, columns } from '../../src/model/case.ts'

function rowOf(line: string) {
  const cells = line.split(',')
  const text = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
  return [text as Record<Column, string>, cells] as const
}

function kindOf(line: string): string {
  return kindOfRow(...rowOf(line))
}

test.each([
  [',商标侵权,未列入 2 件', '商标侵权', 2],
  ['1,商标侵权,未列入2件', '商标侵权', 2],
  [',商标侵权,,,,,,,未列入 2 件', '商标侵权', 2],
  ['另有 1 件案件类型不明，未列入', null, 1],
  [',另有 1 件案件类型不明，未列入', null, 1],
  ['另有 2 个台账没有读全，其中的案件未列入', null, null],
])('%s is read as what a form says to be missing', (line, type, cases) => {
  expect(leftOutRow(...rowOf(line))).toMatchObject({ type, cases })
})

test.each([
  ['1,商标侵权,A1,2024-03-05', 'case'],
  ['1,商标侵权,,,,,,,待立案', 'case'],
  ['1,商标', 'case'],
  ['1,商标侵权,1', 'case'],
  ['1,商标侵权,,,,,,,,某公司', 'case'],
  ['某商行,商标侵权', 'case'],
  ['合计,商标侵权,A1,2024-03-05', 'case'],
  ['注意,,A1', 'case'],
  ['1,商标侵权,待编号', 'case'],
  ['1,商标侵权,待定,/,/,/,/,/,/', 'case'],
  ['1,商标侵权,,,,,否', 'case'],
  ['1,商标侵权,,,,在办', 'case'],
  [',,朝双市监处罚〔2024〕1号', 'case'],
  ['注：复查,商标侵全,朝双市监处罚〔2024〕1号', 'case'],
  ['合计,商标侵全,朝双市监处罚〔2024〕1号,2024-03-05', 'case'],
  ['附件1,,,2024-03-05,2024-04-18,罚款', 'case'],
  ['当事人：某商行,,,2024-03-05', 'case'],
  ['某某商标案', 'case'],
  [',,,,', 'blank'],
  [' ,　,\u00a0', 'blank'],
  ['1,专利侵权裁决', 'placeholder'],
  [',商标侵权', 'placeholder'],
  [',商标侵权,无', 'placeholder'],
  [',商标侵权,已读台账无', 'placeholder'],
  [',商标侵权,未列入 2 件', 'furniture'],
  [',商标侵权,,,,未列入2件', 'furniture'],
  ['1,商标侵权,未列入 2 件,2024-03-05', 'case'],
  ['1,商标侵权,未列入清单', 'case'],
  [',另有 1 件案件类型不明，未列入', 'furniture'],
  ['另有 2 个台账没有读全，其中的案件未列入', 'furniture'],
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
  ['/,商标侵权,/,/,/,/,/,/,本期无案件', 'placeholder'],
  ['1,商标侵权,无,无,无,无,否,无,无', 'placeholder'],
  ['我局本季度无知识产权行政案件。', 'placeholder'],
  [',,,,,,,,本季度零报告', 'placeholder'],
  ['0,0,0,0', 'placeholder'],
  ['（1）,商标侵权', 'placeholder'],
  ['①,商标侵权', 'placeholder'],
  ['序号,案件类型,案件编号,立案时间', 'heading'],
  ['注：请按案件类型分别编写序号。', 'furniture'],
  ['填表人：,,审核人：,,联系电话：', 'furniture'],
  ['单位负责人（签字）：', 'furniture'],
  ['合计,,12,,10', 'furniture'],
  ['(可加页)', 'furniture'],
  ['合计：3件', 'furniture'],
  ['小计,商标侵权,3', 'furniture'],
  ['商标侵权合计,,3', 'furniture'],
  ['一、专利侵权裁决（共2件）', 'furniture'],
  ['2.案件类型包括：专利侵权裁决/专利纠纷调解', 'furniture'],
  ['填表人 甲 审核人 乙', 'furniture'],
  ['填表人,甲,,审核人,乙,,填报日期,2024年6月7日', 'furniture'],
  ['填表人：甲,审核人：乙,填表日期：,2024年6月7日', 'furniture'],
  ['联系方式：0421-1234567', 'furniture'],
  [',,,,,,,2024年6月7日', 'furniture'],
  [',,,,,,凌源市市场监督管理局', 'furniture'],
  ['—1—', 'furniture'],
  ['以下空白', 'furniture'],
  ['知识产权行政案件统计表', 'furniture'],
  ['附件', 'furniture'],
  ['第 2 页 共 3 页', 'furniture'],
  ['填报单位：凌源市市场监督管理局,,,时间：2024年6月7日', 'furniture'],
])('%s is a %s', (line, kind) => {
  expect(kindOf(line)).toBe(kind)
})

const cell = fc.oneof(
  fc.constantFrom(
    ...['', '/', '无', '...', '1', '合计', '注：', '填表人：', '附件', '商标侵权', '商标', '否', '在办'],
    ...[
      '2024-03-05',
      '本期无案件',
      '零报告',
      '一、专利',
      '待定',
      '凌源市市场监督管理局',
      '统计表',
      '（盖章）',
    ],
  ),
  fc.string(),
)
const anyCells = fc.array(
  cell.filter((text) => !text.includes(',')),
  { minLength: 9, maxLength: 9 },
)

test('whatever stands beside it, a row with the number of a document is a case', () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      expect(kindOf(cells.with(2, '朝双市监处罚〔2024〕12号').join())).toBe('case')
    }),
  )
})

test('whatever stands beside them, a row with both days is a case', () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      expect(kindOf(cells.with(3, '2024-03-05').with(4, '2024-04-18').join())).toBe('case')
    }),
  )
})
