import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { bytesAt, fakeIo } from '../fake-io.ts'
import { blankWorkbook } from '../tables/blank-form.ts'

const log = `填报单位：凌源市市场监督管理局
序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注
1,商标侵权,朝凌市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,http://a.gov.cn/1,
`

async function report(form: Uint8Array) {
  const io = fakeIo({ files: { '凌源.csv': log, '表样.xlsx': form } })
  const words = [
    'report',
    '凌源.csv',
    '--as-of',
    '2024-06-07',
    '--template',
    '表样.xlsx',
    '-o',
    '报.xlsx',
    '-q',
  ]
  const exitCode = await run(words, io)
  return { exitCode, io }
}

test("a bureau's empty form is filled as it is, and reads back as the same case", async () => {
  const { exitCode, io } = await report(await blankWorkbook())
  expect({ exitCode, ...io.printed }).toEqual({ exitCode: 0, out: '', err: '' })
  const again = fakeIo({ files: { '报.xlsx': bytesAt(io, '报.xlsx') } })
  expect(await run(['validate', '报.xlsx', '--as-of', '2024-06-07'], again)).toBe(0)
  expect(again.printed.out).toContain('1 件案件')
  expect(again.printed.out).toContain('填报单位 凌源市市场监督管理局')
})

test('a form that holds a case is refused before anything is written', async () => {
  const form = await blankWorkbook((sheet) => {
    sheet.getCell('C6').value = '朝凌市监处罚〔2024〕2号'
    sheet.getCell('F6').value = '行政处罚'
  })
  const { exitCode, io } = await report(form)
  expect(exitCode).toBe(2)
  expect(io.printed.err).toContain('模板的“统计表”第 6 行已填有案件，不是空表样')
  expect(io.files.has('/办案/报.xlsx')).toBe(false)
})
