import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../property-tests.ts'
import { clumsyLog, logText } from './clumsy-log.ts'
import { sentAndReadBack } from './round-trip.ts'

const kinds = ['xlsx', 'docx', 'csv'] as const

test.each(kinds)('the cases of any log come back from %s, and nothing new is said of them', async (kind) => {
  await fc.assert(
    fc.asyncProperty(clumsyLog, async (log) => {
      const { sent, readBack } = await sentAndReadBack(log, kind)
      expect(readBack).toEqual(sent)
    }),
    { numRuns: runs(60) },
  )
})

const unit = '填报单位：凌源市市场监督管理局'
const ordinary = ['1', '专利侵权裁决', '朝凌市监处罚〔2024〕1号', '2024-03-05', '2024-05-06']

function withEnd(...end: readonly string[]): string {
  return logText(unit, [[...ordinary, ...end]])
}

test.each([
  ['a separator of lines alone in 备注', withEnd('裁决', '否', '', '\u2028')],
  ['a control character', withEnd('裁决', '否', '', '依法不公开\u0090')],
  ['what is no character', withEnd('裁决', '否', '', '\ufffe依法不公开')],
  [
    'the next-line control between words and a link',
    withEnd('裁决', '是', '见\u0085https://a.example/1', ''),
  ],
  ['a unit on a ruled line behind an invisible space', logText('填报单位：凌源市局\u200b_', [])],
  ['a unit in two lines', logText('填报单位：凌源市\r\n市场监督管理局 时间：2024年6月7日', [])],
  ['two units', logText('填报单位：甲局', [['填报单位：乙局', '', '', '', '', '', '', '', '']])],
])('a log with %s comes back from every file', async (_, log) => {
  for (const kind of kinds) {
    const { sent, readBack } = await sentAndReadBack(log, kind)
    expect(readBack, kind).toEqual(sent)
  }
})
