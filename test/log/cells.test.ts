import { expect, test } from 'vitest'
import { readPublished } from '../../src/log/spell/published.ts'
import { readBack } from '../read-log.ts'

const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const row = '1,商标侵权,朝双市监处罚〔2024〕12号,2024-03-05,2024-04-18,行政处罚,是,https://a.gov.cn/1,'

test.each([
  ["'=1+1", '=1+1'],
  ["''=1+1", "'=1+1"],
  ["'-某", '-某'],
  ["'2024", "'2024"],
  ["'", "'"],
  ['="00123"', '00123'],
  ['"=""00123"""', '00123'],
  ['=A1', '=A1'],
])('%s is read as %s', async (written, read) => {
  const { cases } = await readBack(`${headings}\n1,商标侵权,A1,2024-03-05,,,,,${written}\n`)
  expect(cases[0]?.remark).toBe(read)
})

test('a log whose every cell is a literal formula reads like any other', async () => {
  const literal = (line: string) => line.replace(/[^,]+/g, '="$&"')
  const { summary, cases, faults } = await readBack(`${literal(headings)}\n${literal(row)}\n`)
  expect(faults).toEqual([])
  expect(summary).toMatchObject({ headingLine: 1, cases: 1, repairs: 0 })
  expect(cases[0]).toMatchObject({ serial: 1, type: '商标侵权', filed: '2024-03-05', published: '是' })
})

test.each(['待定', '待编号', '同上', '/', '无'])('案件编号 %s is none', async (number) => {
  const { cases } = await readBack(`${headings}\n1,商标侵权,${number},2024-03-05,,在办,,,\n`)
  expect(cases.map(({ caseNumber }) => caseNumber)).toEqual([null])
})

test('cells read in another spelling are counted', async () => {
  const { summary } = await readBack(
    `${headings}\n1,商标侵权案件,A1,2024/3/5,2024年4月18日,罚款,已公开,www.a.gov.cn,\n`,
  )
  expect(summary.repairs).toBe(5)
})

test.each([
  [
    '是',
    [
      ...['是', '已公开', '公开', '√', 'Y', 'y', '1', '已 公 开', '是（公示期满已撤下）', '是（公示中）'],
      ...['已公示', '已上网公示', '是，已公示', '☑是□否', '√是□否', '■是 □否', '公示期满'],
    ],
  ],
  [
    '否',
    [
      '否',
      '未公开',
      '不公开',
      '依法不公开',
      '×',
      'N',
      'n',
      '0',
      'ｘ',
      '否（涉及商业秘密）',
      '否。',
      '不宜公开',
      '依法不予公开',
      '无需公开',
      '不予公示',
      '暂不公开',
      '不涉及',
      '否，仅警告',
      '□是☑否',
      '□是√否',
      '不公开：简易程序',
    ],
  ],
  ['尚未', ['拟公开', '待公开', '暂未公开', '公示中', '正在公示', '即将公开', '否（尚未公开）']],
  [undefined, ['也许', '2', '是否', '公开了一部分', '是，拟公开', '是（不予公开）', '☑是☑否', '□是□否']],
])('%s is what these say', (answer, words) => {
  expect(words.map((word) => readPublished(word))).toEqual(words.map(() => answer))
})

test('what is being shown is published where a link says so, and not yet where none does', () => {
  for (const words of ['公示中', '正在公示']) {
    expect([readPublished(words, true), readPublished(words, false)]).toEqual(['是', '尚未'])
  }
  expect(readPublished('拟公开', true)).toEqual('尚未')
})
