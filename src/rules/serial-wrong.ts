import { type Case, columnBit } from '../model/case.ts'
import type { CaseType } from '../model/case-type.ts'
import { isDamaged } from '../model/damage.ts'
import { defineRule, quoted } from './rule.ts'

/** Cases of a type: all, and those with a 序号. */
interface Count {
  readonly all: number
  readonly numbered: number
}

interface Numbering {
  readonly counts: Map<CaseType, Count>
  /** A case whose type is in doubt: nobody can say how the ones behind it are numbered. */
  inDoubt: boolean
  wrong: number
  first: { readonly c: Case; readonly computed: number } | undefined
}

const started = (): Numbering => ({ counts: new Map(), inDoubt: false, wrong: 0, first: undefined })
const unreadable = columnBit.type | columnBit.serial

function count(c: Case, numbering: Numbering): void {
  if (!c.type || (c.faulty & unreadable) !== 0 || isDamaged(c.text.serial)) {
    numbering.inDoubt = true
    return
  }
  const before = numbering.counts.get(c.type) ?? { all: 0, numbered: 0 }
  const numbered = before.numbered + (c.serial === null ? 0 : 1)
  const computed = before.all + 1
  numbering.counts.set(c.type, { all: computed, numbered })
  // A row left blank because of an error may be passed over, as where the table is made without it.
  if (c.serial === null || c.serial === computed || c.serial === numbered) return
  numbering.wrong += 1
  numbering.first ??= { c, computed }
}

export default defineRule({
  id: 'serial-wrong',
  severity: 'note',
  summary: '序号与按类型编的不同',
  why: '统计表的注要求按案件类型分别编写序号，每类从 1 起。编表时会重新编号，台账里的序号不带入。',
  remedy: '不必处理；要让台账也一致，用 ipcase number 另存一份编好序号的。',
  reads: [],
  bad: [
    [{ serial: '2' }],
    [
      { type: '商标侵权', serial: '1' },
      { type: '假冒专利', serial: '2' },
    ],
  ],
  good: [
    [
      { type: '商标侵权', serial: '1' },
      { type: '假冒专利', serial: '1' },
    ],
    [{ serial: '' }, { serial: '2' }],
    [{ serial: '' }, { serial: '1' }],
  ],
  check() {
    let numbering = started()
    return {
      visit(c) {
        count(c, numbering)
        return undefined
      },
      endLog() {
        const { first, wrong, inDoubt } = numbering
        numbering = started()
        if (!first || inDoubt) return undefined
        const { c, computed } = first
        const message = `有 ${wrong} 行的序号与按类型编的不同，首先是这一行：写的是${quoted(c.text.serial)}，按${c.type}应是 ${computed}`
        return { case: c, column: 'serial', message }
      },
    }
  },
})
