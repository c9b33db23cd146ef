import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asTyped } from '../../src/log/spell/blank.ts'
import { readDate } from '../../src/log/spell/date.ts'
import { readLinks } from '../../src/log/spell/links.ts'
import { readPublished } from '../../src/log/spell/published.ts'
import { runs } from '../property-tests.ts'

test.each([
  '2024-03-05',
  '2024/3/5',
  '2024.3.5',
  '2024.03.05.',
  '2024年3月5日',
  '2024 年 3 月 5 日',
  '２０２４年３月５日',
  '２０２４－０３－０５',
  '20240305',
  '2024-3-5 00:00:00',
  '2024-03-05T00:00:00.000Z',
  '2024/3/5 9:30',
  '2024年3月5日 星期二',
  '2024年3月5',
  '2024.3.5日',
  '二O二四年三月五日',
  '二〇二四年三月五日',
  '二零二四年三月五日',
  '45356',
  '45356.5',
])('%s is 2024-03-05', (text) => {
  expect(readDate(text)).toBe('2024-03-05')
})

test.each([
  ['二〇二三年十二月二十一日', '2023-12-21'],
  ['二○二四年十月三十日', '2024-10-30'],
  ['二〇二四年二月二十九日', '2024-02-29'],
  ['1999-12-31', '1999-12-31'],
])('%s is %s', (text, date) => {
  expect(readDate(text)).toBe(date)
})

test.each([
  '3月5日',
  '24.3.5',
  '2024年3月',
  '同上',
  '2024-02-30',
  '2023-02-29',
  '2024-13-01',
  '2024-00-10',
  '20241301',
  '2024/3-5',
  '12345',
  '99999',
  '2024-03-05至2024-04-05',
  '二〇二四年十三月五日',
  '约2024-03-05',
])('%s is no calendar day', (text) => {
  expect(readDate(text)).toBeUndefined()
})

const plain = { links: [], words: [], unsafe: [] }

test.each([
  ['https://a.gov.cn/1', { ...plain, links: ['https://a.gov.cn/1'] }],
  ['https://a.gov.cn/1。', { ...plain, links: ['https://a.gov.cn/1'] }],
  ['https://a.gov.cn/1.', { ...plain, links: ['https://a.gov.cn/1'] }],
  ['https://a.gov.cn/?id=1,2;3', { ...plain, links: ['https://a.gov.cn/?id=1,2;3'] }],
  [
    'https://a.gov.cn/1；https://b.gov.cn/2',
    { ...plain, links: ['https://a.gov.cn/1', 'https://b.gov.cn/2'] },
  ],
  [
    'https://a.gov.cn/1,https://b.gov.cn/2',
    { ...plain, links: ['https://a.gov.cn/1', 'https://b.gov.cn/2'] },
  ],
  [
    'https://a.gov.cn/1 https://b.gov.cn/2',
    { ...plain, links: ['https://a.gov.cn/1', 'https://b.gov.cn/2'] },
  ],
  [
    'https://a.gov.cn/1\nwww.b.gov.cn/2',
    { ...plain, links: ['https://a.gov.cn/1', 'http://www.b.gov.cn/2'] },
  ],
  ['www.gsxt.gov.cn', { ...plain, links: ['http://www.gsxt.gov.cn'] }],
  ['www.gsxt.gov.cn:8080/a', { ...plain, links: ['http://www.gsxt.gov.cn:8080/a'] }],
  ['网址：https://a.gov.cn/1', { ...plain, links: ['https://a.gov.cn/1'] }],
  ['国家企业信用信息公示系统', { ...plain, words: ['国家企业信用信息公示系统'] }],
  ['信用中国（https://a.gov.cn/1）', { ...plain, links: ['https://a.gov.cn/1'], words: ['信用中国'] }],
  ['javascript:alert(1)', { ...plain, unsafe: ['javascript:alert(1)'] }],
  ['ftp://a.gov.cn/1', { ...plain, unsafe: ['ftp://a.gov.cn/1'] }],
  ['https://', { ...plain, words: ['https://'] }],
  ['http：//a.gov.cn/1', { ...plain, links: ['http://a.gov.cn/1'] }],
  ['https://a.gov.cn/1。;b.gov.cn', { ...plain, links: ['https://a.gov.cn/1', 'http://b.gov.cn'] }],
  ['b.gov.cn（https://a.gov.cn/1;）', { ...plain, links: ['https://a.gov.cn/1', 'http://b.gov.cn'] }],
  [
    '公示网址： https://a.gov.cn/1\u200b；见附件\u200b',
    { ...plain, links: ['https://a.gov.cn/1'], words: ['见附件'] },
  ],
  ['；-', null],
  ['https://a.gov.cn/1；无', { ...plain, links: ['https://a.gov.cn/1'] }],
  ['网址：', null],
  ["，'+", { ...plain, words: ['+'] }],
  ["；''=1+1", { ...plain, words: ['=1+1'] }],
  ["https://a.gov.cn/'+", { ...plain, links: ["https://a.gov.cn/'+"] }],
  ['<https://a.gov.cn/1>', { ...plain, links: ['https://a.gov.cn/1'] }],
])('%s as links', (text, read) => {
  expect(readLinks(text)).toEqual(read)
})

const linkPiece = fc.constantFrom(
  ...[
    'https://',
    'http：//',
    'www.',
    'a.gov.cn',
    '/1',
    '?x=',
    '；',
    ';',
    ',',
    '。',
    '.',
    ' ',
    '\n',
    '\u200b',
  ],
  ...['（', '）', '(', ')', '案', '网址', '：', ':', 'ftp:', '"', '#', "'", '+', '=', '-'],
)

test('links that were read and joined read as the same again', () => {
  fc.assert(
    fc.property(fc.array(linkPiece, { maxLength: 12 }), (pieces) => {
      const read = readLinks(asTyped(pieces.join('')))
      const joined = [...(read?.links ?? []), ...(read?.words ?? []), ...(read?.unsafe ?? [])].join('；')
      expect(readLinks(asTyped(joined))).toEqual(read)
    }),
    { numRuns: runs(3000) },
  )
})

test.each(['.', ';', '(', '1', '="', ';="', '不处罚'])(
  'a cell of a million %s is read before the test runs out of time',
  (sign) => {
    const cell = `${sign.repeat(1_000_000)}x`
    expect([readPublished(cell), readDate(cell), readLinks(cell)?.links ?? []]).toEqual([
      undefined,
      undefined,
      [],
    ])
  },
)

test.each(['https://\nwww.gsxt.gov.cn/1', 'https://www.\ngsxt.gov.cn/1', 'https://www.\r\ngsxt.gov.cn/1'])(
  'a link broken in its host is one link: %j',
  (text) => {
    expect(readLinks(text)?.links).toEqual(['https://www.gsxt.gov.cn/1'])
  },
)

test.each(['htm\nl', 'ht\rml', '\nhtml', 'h\ntml', 'htm\r\nl'])(
  'a link broken in the end of its name is one link: %j',
  (end) => {
    const link = 'https://www.gsxt.gov.cn/xzcf/1006.'
    expect(readLinks(link + end)).toEqual({ links: [`${link}html`], words: [], unsafe: [] })
  },
)

test('a word below a link that ends as pages do is no part of it', () => {
  expect(readLinks('https://www.gsxt.gov.cn/xzcf/1006.html\nok')?.links).toEqual([
    'https://www.gsxt.gov.cn/xzcf/1006.html',
  ])
})
