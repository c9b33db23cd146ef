import type { Case } from './case.ts'
import { procedureOf } from './case-type.ts'
import { confirmation, invalidation, isSaid, mentionIn, type RemarkDuty } from './remark-words.ts'

type Closing = Pick<Case, 'type' | 'outcome'>

/** 行政处罚, 不予行政处罚 and rulings are made on paper with a number of their own; the other closings are not. */
export function owesNumber({ type, outcome }: Closing): boolean {
  if (type && procedureOf(type) === 'ruling') return /^裁/.test(outcome?.canonical ?? '')
  return outcome?.canonical === '行政处罚' || outcome?.canonical === '不予行政处罚'
}

function hintsAtConfirmation({ outcome }: Closing, words: string): boolean {
  if (!outcome || outcome.state === 'open' || !words.includes('确认')) return false
  const hint = mentionIn(words, confirmation)
  return hint !== 'none' && hint !== 'denied'
}

function isDismissedAsInvalid({ type, outcome }: Closing): boolean {
  return type != null && procedureOf(type) === 'ruling' && outcome?.canonical === '裁驳（专利权无效）'
}

/** Whether 备注 still owes what the form's note demands of a case closed in these words. */
export function owesRemark(
  duty: RemarkDuty,
  closing: Closing,
  words: string,
  remark: string | null | undefined,
): boolean {
  const isHinted = duty === confirmation ? hintsAtConfirmation(closing, words) : isDismissedAsInvalid(closing)
  return isHinted && !isSaid(remark, duty)
}

export const remarkDuties: readonly RemarkDuty[] = [confirmation, invalidation]
