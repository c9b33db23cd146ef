import { defineRule, quoted } from '../check/rule.ts'
import { type Case, columnBit } from '../model/case.ts'
import { caseTypes } from '../model/case-type.ts'
import { isDamaged } from '../model/damage.ts'

interface Numbering {
  readonly all: Int32Array
  readonly numbered: Int32Array
  /** A case whose type is in doubt: nobody can say how the ones behind it are numbered. */
  inDoubt: boolean
  wrong: number
}

function started(): Numbering {
  const none = () => new Int32Array(caseTypes.length)
  return { all: none(), numbered: none(), inDoubt: false, wrong: 0 }
}

const unreadable = columnBit.type | columnBit.serial

// Type and 序号 in one number, so that a million cases cross from thread to thread as a list.
const doubtful = -1
const serialBits = 28
const noSerial = 2 ** serialBits - 1
const beyondAll = noSerial - 1

function codeOf({ type, serial, faulty, text }: Case): number {
  if (!type || (faulty & unreadable) !== 0 || isDamaged(text.serial)) return doubtful
  const written = serial === null ? noSerial : Math.min(serial ?? beyondAll, beyondAll)
  return (caseTypes.indexOf(type) << serialBits) | written
}

function typeIn(code: number): number {
  return code >> serialBits
}

function count(code: number, numbering: Numbering): boolean {
  if (code === doubtful) numbering.inDoubt = true
  if (code === doubtful) return false
  const type = typeIn(code)
  const serial = code & noSerial
  const computed = (numbering.all[type] ?? 0) + 1
  const numbered = (numbering.numbered[type] ?? 0) + (serial === noSerial ? 0 : 1)
  numbering.all[type] = computed
  numbering.numbered[type] = numbered
  // A row left blank because of an error may be passed over, as where the table is made without it.
  if (serial === noSerial || serial === computed || serial === numbered) return false
  numbering.wrong += 1
  return true
}

function copied({ all, numbered, inDoubt, wrong }: Numbering): Numbering {
  return { all: all.slice(), numbered: numbered.slice(), inDoubt, wrong }
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
  check({ isStretch }) {
    let numbering = started()
    let first: { readonly c: Case; readonly computed: number } | undefined
    let codes: number[] = []
    return {
      visit(c) {
        const code = codeOf(c)
        if (isStretch) codes.push(code)
        else if (count(code, numbering)) first ??= { c, computed: numbering.all[typeIn(code)] ?? 0 }
        return undefined
      },
      handOver() {
        const handed = Int32Array.from(codes)
        codes = []
        return handed
      },
      // The first wrong one has to be named, and must be seen for that.
      takeOver(handed) {
        const next = copied(numbering)
        for (const code of handed) count(code, next)
        if (first === undefined && next.wrong > 0) return undefined
        return () => {
          numbering = next
        }
      },
      endLog() {
        const { wrong, inDoubt } = numbering
        const named = first
        numbering = started()
        first = undefined
        if (!named || inDoubt) return undefined
        const { c, computed } = named
        const message = `有 ${wrong} 行的序号与按类型编的不同，首先是这一行：写的是${quoted(c.text.serial)}，按${c.type}应是 ${computed}`
        return { case: c, column: 'serial', message }
      },
    }
  },
})
