import { expect, test } from 'vitest'
import type { ValidateDocument } from '../../src/model/documents/validate.ts'
import { transcript } from '../fake-io.ts'

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
