import { finding, log, type Run } from './findings-run.ts'

const lingyuan = '台账/凌源.csv'

/** Two logs in order, one with a fault of several kinds, a picture and a file nobody can read. */
export const sampleRun: Run = {
  logs: [
    [log('台账/双塔.csv'), []],
    [
      log('台账/龙城.txt', {
        encoding: 'utf-16le',
        delimiter: '\t',
        rows: 6,
        cases: 0,
        skipped: { blank: 0, placeholder: 5, furniture: 1 },
      }),
      [],
    ],
    [
      log(lingyuan, {
        unit: '凌源市市场监督管理局',
        encoding: 'gb18030',
        headingLine: 3,
        rows: 64,
        cases: 58,
        skipped: { blank: 1, placeholder: 2, furniture: 3 },
        repairs: 5,
      }),
      [
        finding(lingyuan, 7, {
          rule: 'date-invalid',
          severity: 'error',
          cell: 'E7',
          column: 'closed',
          heading: '结案时间',
          value: '2024-02-30',
          message: '结案时间「2024-02-30」不是日历上的一天',
          remedy: '按案卷改成实际的日期，写作 2024-03-01 这样。',
        }),
        finding(lingyuan, 5, {
          rule: 'type-unknown',
          severity: 'error',
          cell: 'B5',
          column: 'type',
          heading: '案件类型',
          value: '商标',
          message: '案件类型不在本表所列之内',
          remedy: '改成五种案件类型之一；与「商标侵权」最接近。',
        }),
        finding(lingyuan, 12, {
          rule: 'url-missing',
          severity: 'error',
          cell: 'H14',
          column: 'url',
          heading: '公开网址',
          message: '是否公开填“是”，没有公开网址',
          remedy: '补上公开网页的网址；没有公开的，把是否公开改成“否”。',
        }),
        finding(lingyuan, 9, {
          rule: 'case-number-style',
          severity: 'note',
          cell: 'C9',
          column: 'caseNumber',
          heading: '案件编号',
          value: '朝凌市监处罚[2024]12号',
          message: '年份两边不是六角括号',
          remedy: '公文写作「朝凌市监处罚〔2024〕12号」。',
        }),
        ...Array.from({ length: 12 }, (_, i) => finding(lingyuan, 20 + i)),
        {
          rule: 'heading-unknown',
          severity: 'note',
          path: lingyuan,
          message: '表中没有「承办人」这一列',
          remedy: '不必处理，这一列不进入报表。',
        },
      ],
    ],
    [
      log('台账/建平.xlsx', {
        sheets: [
          { name: '上半年', read: true, reason: null, headingLine: 3, rows: 40, cases: 36 },
          { name: '下半年', read: true, reason: null, headingLine: 3, rows: 12, cases: 10 },
          {
            name: '汇总',
            read: false,
            reason: 'ipcase 附上的，不是台账',
            headingLine: null,
            rows: 0,
            cases: 0,
          },
        ],
      }),
      [finding('台账/建平.xlsx', 4, { sheet: '下半年' }), finding('台账/建平.xlsx', 6, { sheet: '下半年' })],
    ],
  ],
  more: {
    exitCode: 3,
    skipped: [{ path: '台账/封面.jpg', reason: '不是台账的文件类型' }],
    failures: [
      {
        path: '台账/喀左.doc',
        message: '这是旧版 Word 文件，读不了',
        remedy: '用 Word 或 WPS 打开，另存为 .docx 再核对。',
      },
    ],
  },
}
