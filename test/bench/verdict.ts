import type { Judgement } from './bounds.ts'
import { withUnit } from './figure.ts'

/** 1 where a bound is broken, each named. */
export function exitCodeOf(judgements: readonly Judgement[], say: (line: string) => void): 0 | 1 {
  const broken = judgements.filter(({ isBroken }) => isBroken)
  for (const { bound, figure } of broken) {
    const { measured, against, atMost, unit } = bound
    const beside = against === undefined ? '' : `，对照「${against}」`
    say(`超出界限：${measured}${beside}：${withUnit(figure, unit)}，至多 ${withUnit(atMost, unit)}`)
  }
  return broken.length === 0 ? 0 : 1
}
