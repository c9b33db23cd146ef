import { expect, test } from 'vitest'
import { UserError } from '../../src/io/io.ts'
import { readConfig } from '../../src/returns/config.ts'
import { fakeIo } from '../fake-io.ts'
import { gb18030 } from '../gb18030.ts'

const paths = JSON.stringify({
  logs: ['台账/*.csv', '-', '/共享/北票.csv'],
  outputs: ['报表.xlsx'],
  archive: '存档',
  holidays: '../2027.json',
  programme: '本市.json',
})

test.each([
  [
    'beside the user',
    '/办案',
    ['台账/*.csv', '-', '/共享/北票.csv'],
    '报表.xlsx',
    '存档',
    '../2027.json',
    '本市.json',
  ],
  [
    'above the user',
    '/办案/六月/周报',
    ['../../台账/*.csv', '-', '/共享/北票.csv'],
    '../../报表.xlsx',
    '../../存档',
    '../../../2027.json',
    '../../本市.json',
  ],
])(
  'a configuration %s is found and its paths are read from its own folder',
  async (_, cwd, logs, output, ...rest) => {
    const { config } = await readConfig(
      undefined,
      fakeIo({ cwd, files: { '/办案/ipcase.config.json': paths } }),
    )
    const [archive, holidays, programme] = rest
    expect(config).toEqual({ logs, outputs: [output], archive, holidays, programme })
  },
)

test('the id of a programme is no path', async () => {
  const files = { '/ipcase.config.json': '{"programme":"shanxi"}' }
  expect((await readConfig(undefined, fakeIo({ files }))).config).toEqual({ programme: 'shanxi' })
})

test('the nearest configuration upward holds', async () => {
  const files = {
    '/ipcase.config.json': '{"unit":"朝阳市"}',
    '/办案/ipcase.config.json': '{"unit":"凌源市"}',
  }
  expect(await readConfig(undefined, fakeIo({ files, cwd: '/办案/六月' }))).toEqual({
    config: { unit: '凌源市' },
    path: '../ipcase.config.json',
  })
})

test('a named file holds, and false leaves out every one', async () => {
  const files = { 'ipcase.config.json': '{"unit":"凌源市"}', '别的.json': '{"unit":"北票市"}' }
  expect(await readConfig('别的.json', fakeIo({ files }))).toEqual({
    config: { unit: '北票市' },
    path: '别的.json',
  })
  expect(await readConfig(false, fakeIo({ files }))).toEqual({ config: {} })
})

test('a named file that is missing is a mistake of usage', async () => {
  await expect(readConfig('没有.json', fakeIo())).rejects.toEqual(
    new UserError('没有.json 不存在', '请检查路径和文件名是否写对。'),
  )
})

test('a byte order mark is nothing', async () => {
  const files = { 'ipcase.config.json': '\uFEFF{"unit":"凌源市"}' }
  expect((await readConfig(undefined, fakeIo({ files }))).config).toEqual({ unit: '凌源市' })
})

test.each([
  ['GBK', gb18030('{"logs":["凌源.csv"]}')],
  ['UTF-16', Buffer.from('\ufeff{"logs":["凌源.csv"]}', 'utf16le')],
])('a configuration in %s is refused, so that no name is taken for another', async (_, content) => {
  const io = fakeIo({ files: { 'ipcase.config.json': content } })
  await expect(readConfig(undefined, io)).rejects.toEqual(
    new UserError('ipcase.config.json 不是 UTF-8 编码', '请用记事本打开，选“另存为”，编码选 UTF-8。'),
  )
})

const json = '请检查引号、逗号和括号：全用英文标点，键和文字加双引号，最后一项后面没有逗号。'

test.each([
  ['{"unit": "凌源市",}', 'ipcase.config.json 第 1 行第 16 个字不合 JSON 格式', json],
  ['{\r\n  "unit": “凌源市”\r\n}', 'ipcase.config.json 第 2 行第 11 个字不合 JSON 格式', json],
  ['', 'ipcase.config.json 第 1 行第 1 个字不合 JSON 格式', json],
  ['{"unit": "凌源市"', 'ipcase.config.json 第 1 行第 15 个字不合 JSON 格式', json],
  ['{"unti": "凌源市"}', 'ipcase.config.json：不认识 unti', '是不是想写“unit”？'],
  ['{"unit": 7}', 'ipcase.config.json：unit 应当是文字', '应填填报单位。'],
  [
    '{"failOn": "erorr"}',
    'ipcase.config.json：failOn 不能是 "erorr"',
    '是不是想写“error”？只能是 "error"、"warning"、"note"、"never"。',
  ],
  [
    '[]',
    'ipcase.config.json：整个文件 应当是对象 {…}',
    '应填一个对象，例如 {"unit": "凌源市市场监督管理局"}。',
  ],
])('%j is refused: %s', async (content, message, remedy) => {
  const io = fakeIo({ files: { 'ipcase.config.json': content } })
  await expect(readConfig(undefined, io)).rejects.toEqual(new UserError(message, remedy))
})
