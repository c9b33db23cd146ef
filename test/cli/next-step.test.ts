import { expect, test } from 'vitest'
import { exampleLog } from '../example-log.ts'
import { transcript } from '../fake-io.ts'

const faulty = exampleLog([{ filed: '' }])
const doubtful = exampleLog([{ published: '', url: '' }])

/** The command that the last lines of a run suggest. */
async function suggested(words: readonly string[], log: string): Promise<string | undefined> {
  const { out, err } = await transcript(words, {
    files: { '凌源.csv': log, '问题.csv': '规则,所据内容,说明\n' },
  })
  return /再运行 (ipcase .*)/.exec(out + err)?.[1]
}

test.each([
  ['validate 凌源.csv', 'validate 凌源.csv'],
  [
    'validate 凌源.csv --as-of 2024-06-07 --rule url-missing=off',
    'validate 凌源.csv --as-of 2024-06-07 --rule url-missing=off',
  ],
  ['validate 凌源.csv -f text -o 问题.xlsx', 'validate 凌源.csv -f text -o 问题.xlsx --explained 问题.xlsx'],
  ['validate 凌源.csv -f text -o 问题.html', 'validate 凌源.csv -f text -o 问题.html --force'],
  ['report 凌源.csv --unit 凌源市 -o 统计表.xlsx', 'report 凌源.csv --unit 凌源市 -o 统计表.xlsx --force'],
  ['report 凌源.csv --explained 问题.csv', 'report 凌源.csv --explained 问题.csv'],
  ['number 凌源.csv', 'number 凌源.csv --force'],
])('after %s the next run is %s', async (line, next) => {
  expect(await suggested(line.split(' '), doubtful)).toBe(`ipcase ${next}`)
})

test.each([
  'report 凌源.csv -o 统计表.xlsx -o 统计表.pdf',
  'record 凌源.csv --archive 报送存档 --unit 凌源市',
])('where errors kept %s from writing, it is run as it was', async (line) => {
  expect(await suggested(line.split(' '), faulty)).toBe(`ipcase ${line}`)
})
