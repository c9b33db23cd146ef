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

const without = log.split('\n').slice(0, 2).join('\n')

/** A nil return, as this program writes it: no case stands in it, but a unit and a day. */
async function nilReturn(extension: string, unit: string, day: string): Promise<Uint8Array> {
  const io = fakeIo({ files: { '空.csv': without.replace('凌源市市场监督管理局', unit) } })
  expect(await run(['report', '空.csv', '--as-of', day, '-o', `旧.${extension}`], io)).toBe(0)
  return bytesAt(io, `旧.${extension}`)
}

async function reportOn(extension: string, unit: string, day: string) {
  const [template, written] = [`旧.${extension}`, `新.${extension}`]
  const io = fakeIo({
    files: { '凌源.csv': log, [template]: await nilReturn(extension, unit, day) },
  })
  const words = ['report', '凌源.csv', '-q', '--as-of', '2024-06-07', '--template', template, '-o', written]
  return { exitCode: await run(words, io), err: io.printed.err, isWritten: io.files.has(`/办案/${written}`) }
}

test.each(['xlsx', 'docx'])('a %s that names another unit or day is refused', async (extension) => {
  expect(await reportOn(extension, '建平县', '2024-06-07')).toEqual({
    exitCode: 2,
    err: 'ipcase：模板已填有“填报单位：建平县”，本次的是“凌源市市场监督管理局”\n  请把模板里的“建平县”清空；用标记的表样，在那里写 {{单位}}。\n',
    isWritten: false,
  })
  expect(await reportOn(extension, '凌源市市场监管局', '2024-03-01')).toEqual({
    exitCode: 2,
    err: 'ipcase：模板已填有“时间：2024年3月1日”，本次的是“2024年6月7日”\n  请把模板里的“2024年3月1日”清空；用标记的表样，在那里写 {{时间}}。\n',
    isWritten: false,
  })
})

test('a form that names this unit and this day is filled', async () => {
  expect(await reportOn('xlsx', '凌源市市场监管局', '2024-06-07')).toMatchObject({
    exitCode: 0,
    isWritten: true,
  })
})
