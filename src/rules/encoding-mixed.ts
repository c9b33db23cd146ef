import { defineRule, type Fault, fault, quoted } from '../check/rule.ts'
import type { Case, Column } from '../model/case.ts'
import { rememberedByHead } from '../model/case-number.ts'
import { remembered } from '../model/memo.ts'

/** The characters that GB18030 makes of these pairs of bytes, as a class of a pattern. */
function signsOf(
  [firstLead, lastLead]: readonly [number, number],
  [first, last]: readonly [number, number],
): string {
  const bytes: number[] = []
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = first; trail <= last; trail++) bytes.push(lead, trail)
  }
  return `[${new TextDecoder('gb18030').decode(Uint8Array.from(bytes))}]`
}

/**
 * Two Chinese characters in UTF-8 are six bytes, E4–E9 80–BF 80–BF twice; read as GB18030 they are three characters
 * out of these classes, 鏈濋槼 for 朝阳. The first is rare enough by itself; three in this order are no words.
 */
function mojibakePattern(): RegExp {
  const [lead, trail] = [
    [0xe4, 0xe9],
    [0x81, 0xbf],
  ] as const
  return new RegExp(signsOf(lead, [0x80, 0xbf]) + signsOf(trail, lead) + signsOf(trail, [0x80, 0xbf]))
}

export default defineRule({
  id: 'encoding-mixed',
  severity: 'warning',
  summary: '格子里有乱码',
  why: '一份台账里混进了另一种编码的文字，读出来就成了“鏈濋槼”这样的乱码，印出来谁也看不懂。多半是从网页或另一个文件粘贴来的。',
  remedy: '回到原来的文件，看这一格本来是什么，重新输入。',
  reads: [],
  bad: [[{ remark: '鏈濋槼鏈濋槼' }], [{ caseNumber: '鏈濋槼处罚〔2024〕1号' }]],
  good: [[{ remark: '朝阳市' }], [{ remark: '滦平县、漯河市来函，已复查' }]],
  check() {
    const mojibake = mojibakePattern()
    const isMixed = (text: string): boolean => text.length > 2 && mojibake.test(text)
    const isNumberMixed = rememberedByHead(isMixed)
    const isOutcomeMixed = remembered(isMixed)
    const said = (c: Case, column: Column): readonly Fault[] => [
      fault(column, `${quoted(c.text[column])}里有乱码，多半是另一种编码的文字`),
    ]
    return (c) => {
      const { caseNumber, outcome, remark } = c.text
      if (isNumberMixed(caseNumber)) return said(c, 'caseNumber')
      if (isOutcomeMixed(outcome)) return said(c, 'outcome')
      return isMixed(remark) ? said(c, 'remark') : undefined
    }
  },
})
