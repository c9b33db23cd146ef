import { expect, test } from 'vitest'
import { UserError } from '../../src/io/io.ts'
import { readConfig } from '../../src/returns/settings.ts'
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

const usual = '请检查引号、逗号和括号：全用英文标点，键和文字加双引号，最后一项后面没有逗号。'
const comma = '前面多了一个逗号：最后一项后面不写逗号；或者括号没有成对。'
const backslash = '路径里的 \\ 要写两个，如 D:\\\\办案；或者写成 D:/办案。'

test.each([
  ['{"unit": "凌源市",}', '第 1 行第 16 个字不合 JSON 格式', comma],
  [
    '{\r\n  "unit": “凌源市”\r\n}',
    '第 2 行第 11 个字不合 JSON 格式',
    '这里是中文引号，请改成英文的双引号 "。',
  ],
  ['{"unit": "甲"，"logs": []}', '第 1 行第 13 个字不合 JSON 格式', '这里是中文标点，请改成英文的逗号 ,。'],
  ['{"unit"："甲"}', '第 1 行第 8 个字不合 JSON 格式', '这里是中文冒号，请改成英文的冒号 :。'],
  ['{\'unit\': "甲"}', '第 1 行第 2 个字不合 JSON 格式', '请改成双引号 "。'],
  ['// 注\n{}', '第 1 行第 1 个字不合 JSON 格式', '这种文件里不能写注释（// 或 /*），请删去。'],
  ['', '是空的', '至少写上 {}，或者删去这个文件。'],
  ['{"unit": "凌源市"', '第 1 行第 15 个字不合 JSON 格式', '到这里还没有完：请检查括号、引号是否成对。'],
  ['{"unit": tru}', '第 1 行第 10 个字不合 JSON 格式', usual],
  ['{"archive": "D:\\办案"}', '第 1 行第 13 个字不合 JSON 格式', backslash],
  ['{"archive": "D:\\temp"}', '第 1 行第 13 个字的文字里有换行、制表之类的符号', backslash],
  ['{"unit": "甲",\n "unit": "乙"}', '第 2 行第 2 个字：“unit”写了两次', '只留一个。'],
  ['{"__proto__": {}}', '第 1 行第 2 个字：没有 __proto__ 这个键', '请删去它。'],
])('%j is no JSON for us: %s', async (content, what, remedy) => {
  const io = fakeIo({ files: { 'ipcase.config.json': content } })
  await expect(readConfig(undefined, io)).rejects.toEqual(new UserError(`ipcase.config.json ${what}`, remedy))
})

test.each([
  ['{"unti": "凌源市"}', 'ipcase.config.json 第 1 行第 2 个字：不认识 unti', '是不是想写“unit”？'],
  ['{"unit": 7}', 'ipcase.config.json 第 1 行第 10 个字：unit 应当是文字', '应填填报单位。'],
  [
    '{"failOn": "erorr"}',
    'ipcase.config.json 第 1 行第 12 个字：failOn 不能是 "erorr"',
    '是不是想写“error”？只能是 "error"、"warning"、"note"、"never"。',
  ],
  [
    '[]',
    'ipcase.config.json 第 1 行第 1 个字：整个文件 应当是对象 {…}',
    '应填一个对象，例如 {"unit": "凌源市市场监督管理局"}。',
  ],
])('%j is refused: %s', async (content, message, remedy) => {
  const io = fakeIo({ files: { 'ipcase.config.json': content } })
  await expect(readConfig(undefined, io)).rejects.toEqual(new UserError(message, remedy))
})

test('all that is wrong is told at once, where the spelling can be guessed and where it cannot', async () => {
  const content = '{"unit": “甲”，\n "logs": "a.csv",\n "rules": {"url-mising": "off"},\n}'
  const io = fakeIo({ files: { 'ipcase.config.json': content } })
  const said = await readConfig(undefined, io).catch((error: UserError) => [error.message, error.remedy])
  expect(said).toEqual([
    'ipcase.config.json 有 5 处写错',
    [
      '第 1 行第 10 个字不合 JSON 格式 → 这里是中文引号，请改成英文的双引号 "。',
      '第 1 行第 13 个字不合 JSON 格式 → 这里是中文标点，请改成英文的逗号 ,。',
      '第 2 行第 10 个字：logs 应当是列表 […] → 应填台账：文件、文件夹、通配符。',
      '第 3 行第 12 个字：没有规则 url-mising → 您要的可能是 url-missing。全部规则见 ipcase explain。',
      `第 4 行第 1 个字不合 JSON 格式 → ${comma}`,
    ].join('\n  '),
  ])
})
