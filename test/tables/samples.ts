import type { Explained } from '../../src/model/finding.ts'
import type { Statistics } from '../../src/model/table.ts'
import { totalsOf } from '../../src/table/totals.ts'
import { type RowParts, tableOf } from './build.ts'

function saidTo(parts: Partial<Explained> & Pick<Explained, 'message' | 'reason'>): Explained {
  return {
    rule: 'published-missing',
    severity: 'warning',
    path: '台账.csv',
    remedy: '填“是”或“否”。',
    ...parts,
  }
}

function statisticsOf(...parts: Parameters<typeof tableOf>): Statistics {
  const table = tableOf(...parts)
  return { table, totals: totalsOf(table), explained: [] }
}

/** Sixty characters, as long as remarks get. */
const longRemark =
  '经双方当事人同意，已由凌源市市场监督管理局主持达成调解协议，并于二〇二四年五月二十日共同申请司法确认，待人民法院裁定后另行补报裁定书编号。'

const rulings: readonly RowParts[] = [
  {
    caseNumber: '朝凌市监知裁字〔2024〕1号',
    filed: '2024-01-08',
    closed: '2024-04-02',
    outcome: '裁决（侵权成立）',
    published: '是',
    links: ['https://www.example.gov.cn/zscq/xzcj/202404/t20240412_1830021.html'],
  },
  {
    caseNumber: '朝凌市监知裁字〔2024〕2号',
    filed: '2024-02-19',
    closed: '2024-05-16',
    outcome: '裁驳（专利权无效）',
    published: '是',
    links: [
      'https://www.example.gov.cn/zscq/xzcj/202405/t20240524_1830467.html',
      'http://scjg.example.gov.cn/gs/detail?id=20240524&type=cj',
    ],
    remark: '专利无效后裁驳案件',
  },
  { caseNumber: '朝凌市监知裁字〔2024〕3号', filed: '2024-05-21' },
]

const penalties: readonly RowParts[] = [
  {
    caseNumber: '朝凌市监处罚〔2024〕12号',
    filed: '2024-03-05',
    closed: '2024-05-06',
    outcome: '罚款并没收侵权商品',
    published: '是',
    linkWords: ['国家企业信用信息公示系统'],
  },
  {
    caseNumber: '朝凌市监处罚〔2024〕15号',
    filed: '2024-04-11',
    closed: '2024-05-30',
    outcome: '不予行政处罚',
    published: '否',
    remark: '首违不罚，依法不予公开',
  },
]

/** Every kind of row: an empty type, an open case, two addresses in a cell, a long remark. */
export const ordinary = statisticsOf({
  专利侵权裁决: rulings,
  专利纠纷调解: [
    {
      caseNumber: '朝凌市监知调字〔2024〕1号',
      filed: '2024-03-18',
      closed: '2024-05-17',
      outcome: '达成调解协议',
      published: '否',
      remark: longRemark,
    },
  ],
  商标侵权: penalties,
  假冒专利: [
    {
      caseNumber: '朝凌市监处罚〔2024〕9号',
      filed: '2024-02-26',
      closed: '2024-04-28',
      outcome: '行政处罚',
      published: '是',
      links: ['https://www.gsxt.example.gov.cn/corp-query-entprise-info-xxgg-100000.html'],
    },
  ],
})

export const nilReturn = statisticsOf({})

/** What must not run, break the page or move a border. */
export const hostile = statisticsOf(
  {
    专利侵权裁决: [
      {
        caseNumber: '=HYPERLINK("http://evil.example","点此")',
        filed: '2024-03-05',
        outcome: '<script>alert(1)</script>',
        links: ['https://a.example/?q="><img src=x onerror=alert(1)>&b=1', 'javascript:alert(1)'],
        linkWords: ['](https://evil.example)', '<b>'],
        remark: '甲|乙\\|丙\n第二行\r\n`代码`"引号"',
      },
      {
        caseNumber: '@SUM(1+1)',
        outcome: '-2+3',
        remark: '𠮷野家\u200b零宽，👨‍👩‍👧一家，\u001b[31m红\u0007\t制表\ud800',
      },
      { caseNumber: '*星*_线_#号 [名](地址) <https://x.example>', remark: '＝1+1；&amp;；-->；]]>' },
    ],
  },
  { title: '<b>统计|表</b>', unit: '"凌源",局\u001b[2J', note: '注：1. `a` | <i>b</i>' },
)

function numbered(count: number, rowOf: (index: number) => RowParts): readonly RowParts[] {
  return Array.from({ length: count }, (_, index) => rowOf(index + 1))
}

function penaltyOf(index: number): RowParts {
  const month = String((index % 5) + 1).padStart(2, '0')
  return {
    caseNumber: `朝凌市监处罚〔2024〕${index + 20}号`,
    filed: `2024-${month}-${String((index % 27) + 1).padStart(2, '0')}`,
    ...(index % 4 === 0
      ? {}
      : {
          closed: `2024-06-${String((index % 5) + 1).padStart(2, '0')}`,
          outcome: '行政处罚',
          published: '是',
          links: [`https://www.example.gov.cn/zscq/xzcf/202406/t202406${10 + index}_18311${index}.html`],
        }),
  }
}

/** Three pages of cases. */
export const long = statisticsOf({
  专利侵权裁决: rulings,
  专利纠纷调解: numbered(6, (index) => ({
    caseNumber: `朝凌市监知调字〔2024〕${index}号`,
    filed: `2024-02-0${index}`,
    closed: `2024-04-1${index}`,
    outcome: '达成调解协议',
    published: '否',
    remark: index % 2 === 0 ? longRemark : '依法不予公开',
  })),
  商标侵权: numbered(24, penaltyOf),
})

/** What the unit says to findings: of a numbered case, of one without a number, of the whole return; and hostile words. */
export const explained: Statistics = {
  ...statisticsOf({ 商标侵权: penalties }),
  explained: [
    saidTo({
      type: '商标侵权',
      caseNumber: '朝凌市监处罚〔2024〕12号',
      filed: '2024-03-05',
      message: '案件已经结案，没有填是否公开',
      reason: '当事人已申请行政复议，待复议期满再公开',
    }),
    saidTo({
      type: '专利纠纷调解',
      filed: '2024-04-02',
      message: '未结案件没有案件编号',
      reason: '受理通知书尚未编号',
    }),
    saidTo({ message: '填报单位「凌源市」与台账写的不同', reason: '=1+1 <b>机构</b> | 改革\n更名' }),
  ],
}
