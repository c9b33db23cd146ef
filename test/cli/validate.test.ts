import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { ExitCode, UserError } from '../../src/io/io.ts'
import type { ValidateDocument } from '../../src/model/documents/validate.ts'
import { exampleLog } from '../example-log.ts'
import { bytesAt, fakeIo, type Transcript, transcript, type World } from '../fake-io.ts'
import { gb18030 } from '../gb18030.ts'

const good = exampleLog([{}])
const noted = exampleLog([{ caseNumber: '朝凌市监处罚[2024]7号' }])
const warned = exampleLog([{ caseNumber: '朝凌市监处罚〔2024〕8号', published: '' }])
const faulty = exampleLog([{ caseNumber: '朝凌市监处罚〔2024〕9号', url: '' }])

const denied = new UserError('锁着.csv 没有读取权限', '请让文件的主人开放权限。', ExitCode.failure)

const files: NonNullable<World['files']> = {
  '好.csv': good,
  '提示.csv': gb18030(noted),
  '警告.csv': warned,
  '错误.csv': faulty,
  '锁着.csv': denied,
  '图片.csv': Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
  '报送/北票/错误.csv': faulty,
  '报送/~$好.csv': '',
  '报送/说明.pdf': '',
  'ipcase.config.json': '{"logs":["好.csv"],"rules":{"url-missing":"note"},"failOn":"note"}',
}

async function validate(line: string, world: World = {}): Promise<Transcript> {
  return await transcript(['validate', '--no-config', ...line.split(' ')], { files, ...world })
}

test.each([
  ['好.csv', 0],
  ['提示.csv', 0],
  ['警告.csv', 0],
  ['错误.csv', 1],
  ['好.csv --fail-on note', 0],
  ['提示.csv --fail-on note', 1],
  ['提示.csv --fail-on warning', 0],
  ['警告.csv --fail-on note', 1],
  ['警告.csv --fail-on warning', 1],
  ['错误.csv --fail-on never', 0],
  ['错误.csv --rule url-missing=off', 0],
  ['错误.csv --rule url-missing=warning', 0],
  ['错误.csv --rule url-missing=note --fail-on note', 1],
  ['提示.csv --rule case-number-style=error', 1],
  ['没有.csv', 3],
  ['锁着.csv 错误.csv', 3],
  ['图片.csv', 3],
  ['锁着.csv --fail-on never', 3],
  ['好.csv -o 好.xyz', 2],
  ['好.csv --fail-on fatal', 2],
  ['好.csv --rule url-missin=off', 2],
  ['好.csv --rule url-missing=of', 2],
  ['好.csv -f yaml', 2],
  ['好.csv --as-of 2024-02-30', 2],
  ['好.csv --quite', 2],
  ['好.csv --encoding gbkk', 2],
  ['好.csv --programme chaoyan', 2],
])('validate %s ends with %i', async (line, exitCode) => {
  expect((await validate(line)).exitCode).toBe(exitCode)
})

test('a mistake of usage is said on standard error, with what was probably meant', async () => {
  expect(await validate('好.csv --quite')).toEqual({
    exitCode: 2,
    out: '',
    err: 'ipcase：validate 没有选项 --quite\n  您要的可能是 --quiet。全部选项见 ipcase validate --help。\n',
  })
})

test('an unreadable file never hides what is found in the others', async () => {
  const { exitCode, out, err } = await validate('锁着.csv 错误.csv 没有.csv -q')
  expect({ exitCode, err }).toEqual({ exitCode: 3, err: '' })
  expect(out.split('\n')).toEqual([
    '错误.csv',
    expect.stringMatching(/^ {2}× 错误 {2}错误\.csv:2 H列 公开网址 {2}.+ → .+ \[url-missing\]$/),
    '',
    '没能读取的文件 2 个：',
    '  × 没有.csv：不存在 → 请检查路径和文件名是否写对。',
    '  × 锁着.csv：没有读取权限 → 请让文件的主人开放权限。',
    '',
    '共 1 份台账、1 件案件：错误 1 处。',
    '  × 错误  1  url-missing  填了公开，没有公开网址',
    '',
  ])
})

const schema = JSON.parse(readFileSync('templates/schema/validate.json', 'utf8'))
const fits = new Ajv2020().compile(schema)

test('a JSON document stands alone on standard output and fits its schema', async () => {
  const { exitCode, out, err } = await validate('错误.csv 报送 锁着.csv - -f json', { stdin: warned })
  const document: ValidateDocument = JSON.parse(out)
  expect({ exitCode, err }).toEqual({ exitCode: 3, err: '' })
  expect(fits(document) ? [] : fits.errors).toEqual([])
  expect(document).toMatchObject({ schemaVersion: 1, asOf: '2024-06-07', programme: 'chaoyang', exitCode: 3 })
  expect(document.findings.map(({ rule, path, line, cell }) => [rule, path, line, cell])).toEqual([
    ['url-missing', '错误.csv', 2, 'H2'],
    ['url-missing', '报送/北票/错误.csv', 2, 'H2'],
    ['case-number-duplicate', '报送/北票/错误.csv', 2, 'C2'],
    ['published-missing', '-', 2, 'G2'],
  ])
  expect(document.counts).toEqual({ error: 3, warning: 1, note: 0 })
  expect(document.skipped).toEqual([{ path: '报送/说明.pdf', reason: 'PDF 读不了，请改用原来的表格文件' }])
  expect(document.failures.map(({ path }) => path)).toEqual(['锁着.csv'])
})

test('the configuration names logs, severities and the level that fails', async () => {
  const { exitCode } = await transcript(['validate'], { files })
  const named = await transcript(['validate', '错误.csv'], { files })
  expect([exitCode, named.exitCode]).toEqual([0, 1])
  expect(named.out).toContain('○ 提示')
})

test('a file of findings is written whole, however many they are', async () => {
  const many = exampleLog(Array.from({ length: 2000 }, () => ({ url: '' })))
  const io = fakeIo({ files: { '多.csv': many } })
  expect(await run(['validate', '多.csv', '-o', '问题.csv', '-o', '问题.json'], io)).toBe(1)
  expect(io.printed).toEqual({
    out: '已写入 问题.csv（错误 2000 处）\n已写入 问题.json（错误 2000 处）\n',
    err: '',
  })
  const written = (name: string) => bytesAt(io, name).toString()
  expect(written('问题.csv').trimEnd().split('\r\n')).toHaveLength(2001)
  expect(JSON.parse(written('问题.json')).findings).toHaveLength(2000)
})
