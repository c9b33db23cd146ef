import { expect, test } from 'vitest'
import { readPublished } from '../../src/log/spell/published.ts'

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
