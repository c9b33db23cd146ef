import type { Programme } from './programme.ts'

const beichen: Programme = {
  id: 'beichen',
  name: '天津市北辰区 2023 年知识产权行政保护工作',
  year: 2023,
  source: {
    title: '2023年北辰区知识产权行政保护工作实施方案',
    number: null,
    issuer: null,
    quotes: [
      {
        about: '报送期限',
        text: '确保每月5日前将专利行政执法案件信息上传国家系统，杜绝逾期迟报和错报漏报。',
      },
      { about: '司法确认', text: '落实专利商标等知识产权纠纷行政调解协议司法确认工作。' },
    ],
  },
  due: { every: 'month', day: 5 },
  inclusive: true,
  recurs: true,
  deliverables: [{ name: '专利行政执法案件信息', kind: 'table' }],
  form: null,
  types: ['专利侵权裁决', '专利纠纷调解', '假冒专利'],
  units: [],
  roles: { reports: '北辰区知识产权行政执法单位', collects: '国家系统' },
  priorities: [
    '高标准推进执法工作，优化严格保护社会环境',
    '加强行政执法保护，优化市场监管治理成效',
    '紧盯重要环节，持续加强行政执法保护',
    '创新工作机制，推进知识产权保护持续进步',
  ],
  mergesUpward: false,
  period: 'all',
}

export default beichen
