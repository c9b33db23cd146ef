import { defineRule, quoted } from '../check/rule.ts'
import { type Case, columnBit } from '../model/case.ts'
import type { CaseType } from '../model/case-type.ts'
import { isDamaged } from '../model/damage.ts'

interface SerialCount {
  /** By type: its cases so far, and those of them that have a 序号. */
  readonly counts: Map<CaseType, { all: number; numbered: number }>
  /** A case whose type is in doubt: nobody can say how the ones behind it are numbered. */
  inDoubt: boolean
  wrong: number
  /** The first wrong one, and what it should be. */
  first?: { readonly c: Case; readonly computed: number }
}

function started(): SerialCount {
  return { counts: new Map(), inDoubt: false, wrong: 0 }
}

const unreadable = columnBit.type | columnBit.serial

function count(c: Case, numbering: SerialCount): void {
  const { type, serial, faulty, text } = c
  if (!type || (faulty & unreadable) !== 0 || isDamaged(text.serial)) {
    numbering.inDoubt = true
    return
  }
  const known = numbering.counts.get(type)
  const counts = known ?? { all: 0, numbered: 0 }
  if (known === undefined) numbering.counts.set(type, counts)
  counts.all += 1
  if (serial === null) return
  counts.numbered += 1
  // A row left blank because of an error may be passed over, as where the table is made without it.
  if (serial === counts.all || serial === counts.numbered) return
  numbering.wrong += 1
  numbering.first ??= { c, computed: counts.all }
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
        const { wrong, inDoubt, first } = numbering
        numbering = started()
        if (!first || inDoubt) return undefined
        const { c, computed } = first
        const message = `有 ${wrong} 行的序号与按类型编的不同，首先是这一行：写的是${quoted(c.text.serial)}，按${c.type}应是 ${computed}`
        return { case: c, column: 'serial', message }
      },
    }
  },
})
