import type { Finding } from './finding.ts'

/**
 * A row of a list of findings that somebody gave back: what was found, in words that survive a spreadsheet, and what
 * they say to it. Whoever sorts the list, adds a column or moves rows of the log changes none of these.
 */
export interface Explanation {
  readonly rule: string
  /** Whose case; '' where the finding is about a log or a return. */
  readonly about: string
  readonly basis: string
  /** '' where nothing was written. */
  readonly reason: string
  /** The log it was found in, as the list has it. */
  readonly log: string
  /** Where the reason stands. */
  readonly place: {
    readonly path: string
    readonly sheet?: string
    readonly line: number
    readonly row: number
  }
  readonly index: number
}

/** How this run compares with the list that was given back. */
export interface SinceEarlier {
  readonly mended: number
  readonly explained: number
  readonly open: number
  readonly fresh: number
}

/** Of several lists; undefined where there was none. */
export function sinceAll(each: readonly (SinceEarlier | undefined)[]): SinceEarlier | undefined {
  const known = each.filter((one) => one !== undefined)
  const sum = (of: (one: SinceEarlier) => number): number => known.reduce((total, one) => total + of(one), 0)
  return known.length === 0
    ? undefined
    : {
        mended: sum(({ mended }) => mended),
        explained: sum(({ explained }) => explained),
        open: sum(({ open }) => open),
        fresh: sum(({ fresh }) => fresh),
      }
}

/** 商标侵权 朝双市监处罚〔2024〕12号; begins with words, so that no spreadsheet takes it for a day or a number. */
export function aboutOf({ type, caseNumber, filed }: Finding): string {
  if (type === undefined && caseNumber === undefined && filed === undefined) return ''
  const kind = type ?? '类型不明'
  if (caseNumber !== undefined) return `${kind} ${caseNumber}`
  return filed === undefined ? `${kind}（没有编号）` : `${kind}（没有编号，${filed} 立案）`
}

/** What a finding goes by: an explanation holds as long as it stays the same. */
export function basisOf(finding: Finding): string {
  return finding.basis ?? finding.value ?? (aboutOf(finding) === '' ? finding.message : '')
}

/** However many of them stand in a row, they say that somebody looked, not why it is so. */
const emptyWords = [
  ...[
    '经',
    '已',
    '已经',
    '都',
    '均',
    '确',
    '确实',
    '是',
    '的',
    '了',
    '过',
    '后',
    '为',
    '对',
    '好',
    '有',
    '无',
    '没有',
  ],
  ...[
    '情况',
    '数据',
    '信息',
    '内容',
    '本条',
    '该条',
    '此条',
    '人工',
    '再次',
    '重新',
    '我局',
    '本局',
    '我单位',
  ],
  ...['核实', '核对', '核查', '复核', '检查', '确认', '查实', '审核', '查看', '说明', '完毕', '完成', '通过'],
  ...['无误', '没错', '错误', '属实', '正确', '正常', '准确', '一致', '真实', '问题', '没问题', '无问题'],
  ...[
    '同上',
    '如上',
    '同前',
    '同下',
    '同左',
    '暂无',
    '不必改',
    '不用改',
    '不改',
    '无需',
    '修改',
    '处理',
    '知道',
    '已阅',
  ],
  ...['ok', 'yes', 'no', '〃'],
]
const empty = new RegExp(`^(?:${emptyWords.join('|')}|\\d)+$`, 'i')
/** A longer one was thought about; and it need not be taken apart. */
const longestEmpty = 24

/** 核实无误, 属实, 同上, a tick: they name no reason. */
export function saysNothing(reason: string): boolean {
  const words = reason.replace(/[^\p{L}\p{N}〃]+/gu, '')
  return [...words].length < 2 || (words.length <= longestEmpty && empty.test(words))
}

/** What the unit says to findings that are true all the same, printed behind the form. */
export const explainedTitle = '审核说明'

export const explainedHeadings = ['序号', '案件类型', '案件编号', '问题', '说明'] as const

/** Three of its headings are the form's, so that it would pass for a log; but no log has these five and no more. */
export function isExplainedHeading(cells: readonly string[]): boolean {
  const said = cells.map((cell) => cell.replace(/\s+/g, '')).filter((cell) => cell !== '')
  return (
    said.length === explainedHeadings.length && explainedHeadings.every((heading) => said.includes(heading))
  )
}
