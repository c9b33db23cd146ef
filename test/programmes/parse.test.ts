import { expect, test } from 'vitest'
import { keyName } from '../../src/model/schema-problem.ts'
import { programmes } from '../../src/programmes/index.ts'
import { parseProgramme } from '../../src/programmes/parse.ts'

const smallest = {
  id: 'linjiang',
  name: '临江市 2026 年知识产权执法行动',
  year: 2026,
  source: { title: '关于开展知识产权执法行动的通知' },
}

const refused: readonly (readonly [
  about: string,
  json: unknown,
  key: string,
  what: string,
  remedy: string,
])[] = [
  ['nothing but null', null, '', '整个文件 应当是对象 {…}', '请对照示例改正。'],
  ['a list', [], '', '整个文件 应当是对象 {…}', '请对照示例改正。'],
  ['no name', { ...smallest, name: undefined }, 'name', '缺少 name', '应填方案名称。'],
  ['a blank name', { ...smallest, name: ' ' }, 'name', 'name 是空的', '应填方案名称。'],
  ['a number as name', { ...smallest, name: 7 }, 'name', 'name 应当是文字', '应填方案名称。'],
  ['a key that nearly is one', { ...smallest, recur: true }, 'recur', '不认识 recur', '是不是想写“recurs”？'],
  [
    'a key like none of the form',
    { ...smallest, form: { title: '统计表', note: '注', 字体: '仿宋' } },
    'form.字体',
    '不认识 form.字体',
    '请删去；此处可用 label、title、note。',
  ],
  [
    'an unknown rhythm',
    { ...smallest, due: { every: 'yearly', days: ['06-10'] } },
    'due.every',
    'due.every 不能是 "yearly"',
    '是不是想写“year”？只能是 "year"、"month"。',
  ],
  [
    'no rhythm',
    { ...smallest, due: { days: ['06-10'] } },
    'due.every',
    '缺少 due.every',
    '只能是 "year"、"month"。',
  ],
  [
    'a day without its zero',
    { ...smallest, due: { every: 'year', days: ['06-10', '9-10'] } },
    'due.days[1]',
    'due.days[1] 不能是 "9-10"',
    '应填报送日期，写作 "06-10" 这样的“月-日”。',
  ],
  [
    'a day no calendar has',
    { ...smallest, due: { every: 'year', days: ['06-31'] } },
    'due.days[0]',
    'due.days[0] 不是日历上的日子',
    '应填报送日期，写作 "06-10" 这样的“月-日”。',
  ],
  [
    'one day twice',
    { ...smallest, due: { every: 'year', days: ['06-10', '06-10'] } },
    'due.days',
    'due.days 有重复的项',
    '应填每年的各报送日期，如 ["06-10", "09-10"]。',
  ],
  [
    'no days',
    { ...smallest, due: { every: 'year', days: [] } },
    'due.days',
    'due.days 是空的',
    '应填每年的各报送日期，如 ["06-10", "09-10"]。',
  ],
  [
    'the 32nd of a month',
    { ...smallest, due: { every: 'month', day: 32 } },
    'due.day',
    'due.day 不能是 32',
    '应填每月几日；当月没有这一天的，为当月最后一天。',
  ],
  [
    'half a day',
    { ...smallest, due: { every: 'month', day: 4.5 } },
    'due.day',
    'due.day 应当是整数',
    '应填每月几日；当月没有这一天的，为当月最后一天。',
  ],
  [
    'a type the form does not know',
    { ...smallest, types: ['商标侵犯'] },
    'types[0]',
    'types[0] 不能是 "商标侵犯"',
    '是不是想写“商标侵权”？只能是 "专利侵权裁决"、"专利纠纷调解"、"商标侵权"、"假冒专利"、"地理标志和官方标志"。',
  ],
  [
    'a unit code too short',
    { ...smallest, units: [{ name: '临江区', code: '2113' }] },
    'units[0].code',
    'units[0].code 不能是 "2113"',
    '应填六位行政区划代码，不详则为 null。',
  ],
]

function problemsOf(json: unknown) {
  const result = parseProgramme(json)
  return 'problems' in result ? result.problems : []
}

test('a programme file needs an id, a name, a year and the title of its notice', () => {
  expect(parseProgramme(smallest)).toEqual({
    ...smallest,
    source: { title: '关于开展知识产权执法行动的通知', number: null, issuer: null, quotes: [] },
    due: null,
    inclusive: true,
    recurs: true,
    deliverables: [{ name: '知识产权行政案件统计表', kind: 'table' }],
    form: null,
    types: ['专利侵权裁决', '专利纠纷调解', '商标侵权', '假冒专利', '地理标志和官方标志'],
    units: [],
    roles: { reports: '填报单位', collects: '上级单位' },
    priorities: [],
    mergesUpward: false,
    period: 'all',
  })
})

test('a programme file may be a built-in programme saved as JSON', () => {
  for (const programme of programmes) {
    expect(parseProgramme(JSON.parse(JSON.stringify(programme)))).toEqual(programme)
  }
})

test('a programme file keeps its own order of types', () => {
  const types = ['商标侵权', '专利侵权裁决']
  expect(parseProgramme({ ...smallest, types })).toMatchObject({ types })
})

test.each(refused)(
  'a programme file with %s is refused in words of our own',
  (_, json, key, what, remedy) => {
    const found = problemsOf(json).map((one) => ({
      key: keyName(one.path),
      what: one.what,
      remedy: one.remedy,
    }))
    expect(found).toEqual([{ key, what, remedy }])
  },
)

test('a programme file is told everything that is wrong at once', () => {
  expect(problemsOf({ id: 'Lin Jiang', year: '2026' }).map(({ what }) => what)).toEqual([
    'id 不能是 "Lin Jiang"',
    '缺少 name',
    'year 应当是数字',
    '缺少 source',
  ])
})
