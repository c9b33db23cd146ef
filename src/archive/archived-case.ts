import type { Case } from '../model/case.ts'
import { withoutPersonalNumbers } from '../model/personal-number.ts'
import { previousCaseOf } from '../model/previous-case.ts'
import type { ArchivedCase } from './receipt.ts'

/** A case as an archive keeps it for years: without anybody's identity or telephone number. */
export function archivedCaseOf(c: Case): ArchivedCase {
  return {
    ...previousCaseOf(c),
    outcome: c.outcome ? withoutPersonalNumbers(c.text.outcome) : null,
    published: c.published ?? null,
    links: [...(c.url?.links ?? [])],
    remark: c.remark ? withoutPersonalNumbers(c.remark) : null,
  }
}
