import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../program.ts'

const ledger = `填报单位：凌源市市场监督管理局
序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注
1,商标侵权,朝凌市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,
2,商标侵权,朝凌市监处罚〔2024〕2号,3月5日,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/2,
1,假冒专利,朝凌市监处罚〔2024〕3号,2024-02-30,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/3,
1,商标,朝凌市监处罚〔2024〕4号,2024-02-03,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/4,
`

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ipcase-gaps-'))
  writeFileSync(join(folder, '台账.csv'), ledger)
  writeFileSync(join(folder, '扫描件.pdf'), '%PDF-1.7\n')
})

afterAll(() => rmSync(folder, { recursive: true }))

/** Results before messages, as the built program gives them. */
function shown(line: string): string {
  const words = [program, ...line.split(' '), '--as-of', '2024-06-07']
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' })
  return [`$ ipcase ${line}`, stdout.trimEnd(), stderr.trimEnd(), `[${status}]`].filter(Boolean).join('\n')
}

test('what could not be read is never written as nothing, nor a form with gaps read as a whole one', async () => {
  const scenes = [
    'report 不存在.csv 扫描件.pdf --allow-errors -o 零.pdf -o 零.xlsx --unit 甲',
    'report 台账.csv --rule quote-unclosed=off',
    'report 台账.csv --allow-errors -o 表.xlsx',
    'report 台账.csv 扫描件.pdf --allow-errors -o 表.docx',
    'report 表.xlsx -f csv',
    'report 表.docx -f csv',
  ].map(shown)
  await expect(`${scenes.join('\n\n')}\n`).toMatchFileSnapshot('golden/gaps.txt')
  expect(readdirSync(folder).filter((name) => name.startsWith('零'))).toEqual([])
})
