import { expect, test } from 'vitest'
import { wrongRuleOption } from '../../src/check/rule-levels.ts'
import { run } from '../../src/cli.ts'
import { UserError } from '../../src/io/io.ts'
import { day } from '../../src/model/date.ts'
import { type Given, settingsOf } from '../../src/returns/settings.ts'
import { fakeIo, type World } from '../fake-io.ts'

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

function settings(given: Given, world: World = {}) {
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
