import fc from 'fast-check'

const usual = fc.constantFrom(
  ...['经双方', '司法确认', '专利无效后裁驳', '注', '本期无案件', '合计', '…', '无', '12', '𠮷', '👨‍👩‍👧'],
  ...['\n', '\n\n', ' ', '\t', '\u200b', '\u001b', '；', '，', '：', '"', "'", '=', '-', '+', '|', '\\'],
  ...['<b>', '&amp;', '_x000D_'],
)

/** What some reader or writer on the way might take for its own. */
const clumsy = fc.constantFrom(
  ...['\u3000', '\u00a0', '\u2003', '\ufeff', '\r', '\r\n', '\u2028', '\u0085', '\u0008', '\u202e', '\ufffe'],
  ...[
    '＝',
    '＋',
    '－',
    '＠',
    '@',
    '’',
    '“',
    '〔',
    '〕',
    '（',
    '）',
    '(',
    ')',
    '[',
    ']',
    '、',
    '。',
    '.',
    ',',
  ],
  ...[';', ':', '!', '/', '#', '&', '$', '%', '~', '`', '^', '_', '*', '?', '—', '——', 'N/A', '是', '否'],
  ...['http://', 'https://', 'www.', '://', 'a.example', '<w:br/>', ']]>', '&#10;', '{{', '}}', '{row}'],
  ...['#REF!', '####', '1.23E+11', '00012', '1e5', '50%', '3:00', '1/2', 'TRUE', '2024-03-05', '45356'],
  ...['_x0041_', '_x005F_', '拟公开', '序号', '案件类型', '案件编号', '立案时间', '备注', '填报单位：'],
  ...['时间：', '共3件', '填表人：', '审核人', '第1页', '小计', '附件', '注：', '（可加页）', '撤案', '移送'],
  ...[
    '罚款',
    '在办',
    '不予立案',
    '调解',
    '无效',
    '驳回',
    '未',
    '不',
    '待',
    '拟',
    '待编号',
    '同上',
    '商标侵权',
  ],
  ...[
    '专利',
    '号',
    '字',
    '第',
    '〔2024〕',
    '2024年',
    '凌源市',
    '朝阳县市场监督管理局',
    '统计表',
    '暂',
    '零报告',
  ],
)

/** A NUL would make the file a binary one. */
const strange = fc
  .string({ unit: 'binary', maxLength: 4 })
  .map((text) => text.replace(/[\p{Surrogate}\0]/gu, ''))

const piece = fc.oneof(
  { weight: 4, arbitrary: usual },
  { weight: 4, arbitrary: clumsy },
  { weight: 1, arbitrary: strange },
)

/** One apostrophe before a sign of a formula is taken back by reading, a second one would be lost in a workbook. */
export const words = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('').replace(/'+/g, "'"))
