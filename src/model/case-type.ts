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
  专利侵权裁决: [
    ...['专利裁决', '专利行政裁决', '专利侵权', '专利侵权行政裁决'],
    ...['专利侵权纠纷', '专利侵权纠纷裁决', '专利侵权纠纷行政裁决'],
  ],
  专利纠纷调解: [
    ...['专利调解', '专利行政调解', '专利侵权调解', '专利侵权行政调解', '专利纠纷行政调解'],
    ...['专利侵权纠纷调解', '专利侵权纠纷行政调解'],
  ],
  商标侵权: [
    ...['侵犯商标', '侵犯商标权', '侵犯注册商标', '侵犯注册商标权', '侵犯商标专用权', '侵犯注册商标专用权'],
    ...['侵害商标权', '侵害注册商标专用权', '注册商标侵权', '商标专用权侵权'],
  ],
  假冒专利: ['冒充专利'],
  地理标志和官方标志: [
    ...[
      '地理标志',
      '地标',
      '官方标志',
      '特殊标志',
      '奥林匹克标志',
      '地理标志、官方标志',
      '地理标志与官方标志',
    ],
    ...['地理标志专用标志', '侵犯地理标志', '侵犯官方标志', '侵犯特殊标志', '侵犯奥林匹克标志'],
    ...['侵犯奥林匹克标志专有权', '假冒地理标志'],
  ],
}

/** Lawful kinds of case that a unit's ledger holds and this form does not collect, without their tails. */
const otherKinds: ReadonlySet<string> = new Set(
  [
    '商标一般 商标禁用规定 商标禁用 禁用商标 恶意商标注册 商标恶意注册 恶意注册商标 恶意申请商标注册 恶意抢注商标',
    '冒充注册商标 商标代理 商标印制 商标使用 专利代理 专利、商标代理 商标、专利代理 商标/专利代理 商标专利代理',
    '知识产权代理 非正常专利申请 非正常申请专利 专利标识标注不规范 专利标识标注 专利标识 专利标识不规范',
    '商业秘密 侵犯商业秘密 著作权 侵犯著作权 版权 不正当竞争 仿冒混淆 仿冒 混淆 商业混淆 市场混淆 虚假宣传 虚假广告',
    '引人误解的虚假宣传 商业诋毁 植物新品种 集成电路布图设计',
  ]
    .join(' ')
    .split(' '),
)

/** What people put around a kind without meaning another one: 涉嫌商标侵权行为案. */
const leads = ['涉嫌', '销售', '查处', '侵犯', '违反', '反', '使用', '从事']
const tails = [
  ...['案件', '案', '行为', '侵权', '违法', '纠纷', '规定', '类'],
  ...['的商品', '的产品', '商品', '产品', '的'],
]

/**
 * The text itself, then with one habit after the other taken away, the longest first. A reading is found with the
 * first that is known, so nothing is taken from a word that is one by itself: 商标侵权 is never cut to 商标.
 */
function* bareForms(text: string): Generator<string> {
  const waiting = [text]
  const seen = new Set(waiting)
  for (const form of waiting) {
    yield form
    const shorter = [
      ...tails.filter((tail) => form.endsWith(tail)).map((tail) => form.slice(0, -tail.length)),
      ...leads.filter((lead) => form.startsWith(lead)).map((lead) => form.slice(lead.length)),
    ]
    for (const next of shorter) {
      if (next === '' || seen.has(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
}

const spellings = new Map<string, CaseType>(
  caseTypes.flatMap((type) => [type, ...synonyms[type]].map((spelling) => [spelling, type] as const)),
)

/** Longer than any kind of case with everything people put around it. */
const longestName = 40

/** `text` without spaces. A bare 商标 or 专利 is unknown, not a guess. */
export function caseTypeNamed(text: string): CaseType | undefined {
  const exact = spellings.get(text)
  if (exact || text.length > longestName) return exact
  for (const form of bareForms(text)) {
    if (otherKinds.has(form)) return undefined
    const type = spellings.get(form)
    if (type) return type
  }
  return undefined
}

export const caseTypeSpellings: readonly string[] = [...spellings.keys()]

/** A kind of case that this form does not collect; `text` without spaces. */
export function isOtherCaseType(text: string): boolean {
  if (text.length > longestName || spellings.has(text)) return false
  for (const form of bareForms(text)) {
    if (otherKinds.has(form)) return true
    if (spellings.has(form)) return false
  }
  return false
}
