import { expect, test } from 'vitest'
import { wrongRuleOption } from '../../src/check/rule-levels.ts'
import { run } from '../../src/cli.ts'
import { UserError } from '../../src/io/io.ts'
import { day } from '../../src/model/date.ts'
import { type SettingsGiven, settingsOf } from '../../src/returns/settings.ts'
import { fakeIo, transcript, type World } from '../fake-io.ts'

const builtIn = {
  programme: 'chaoyang',
  unit: undefined,
  asOf: day('2024-06-07'),
  failOn: 'error',
  rules: {},
  holidays: undefined,
  archive: undefined,
  config: {},
  explained: [],
  sheets: [],
  only: [],
  redact: false,
  files: [],
}

function settings(given: SettingsGiven, world: World = {}) {
  return settingsOf(given, fakeIo(world))
}

function config(content: object | string, path = 'ipcase.config.json'): World {
  return { files: { [path]: typeof content === 'string' ? content : JSON.stringify(content) } }
}

test('without a word from anyone the built-in ones hold', async () => {
  expect(await settings({})).toEqual(builtIn)
})

test('today is the day in Shanghai', async () => {
  expect((await settings({}, { now: '2024-06-07T16:00:00Z' })).asOf).toEqual('2024-06-08')
  expect((await settings({}, { now: '2024-06-07T15:59:59Z' })).asOf).toEqual('2024-06-07')
})

test('the option wins over the environment, and that over the configuration', async () => {
  const world = {
    ...config({ programme: 'shanxi', unit: '凌源市', archive: '存档', failOn: 'note' }),
    env: {
      IPCASE_PROGRAMME: 'beichen',
      IPCASE_UNIT: '北票市',
      IPCASE_ARCHIVE: '旧存档',
      IPCASE_AS_OF: '2024-09-10',
    },
  }
  const { programme, unit, archive, asOf, failOn } = await settings(
    { programme: 'anyang', archive: '新存档', asOf: day('2024-11-10'), failOn: 'never' },
    world,
  )
  expect((await settings({}, world)).archive).toBe('旧存档')
  expect({ programme, unit, archive, asOf, failOn }).toEqual({
    programme: 'anyang',
    unit: '北票市',
    archive: '新存档',
    asOf: '2024-11-10',
    failOn: 'never',
  })
})

test('an empty variable is one that is not set', async () => {
  const env = { IPCASE_PROGRAMME: '', IPCASE_UNIT: ' ', IPCASE_ARCHIVE: '', IPCASE_AS_OF: '' }
  expect(await settings({}, { env })).toEqual(builtIn)
})

test('a variable that is no day is told by its name', async () => {
  await expect(settings({}, { env: { IPCASE_AS_OF: '6月7日' } })).rejects.toEqual(
    new UserError('环境变量 IPCASE_AS_OF 的值“6月7日”不对', '请写成 2024-06-07 这样的日期。'),
  )
})

test('an option changes one rule and leaves the configuration’s others', async () => {
  const world = config({ rules: { 'url-missing': 'note', 'date-invalid': 'off' } })
  const given = { rules: [{ rule: 'url-missing', severity: 'warning' }] } as const
  expect((await settings(given, world)).rules).toEqual({ 'url-missing': 'warning', 'date-invalid': 'off' })
})

test('a rule that does not exist is not left to silence', () => {
  const known = ['url-missing', 'date-invalid']
  expect(wrongRuleOption({ 'url-missing': 'off' }, known)).toBeUndefined()
  expect(wrongRuleOption({ 'url-mising': 'off' }, known)).toEqual({
    what: '没有规则 url-mising',
    remedy: '您要的可能是 url-missing。全部规则见 ipcase explain。',
  })
})

const log = '案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'
const files = {
  '凌源.csv': log,
  'ipcase.config.json': '{"unit":"凌源市"}',
  '放假.json': '{"year":2027,"off":[],"work":[]}',
}

test.each([
  [['validate', '凌源.csv'], 'ipcase.config.json'],
  [['report', '凌源.csv'], 'ipcase.config.json'],
  [['report', '凌源.csv', '--config', '放假.json'], '放假.json'],
  [['deadline'], './ipcase.config.json'],
])('%j never writes over the settings it reads, %s', async (args, target) => {
  const world = { files: { ...files, '放假.json': '{"unit":"凌源市"}' } }
  const io = fakeIo(world)
  const before = [...io.files]
  expect(await run([...args, '-o', target, '--force'], io)).toBe(3)
  expect(io.printed).toEqual({
    out: '',
    err: `ipcase：${target} 是要读取的文件，不能替换它\n  请换一个文件名。\n`,
  })
  expect([...io.files]).toEqual(before)
})

async function written(args: readonly string[], answers?: readonly string[]): Promise<unknown> {
  const io = fakeIo(answers ? { answers } : {})
  expect(await run(['init', ...args], io)).toEqual(0)
  const bytes = io.files.get('/办案/ipcase.config.json')
  return JSON.parse(new TextDecoder().decode(bytes instanceof Uint8Array ? bytes : undefined))
}

const unit = '凌源市市场监督管理局'

test('every question has an option, and what the options say is written as it stands', async () => {
  const args = ['台账.xlsx', '--unit', unit, '-o', '统计表.xlsx', '-o', '统计表.pdf', '--archive', '存档']
  expect(await written([...args, '--programme', 'beichen'])).toEqual({
    unit,
    programme: 'beichen',
    logs: ['台账.xlsx'],
    outputs: ['统计表.xlsx', '统计表.pdf'],
    archive: '存档',
  })
})

test('who sits at the terminal is asked for the rest; an empty answer leaves it open', async () => {
  expect(await written(['--unit', unit], ['', '台账.xlsx，补充.csv', '统计表.xlsx', ''])).toEqual({
    unit,
    logs: ['台账.xlsx', '补充.csv'],
    outputs: ['统计表.xlsx'],
  })
})

test('what was written holds from then on', async () => {
  const io = fakeIo({ answers: [unit, 'beichen', '台账.csv', '', ''] })
  await run(['init'], io)
  const bytes = io.files.get('/办案/ipcase.config.json')
  const files = { 'ipcase.config.json': bytes ?? '' }
  const { out } = await transcript(['init', '--show'], { files, env: { IPCASE_AS_OF: '2024-06-07' } })
  expect(out).toEqual(
    [
      '报送方案          beichen（ipcase.config.json）',
      '填报单位          凌源市市场监督管理局（ipcase.config.json）',
      '台账              台账.csv（ipcase.config.json）',
      '工作表            —（看得见、有表头的各张）',
      '写入的文件        —（每次写明，不写的显示在屏幕上）',
      '报送存档          —（没有）',
      '统计期间          —（方案规定）',
      '表内次序          —（按台账）',
      '算作不通过的级别  error（内置）',
      '说明清单          —（每次写明）',
      '补充的放假安排    —（没有）',
      '改变的规则级别    —（没有）',
      '以哪一天为准      2024-06-07（环境变量 IPCASE_AS_OF）',
      '',
    ].join('\n'),
  )
})

test('the environment outranks the file, and --show says so', async () => {
  const files = { '/ipcase.config.json': JSON.stringify({ unit: '甲局' }) }
  const { out } = await transcript(['init', '--show'], { files, env: { IPCASE_UNIT: '乙局' } })
  expect(out).toContain('填报单位          乙局（环境变量 IPCASE_UNIT）')
})

test.each([
  [['init'], 2, '没有可写的设置'],
  [['init', '--programme', 'chaoyan'], 2, '您要的可能是 chaoyang'],
  [['init', '-o', '统计表.doc'], 2, '统计表.doc 的扩展名不对'],
] as const)('%j is refused', async (args, code, words) => {
  const { exitCode, err } = await transcript(args)
  expect([exitCode, err]).toEqual([code, expect.stringContaining(words)])
})

test('a configuration that exists is replaced with --force alone', async () => {
  const files = { 'ipcase.config.json': '{}' }
  const { exitCode, err } = await transcript(['init', '--unit', unit], { files })
  expect([exitCode, err]).toEqual([3, expect.stringContaining('ipcase.config.json 已经存在')])
  expect((await transcript(['init', '--unit', unit, '--force'], { files })).exitCode).toEqual(0)
})
