import { expect, test } from 'vitest'
import { parseArguments } from '../../src/commands/parse.ts'
import { UserError } from '../../src/io/io.ts'
import { bare, sample, single } from './sample-command.ts'

const nothing = {
  programme: undefined,
  asOf: undefined,
  unit: undefined,
  round: undefined,
  output: [],
  force: false,
  format: undefined,
  failOn: undefined,
  rules: [],
  holidays: undefined,
  encoding: undefined,
  delimiter: undefined,
  color: undefined,
  quiet: false,
  noProgress: false,
  config: undefined,
}

test.each<[string, readonly string[], object, string[]]>([
  ['nothing but a log', [], {}, []],
  ['an option before the log', ['--unit', '凌源市'], { unit: '凌源市' }, []],
  ['a value after an equals sign', ['--unit=凌源市'], { unit: '凌源市' }, []],
  ['a value that holds an equals sign', ['--unit=a=b'], { unit: 'a=b' }, []],
  ['a short option with its value', ['-f', 'json'], { format: 'json' }, []],
  ['a short option joined to its value', ['-fjson'], { format: 'json' }, []],
  ['short options in one word', ['-qf', 'json'], { quiet: true, format: 'json' }, []],
  ['a list grows', ['-o', 'a.xlsx', '--output=b.docx'], { output: ['a.xlsx', 'b.docx'] }, []],
  ['a choice in capitals', ['--fail-on', 'NEVER'], { failOn: 'never' }, []],
  ['a day', ['--as-of', '2024-06-07'], { asOf: '2024-06-07' }, []],
  ['a round by month, day or number', ['--round', '2024-06'], { round: '2024-06' }, []],
  ['a round by number', ['--round=1'], { round: '1' }, []],
  ['a rule', ['--rule', 'url-missing=off'], { rules: [{ rule: 'url-missing', severity: 'off' }] }, []],
  ['an encoding by its everyday name', ['--encoding', 'GBK'], { encoding: 'gb18030' }, []],
  ['a tab by name', ['--delimiter', 'tab'], { delimiter: '\t' }, []],
  ['a tab as programmers write it', ['--delimiter', '\\t'], { delimiter: '\t' }, []],
  ['a full-width comma', ['--delimiter', '，'], { delimiter: '，' }, []],
  ['colour', ['--color', 'always'], { color: 'always' }, []],
  ['no colour', ['--color=never'], { color: 'never' }, []],
  ['no colour in the other spelling', ['--no-color'], { color: 'never' }, []],
  ['no colour', ['--no-color'], { color: 'never' }, []],
  ['no progress', ['--no-progress'], { noProgress: true }, []],
  ['a configuration', ['--config', 'a.json'], { config: 'a.json' }, []],
  ['no configuration', ['--no-config'], { config: false }, []],
  ['standard input', ['-'], {}, ['-']],
  ['names that begin with a dash, after two dashes', ['--', '-q', '--unit'], {}, ['-q', '--unit']],
])('%s is read', (_, words, options, operands) => {
  const expected = { operands: ['一月.csv', ...operands], options: { ...nothing, ...options } }
  const before = parseArguments(sample, ['一月.csv', ...words])
  expect(before).toEqual({ ...expected, words: [sample.name, '一月.csv', ...words] })
  if (operands.length > 0) return
  expect(parseArguments(sample, [...words, '一月.csv'])).toEqual({
    ...expected,
    words: [sample.name, ...words, '一月.csv'],
  })
})

test.each<[readonly string[], 'help' | 'version']>([
  [['-h'], 'help'],
  [['--help'], 'help'],
  [['一月.csv', '--unknown', '-h'], 'help'],
  [['--version'], 'version'],
  [['-V'], 'version'],
])('%j asks for %s and for nothing else', (words, expected) => {
  expect(parseArguments(sample, words)).toEqual(expected)
})

const seeAll = '全部选项见 ipcase sample --help。'
const levels = '可选：error、warning、note、never。'

test.each([
  [['--formt', 'json'], 'sample 没有选项 --formt', `您要的可能是 --format。${seeAll}`],
  [['--formt=json'], 'sample 没有选项 --formt', `您要的可能是 --format。${seeAll}`],
  [['-x'], 'sample 没有选项 -x', seeAll],
  [['--nocolor'], 'sample 没有选项 --nocolor', `您要的可能是 --no-color。${seeAll}`],
  [['--quiet=yes'], '选项 --quiet 不带值', '请只写 --quiet。'],
  [['--unit'], '选项 --unit 后面缺少值', '请写成 --unit <值>。'],
  [['--unit', '--quiet'], '选项 --unit 后面缺少值', '请写成 --unit <值>。'],
  [['-o', '-f', 'json'], '选项 --output 后面缺少值', '请写成 --output <值>。'],
  [['--unit', ''], '--unit 的值是空的', '不需要时请去掉 --unit。'],
  [['--output='], '--output 的值是空的', '不需要时请去掉 --output。'],
  [[], 'sample 缺少参数 <台账>', '用法：ipcase sample [选项] <台账...>'],
  [['--fail-on', 'eror'], '--fail-on 的值“eror”不对', `您要的可能是 error。${levels}`],
  [['--fail-on', '高'], '--fail-on 的值“高”不对', levels],
  [['--as-of', '2024-02-30'], '--as-of 的值“2024-02-30”不对', '请写成 2024-06-07 这样的日期。'],
  [['--round', '六月'], '--round 的值“六月”不对', '请写成 2024-06、2024-06-10，或 1、2、3 这样的期次。'],
  [
    ['--rule', 'url-missing'],
    '--rule 的值“url-missing”不对',
    '请写成 url-missing=off 这样；规则名称见 ipcase explain。',
  ],
  [['--rule', 'url-missing=warn'], '--rule url-missing 的值“warn”不对', '可选：off、error、warning、note。'],
  [['--encoding', 'big5'], '--encoding 的值“big5”不对', '可选：utf-8、gb18030、utf-16le、utf-16be。'],
  [['--delimiter', '||'], '--delimiter 的值“||”不对', '请写一个字符，例如 , 或 ;；制表符写作 tab。'],
])('%j is refused: %s', (words, message, remedy) => {
  expect(refusalOf(() => parseArguments(sample, words))).toEqual(new UserError(message, remedy))
})

test('a command that takes nothing says so', () => {
  expect(refusalOf(() => parseArguments(bare, ['一月.csv']))).toEqual(
    new UserError('bare 的参数太多', '用法：ipcase bare [选项]。名称里有空格时，请用引号括起来。'),
  )
})

test('a command that takes one word takes no second', () => {
  expect(parseArguments(single, [])).toEqual({ operands: [], options: nothing, words: ['single'] })
  expect(refusalOf(() => parseArguments(single, ['a', 'b']))).toEqual(
    new UserError('single 的参数太多', '用法：ipcase single [选项] [规则]。名称里有空格时，请用引号括起来。'),
  )
})

function refusalOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
