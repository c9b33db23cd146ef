import { expect, test } from 'vitest'
import type { ValidateDocument } from '../../src/model/documents/validate.ts'
import { createProgress } from '../../src/outputs/progress.ts'
import { fakeIo, transcript } from '../fake-io.ts'

const head = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const row = '1,商标侵权,凌市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,'
const log = `${head}\n${row}\n`

async function said(args: readonly string[], files: Record<string, string>): Promise<string | undefined> {
  const { out } = await transcript([...args, '--as-of', '2024-06-07'], { files })
  return out.split('\n').find((line) => line.startsWith('核对了'))
}

async function rulesOf(args: readonly string[], files: Record<string, string>) {
  const { out } = await transcript([...args, '-f', 'json', '--as-of', '2024-06-07'], { files })
  const { rules }: Pick<ValidateDocument, 'rules'> = JSON.parse(out)
  return Object.fromEntries(
    rules.map(({ id, status, reason }) => [id, reason === null ? status : `${status} ${reason}`]),
  )
}

/** Without one column. */
function without(column: string): string {
  const at = head.split(',').indexOf(column)
  return log
    .trim()
    .split('\n')
    .map((line) => `${line.split(',').toSpliced(at, 1).join(',')}\n`)
    .join('')
}

test('a run says how many rules it checked by', async () => {
  expect(await said(['validate', '凌源.csv'], { '凌源.csv': log })).toMatch(/^核对了 \d+ 条规则。$/)
})

test('rules that read a column the log does not have are said not to have run', async () => {
  const files = { '凌源.csv': without('备注') }
  expect(await said(['validate', '凌源.csv'], files)).toMatch(
    /^核对了 \d+ 条规则；\d 条没有查：台账没有“备注”一栏。$/,
  )
  expect(await rulesOf(['validate', '凌源.csv'], files)).toMatchObject({
    'remark-wording': 'not-applicable 台账没有“备注”一栏',
    'type-unknown': 'ran',
  })
})

test('a rule switched off or lowered is said with who did it', async () => {
  const files = {
    '凌源.csv': log,
    'ipcase.config.json': '{"rules": {"personal-data": "off", "url-missing": "note"}}',
  }
  const args = ['validate', '凌源.csv', '--rule', 'serial-wrong=off']
  expect(await rulesOf(args, files)).toMatchObject({
    'personal-data': 'off 已在 ipcase.config.json 里关闭',
    'url-missing': 'lowered 已在 ipcase.config.json 里降级',
    'serial-wrong': 'off 已用 --rule 关闭',
    'case-vanished': 'not-applicable 没有以往的报送可以比对',
  })
  expect(await said(args, files)).toMatch(
    /^核对了 \d+ 条规则；1 条已用 --rule 关闭；1 条已在 ipcase.config.json 里关闭；1 条已在 ipcase.config.json 里降级。$/,
  )
})

test('what could not be judged is said with the rule', async () => {
  const old = `${head}\n1,商标侵权,凌市监处罚〔2018〕1号,2018-03-05,2018-09-18,行政处罚,是,https://www.gsxt.gov.cn/1,\n`
  expect(await said(['validate', '凌源.csv'], { '凌源.csv': old })).toMatch(
    /；time-limit-passed 有 1 件没有判断，立案早于所知最早的办案期限规定。$/,
  )
})

test('the calendar of a year that is not published leaves its cases unjudged', async () => {
  const late = `${head}\n1,商标侵权,凌市监处罚〔2027〕1号,2026-12-05,2027-12-18,行政处罚,拟公开,,拟公开\n`
  const { out } = await transcript(['validate', '凌源.csv', '--as-of', '2028-03-01'], {
    files: { '凌源.csv': late },
  })
  expect(out).toContain(
    'publication-late 有 1 件没有判断，公开期限内有一年的放假安排还没有公布；time-limit-passed 有 1 件没有判断，期限最后一天那一年的放假安排还没有公布。',
  )
})

test('a report says it, too', async () => {
  const files = { '凌源.csv': without('备注') }
  expect(await rulesOf(['report', '凌源.csv'], files)).toMatchObject({
    'remark-wording': 'not-applicable 台账没有“备注”一栏',
    'log-repeated': 'not-applicable 出表时逐行报出重复',
  })
})

test('a quiet run does not', async () => {
  expect(await said(['validate', '凌源.csv', '-q'], { '凌源.csv': without('备注') })).toBe(undefined)
})

const logs = [{ path: '双塔.csv' }, { path: '凌源.csv' }]

/** A terminal whose clock is set by hand. */
function terminal(columns: number | undefined) {
  let ms = 0
  const fake = columns === undefined ? fakeIo() : fakeIo({ columns })
  const io = { ...fake, now: () => new Date(ms) }
  return { io, screen: () => fake.screen, wait: (more: number) => (ms += more) }
}

test('what takes less than a second says nothing', async () => {
  const { io, screen, wait } = terminal(80)
  const progress = createProgress(io, true)
  wait(999)
  await progress.tick({ logs, at: 0, cases: 10 })
  await progress.clear()
  expect(screen()).toBe('')
})

test('after a second one line says where the run is, renewed five times a second', async () => {
  const { io, screen, wait } = terminal(80)
  const progress = createProgress(io, true)
  wait(1000)
  await progress.tick({ logs, at: 1, cases: 10 })
  wait(199)
  await progress.tick({ logs, at: 1, cases: 20 })
  wait(1)
  await progress.tick({ logs, at: 1, cases: 30 })
  const line = (cases: number): string =>
    `\r\u001b[K正在核对第 2/2 份（全部的 50%） 凌源.csv：已读 ${cases} 件`
  expect(screen()).toBe(line(10) + line(30))
})

test('what is made in one piece is named before it begins', async () => {
  const { io, screen } = terminal(80)
  const progress = createProgress(io, true)
  await progress.making('统计表.pdf', async () => 'pdf')
  await io.out.write('已写入 统计表.pdf\n')
  expect(screen()).toBe('\r\u001b[K正在生成 统计表.pdf\r\u001b[K已写入 统计表.pdf\n')
})

test('the line is out of the way once it is cleared', async () => {
  const { io, screen, wait } = terminal(80)
  const progress = createProgress(io, true)
  wait(1000)
  await progress.tick({ logs, at: 0, cases: 10 })
  await progress.clear()
  await progress.clear()
  await io.out.write('表\n')
  expect(screen()).toBe('\r\u001b[K正在核对第 1/2 份（全部的 0%） 双塔.csv：已读 10 件\r\u001b[K表\n')
})

test.each([
  ['without a terminal', undefined, true],
  ['when it is not wanted', 80, false],
])('nothing is drawn %s', async (_, columns, isWanted) => {
  const { io, screen, wait } = terminal(columns)
  const progress = createProgress(io, isWanted)
  wait(5000)
  await progress.tick({ logs, at: 0, cases: 10 })
  await progress.making('统计表.pdf', async () => 'pdf')
  expect(screen()).toBe('')
})

test('nothing is drawn where the terminal cannot erase a line', async () => {
  const { io, screen } = terminal(80)
  await createProgress({ ...io, env: { TERM: 'dumb' } }, true).making('统计表.pdf', async () => 'pdf')
  expect(screen()).toBe('')
})

test('what cannot be made leaves no line behind', async () => {
  const { io, screen } = terminal(80)
  const making = createProgress(io, true).making('统计表.pdf', async () => await Promise.reject('full'))
  await expect(making).rejects.toBe('full')
  expect(screen()).toBe('\r\u001b[K正在生成 统计表.pdf\r\u001b[K')
})
