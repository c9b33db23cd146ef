import { expect, test } from 'vitest'
import { readBack } from '../read-log.ts'
import { packed, sheetData, workbookParts } from './book/office.ts'

const log = [
  ['案件类型', '案件编号', '立案时间', '结案时间', '结案方式', '是否公开', '公开网址', '备注'],
  ['商标侵权', '朝双市监处罚〔2024〕12号', '2024-03-05', '', '在办', '', '', ''],
]
const notes = [['填表说明'], ['每季报送']]

async function sheetsOf(sheets: Readonly<Record<string, readonly (readonly string[])[]>>) {
  const data = Object.entries(sheets).map(([name, rows]) => [name, sheetData(rows)] as const)
  const { summary } = await readBack(packed(workbookParts({ sheets: Object.fromEntries(data) })))
  return { cases: summary.cases, sheets: summary.sheets }
}

test('a summary beside the logs says the same again and is passed over', async () => {
  expect(await sheetsOf({ 一季度: log, 汇总: log, 示例: log, 说明: notes })).toEqual({
    cases: 1,
    sheets: [
      { name: '一季度' },
      { name: '汇总', skipped: '附表，不作台账读' },
      { name: '示例', skipped: '附表，不作台账读' },
      { name: '说明', skipped: '没有台账表头' },
    ],
  })
})

test('a sheet called 汇总 that alone holds cases is the log', async () => {
  expect(await sheetsOf({ 汇总: log, 说明: notes })).toEqual({
    cases: 1,
    sheets: [{ name: '汇总' }, { name: '说明', skipped: '没有台账表头' }],
  })
})
