import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { expect, test } from 'vitest'
import { displayWidth } from '../../src/render/width.ts'
import { characters, pieces, wrap } from '../../src/render/wrap.ts'

test('every character is as wide as Unicode says, the plain ones too', () => {
  const codes = Array.from({ length: 0x110000 }, (_, code) => code)
  const wrong = codes.filter((code) => {
    const character = String.fromCodePoint(code)
    return displayWidth(character) !== stringWidth(character)
  })
  expect(wrong).toEqual([])
})

const cases: readonly (readonly [fact: string, text: string, width: number, lines: readonly string[]])[] = [
  ['a text that fits stays whole', '商标侵权', 8, ['商标侵权']],
  ['Chinese breaks between characters', '地理标志和官方标志', 8, ['地理标志', '和官方标', '志']],
  ['a line never begins with a closing mark', '已中止，待鉴定', 6, ['已中', '止，待', '鉴定']],
  ['a line never ends with an opening bracket', '协议（已司法确认）', 6, ['协议', '（已司', '法确', '认）']],
  [
    'a case number breaks before its year and keeps 1号 together',
    '朝市监知裁字〔2024〕1号',
    10,
    ['朝市监知裁', '字〔2024〕', '1号'],
  ],
  ['a date in words breaks after 年, 月 or 日', '于2024年3月15日中止', 8, ['于2024年', '3月15日', '中止']],
  ['English breaks at blanks, which are dropped', 'see the annex', 7, ['see the', 'annex']],
  [
    'an address breaks after its joints',
    'https://www.example.gov.cn/notice/2024-06/detail.html?id=20240607',
    18,
    ['https://www.', 'example.gov.cn/', 'notice/2024-06/', 'detail.html?id=', '20240607'],
  ],
  [
    'an address in a wide column stays whole',
    'https://a.cn/b；https://a.cn/c',
    16,
    ['https://a.cn/b；', 'https://a.cn/c'],
  ],
  ['a code without joints is cut where it must be', 'A12345678901', 5, ['A1234', '56789', '01']],
  ['line breaks of the cell stay', '第一行\n\n第三行', 20, ['第一行', '', '第三行']],
  ['a character wider than the column stands alone', '侵权', 1, ['侵', '权']],
  ['an emoji family is one character', '👨‍👩‍👧家', 2, ['👨‍👩‍👧', '家']],
  ['nothing is one empty line', '', 4, ['']],
]

test.each(cases)('%s', (_, text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
})

const anything = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(...'案件，（）〔〕2号/?a \n𠮷'),
  }),
)

test('no character but blanks is ever lost, and none changes place', () => {
  const bare = (text: string) => text.replace(/\s/gu, '')
  fc.assert(
    fc.property(anything, fc.integer({ min: 1, max: 30 }), (text, width) => {
      expect(bare(wrap(text, width).join(''))).toBe(bare(text))
    }),
  )
})

test('no line is wider than the column unless one character is', () => {
  fc.assert(
    fc.property(anything, fc.integer({ min: 2, max: 30 }), (text, width) => {
      for (const line of wrap(text, width)) {
        expect(displayWidth(line) <= width || characters(line).length === 1).toBe(true)
      }
    }),
  )
})

test('the pieces are the text', () => {
  fc.assert(fc.property(anything, (text) => pieces(text).join('') === text))
})
