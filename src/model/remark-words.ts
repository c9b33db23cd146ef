/** What the form's note wants written in 备注: 行政调解司法确认/专利无效后裁驳案件，在备注中注明. */
export interface RemarkDuty {
  readonly wording: string
  /** Enough of them to be found by. */
  readonly exact: RegExp
  readonly loose: RegExp
  /** Sounds like it and says the opposite. */
  readonly opposite?: RegExp
}

export const confirmation: RemarkDuty = {
  wording: '行政调解司法确认',
  exact: /司法确认/,
  // 民特: the courts' file mark for applications of this kind.
  loose: /法院.{0,8}确认|确认.{0,6}(?:调解|协议)|(?:调解|协议).{0,8}确认|民特\d+号/,
}

export const invalidation: RemarkDuty = {
  wording: '专利无效后裁驳',
  exact: /裁驳/,
  loose: /专利(?:权)?(?:已|已经)?(?:被)?(?:全部|宣告|宣布|认定)*无效|宣告(?:全部)?无效|无效.{0,6}驳回/,
  opposite:
    /(?:专利权?)?无效(?:宣告)?(?:请求)?(?:已?被|遭)?驳回|驳回无效(?:宣告)?请求|维持(?:专利权?)?(?:全部)?有效/g,
}

/** Whether the remark says it, in whatever words; 当事人确认已履行 does not. */
export function isSaid(remark: string | null | undefined, duty: RemarkDuty): boolean {
  const mention = remark ? mentionIn(remark, duty) : 'none'
  return mention === 'exact' || mention === 'loose'
}

/** denied: 未申请司法确认, 司法确认：无. */
export type Mention = 'exact' | 'loose' | 'denied' | 'none'

const clauseEnd = /[，。；,;！!（(]/
const negationBefore = /未|不|没|无需|无须|拒绝|放弃|(?:暂|尚|并)?无$/
const negationBehind = /^(?:[:：]?[无否未不]|(?:请求|申请)?(?:未|不|被驳回))/

export function mentionIn(text: string, { exact, loose, opposite }: RemarkDuty): Mention {
  const whole = text.replace(/\s+/g, '')
  const plain = opposite ? whole.replace(opposite, '') : whole
  const said = exact.exec(plain) ?? loose.exec(plain)
  if (!said) return 'none'
  const before = plain.slice(0, said.index).split(clauseEnd).at(-1) ?? ''
  const behind = plain.slice(said.index + said[0].length)
  if (negationBefore.test(before) || negationBehind.test(behind)) return 'denied'
  return exact.test(said[0]) ? 'exact' : 'loose'
}

interface RemarkedCells {
  readonly outcome: string
  readonly remark: string
}

/** 行政调解司法确认, whichever cell says so. */
export function isConfirmed({ outcome, remark }: RemarkedCells): boolean {
  return isSaid(remark, confirmation) || isSaid(outcome, confirmation)
}

/** 专利无效后裁驳: that a patent fell is not enough, the request must have been dismissed for it. */
export function isDismissedAsInvalid({ outcome, remark }: RemarkedCells, result: string): boolean {
  if (result === '裁驳（专利权无效）') return true
  if (result === '裁决（驳回请求）') return isSaid(remark, invalidation)
  return [outcome, remark].some((text) => mentionIn(text, invalidation) === 'exact')
}
