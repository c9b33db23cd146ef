/** In the order of the form's note; a programme collects all of them or some. */
export const caseTypes = [
  '专利侵权裁决',
  '专利纠纷调解',
  '商标侵权',
  '假冒专利',
  '地理标志和官方标志',
] as const

export type CaseType = (typeof caseTypes)[number]

export type Procedure = 'ruling' | 'mediation' | 'penalty'

const procedures: Readonly<Record<CaseType, Procedure>> = {
  专利侵权裁决: 'ruling',
  专利纠纷调解: 'mediation',
  商标侵权: 'penalty',
  假冒专利: 'penalty',
  地理标志和官方标志: 'penalty',
}

export function procedureOf(type: CaseType): Procedure {
  return procedures[type]
}

const synonyms: Readonly<Record<CaseType, readonly string[]>> = {
  专利侵权裁决: ['专利裁决', '专利侵权纠纷', '专利侵权纠纷裁决', '专利侵权纠纷行政裁决'],
  专利纠纷调解: ['专利调解', '专利侵权调解', '专利纠纷行政调解'],
  商标侵权: ['商标侵权案件', '侵犯注册商标专用权', '侵犯商标专用权'],
  假冒专利: ['假冒专利案', '冒充专利'],
  地理标志和官方标志: ['地理标志', '地标', '官方标志', '特殊标志', '奥林匹克标志'],
}

/** Lawful kinds of case that a unit's ledger holds and this form does not collect. */
const otherCaseTypes = [
  '商标一般违法',
  '商标代理',
  '专利代理',
  '非正常专利申请',
  '商业秘密',
  '著作权',
  '版权',
  '不正当竞争',
] as const

// 侵犯商业秘密, 商标代理违法案件, 反不正当竞争: words around a kind that do not change it.
const aroundOther = /^(?:侵犯|违反|查处|反)|(?:违法|侵权|行为|纠纷|案|案件)+$/g
const othersPlain = new Set(otherCaseTypes.map((type) => type.replace(/违法$/, '')))

const spellings = new Map<string, CaseType>(
  caseTypes.flatMap((type) => [type, ...synonyms[type]].map((spelling) => [spelling, type] as const)),
)

/** `text` without spaces. A bare 商标 or 专利 is unknown, not a guess. */
export function caseTypeNamed(text: string): CaseType | undefined {
  return spellings.get(text)
}

export const caseTypeSpellings: readonly string[] = [...spellings.keys()]

export function isOtherCaseType(text: string): boolean {
  return othersPlain.has(text.replace(aroundOther, ''))
}
