import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from 'exceljs'
import { expect, test } from 'vitest'
import { ownFolder } from '../own-folder.ts'
import { program } from '../program.ts'

const link = 'https://www.gsxt.gov.cn/lnzs'
const open = '在办,,,'
const published = (count: number) => `行政处罚,是,${link}/${count},`

const first = `1,商标侵权,朝双市监处罚〔2024〕1号,2024-01-15,2024-03-20,${published(1)}`
const mediated =
  '1,专利纠纷调解,朝双市监调〔2024〕1号,2024-03-01,2024-04-15,达成调解协议,否,,行政调解司法确认'
const stillOpen = `3,商标侵权,朝双市监立〔2024〕8号,2024-05-20,,${open}`

/** The ledger as it stands when the June return is made. */
const june = [
  first,
  mediated,
  `2,商标侵权,朝双市监立〔2024〕5号,2024-04-10,,${open}`,
  `1,专利侵权裁决,朝双市监知裁字〔2024〕1号,2024-04-22,,${open}`,
  `1,假冒专利,朝双市监立〔2024〕7号,2024-05-06,,${open}`,
  stillOpen,
]

/** In September: 立5号 has become 处罚12号, the ruling is made, 立7号 is gone; two are new, one of them of 9 and 10 June. */
const september = [
  first,
  mediated,
  `2,商标侵权,朝双市监处罚〔2024〕12号,2024-04-10,2024-06-28,${published(12)}`,
  `1,专利侵权裁决,朝双市监知裁字〔2024〕1号,2024-04-22,2024-07-15,裁决（侵权成立）,是,${link}/4,`,
  stillOpen,
  `4,商标侵权,朝双市监处罚〔2024〕10号,2024-06-09,2024-06-10,${published(10)}`,
  `1,地理标志和官方标志,朝双市监立〔2024〕11号,2024-08-12,,${open}`,
]

function ledger(unit: string, rows: readonly string[]): string {
  const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
  return `填报单位：${unit}\n${headings}\n${rows.join('\n')}\n`
}

const folder = ownFolder()

/** What a terminal would show of this command, results before messages. */
function shown(line: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...line.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, IPCASE_ARCHIVE: '报送存档' },
  })
  return [`$ ipcase ${line}`, stdout.trimEnd(), stderr.trimEnd(), `[${status}]`].filter(Boolean).join('\n')
}

async function sheetShown(name: string): Promise<string> {
  const workbook = new Workbook()
  await workbook.xlsx.readFile(join(folder, name))
  const rows: string[] = []
  workbook.getWorksheet('汇总')?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1).map(String).join(' | '))
  })
  return [`（${name} 的汇总）`, ...rows].join('\n')
}

const fileShown = (name: string) => `（${name}）\n${readFileSync(join(folder, name), 'utf8').trimEnd()}`

/** Every sum in it was counted by hand from the rows above. */
test('a quarter as a county plays it: ledger in May, return in June, return in September', async () => {
  const write = (unit: string, rows: readonly string[]) =>
    writeFileSync(join(folder, '台账.csv'), ledger(unit, rows))
  const scenes: string[] = []
  write('双塔区市场监管局', june.slice(0, 5))
  scenes.push(shown('validate 台账.csv --as-of 2024-05-10'))
  write('双塔区市场监管局', june)
  scenes.push(
    shown('report 台账.csv --as-of 2024-06-07 -f text -o 六月.xlsx --brief 六月.md --record'),
    await sheetShown('六月.xlsx'),
    fileShown('六月.md'),
  )
  write('朝阳市双塔区市场监督管理局', september)
  scenes.push(
    shown('deadline --as-of 2024-09-09 --unit 双塔'),
    shown('report 台账.csv --as-of 2024-09-09'),
    shown('report 台账.csv --as-of 2024-09-09 -f text --period since-last --allow-errors -q'),
    shown('report 台账.csv --as-of 2024-09-09 -f text -o 九月.xlsx --brief 九月.md --record --allow-errors'),
    await sheetShown('九月.xlsx'),
    fileShown('九月.md'),
    shown('deadline --as-of 2024-09-10 --unit 双塔区'),
    shown('record --verify 九月.xlsx'),
  )
  await expect(`${scenes.join('\n\n')}\n`).toMatchFileSnapshot('golden/quarter.txt')
})
