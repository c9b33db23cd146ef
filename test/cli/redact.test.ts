import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import type { Finding } from '../../src/model/finding.ts'
import { unzip } from '../../src/office/zip.ts'
import { allRules } from '../../src/rules/index.ts'
import { fakeIo, transcript } from '../fake-io.ts'

const folder = 'fixtures/logs/bad'
const names = (await readdir(folder)).filter((name) => !name.endsWith('.out'))
const files = Object.fromEntries(
  await Promise.all(names.map(async (name) => [name, await readFile(`${folder}/${name}`)])),
)
const ruleTexts = allRules.map(({ summary, why, remedy }) => `${summary}${why}${remedy}`).join('')
const always = ['validate', ...names, '--no-config']

/** What the cells hold that something is said of, long enough to be nothing else. */
async function valuesFound(): Promise<readonly string[]> {
  const { out } = await transcript([...always, '-f', 'json'], { files })
  const { findings } = JSON.parse(out) as { readonly findings: readonly Finding[] }
  const values = findings.flatMap(({ value, caseNumber }) => [value, caseNumber])
  const told = (value: string | undefined): value is string => value !== undefined && value.length >= 6
  return [...new Set(values.filter(told))].filter((value) => !ruleTexts.includes(value))
}

function textIn(bytes: Uint8Array): string {
  const parts = unzip(bytes, () => true)
  if (typeof parts === 'string') return Buffer.from(bytes).toString()
  return [...parts.values()].map((part) => Buffer.from(part).toString()).join('\n')
}

const outputs = ['问题.txt', '问题.csv', '问题.json', '问题.xlsx', '问题.html']

test('no value of a finding stands in any format of a redacted run', async () => {
  const values = await valuesFound()
  expect(values.length).toBeGreaterThan(50)
  const plain = fakeIo({ files })
  const io = fakeIo({ files })
  const asked = outputs.flatMap((output) => ['-o', output])
  await run([...always, ...asked], plain)
  await run([...always, ...asked, '--redact'], io)
  for (const output of outputs) {
    const [before, after] = [await plain.disk.read(output), await io.disk.read(output)].map(textIn)
    expect(values.some((value) => before?.includes(value))).toBe(true)
    expect({ output, told: values.filter((value) => after?.includes(value)) }).toEqual({ output, told: [] })
  }
})

test('place, rule and remedy stay, and what cannot be known is said', async () => {
  const log = `案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注
商标侵权,朝市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,否,,当事人张三，电话13900000000，依法不予公开
`
  const { out, err } = await transcript(['validate', '台账.csv', '--no-config', '--redact', '-f', 'csv'], {
    files: { '台账.csv': log },
  })
  const [, finding = ''] = out.split('\r\n')
  for (const kept of ['台账.csv', 'H2', '备注', 'personal-data', '有身份证号码或手机号码', '删去号码']) {
    expect(finding).toContain(kept)
  }
  expect(out).not.toMatch(/139|朝市监|2024-03-05/)
  expect(err).toMatch(/人名、企业名称程序认不出来/)
})

const lawful = `填报单位：凌源市市场监督管理局
案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注
商标侵权,朝市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,否,,依法不予公开，档案第35卷
`

test('a merged table of a redacted run has no digit in a remark', async () => {
  const world = { files: { '报送/凌源.csv': lawful } }
  const { out } = await transcript(['collect', '报送', '--no-config', '--redact', '-f', 'json'], world)
  expect(out).toContain('依法不予公开，档案第**卷')
  expect(out).toContain('朝市监处罚〔2024〕1号')
})

test.each([
  [
    'validate 台账.csv --redact --explained 问题.csv -o 问题.csv',
    '--redact 写出的清单没有各格的内容，不能写在 问题.csv 上',
  ],
  ['collect 报送 --redact --replies 退回', '--redact 和 --replies 不能一起用'],
])('%s is refused', async (line, said) => {
  const world = {
    files: { '台账.csv': lawful, '问题.csv': '规则,案件,所据内容,说明,文件\r\n', '报送/凌源.csv': lawful },
  }
  const { exitCode, err } = await transcript([...line.split(' '), '--no-config'], world)
  expect({ exitCode, isSaid: err.includes(said) }).toEqual({ exitCode: 2, isSaid: true })
})
