import type { Programme } from './programme.ts'

const shanxi: Programme = {
  id: 'shanxi',
  name: '山西省 2024 年知识产权行政保护工作',
  year: 2024,
  source: {
    title: '知识产权行政保护工作实施方案',
    number: null,
    issuer: null,
    quotes: [
      {
        about: '工作台账',
        text: '各地要高度重视，结合本地实际制定切实可行的实施方案或工作计划，细化工作措施，建立工作台账，明确责任部门。',
      },
      {
        about: '案卷评查',
        text: '健全省市区县层级化执法指导工作体系，全面加强知识产权执法办案业务指导，持续开展年度知识产权行政保护案卷评查工作。',
      },
      {
        about: '疑难请示',
        text: '对下级单位上报的疑难案件请示等，按照行政保护案件请示办理工作相关规定，认真研判案情、做好法理分析、及时予以答复。',
      },
      {
        about: '典型案例',
        text: '积极做好年度知识产权行政保护典型案例和指导案例的遴选报送和评选发布工作。',
      },
    ],
  },
  due: null,
  inclusive: true,
  recurs: true,
  deliverables: [
    { name: '工作台账', kind: 'table' },
    { name: '行政保护案卷', kind: 'other' },
    { name: '典型案例和指导案例', kind: 'other' },
    { name: '疑难案件请示', kind: 'other' },
  ],
  form: null,
  types: ['专利侵权裁决', '专利纠纷调解', '商标侵权', '假冒专利', '地理标志和官方标志'],
  units: ['太原', '大同', '阳泉', '长治', '晋城', '朔州', '晋中', '运城', '忻州', '临汾', '吕梁'].map(
    (city) => ({ name: `${city}市`, code: null, aliases: [city] }),
  ),
  roles: { reports: '各市', collects: '山西省' },
  priorities: [
    '加强行政保护法治保障',
    '加大行政执法保护力度',
    '严格知识产权管理',
    '强化重点领域和关键环节行政保护',
    '完善行政保护工作机制',
  ],
  mergesUpward: false,
  period: 'all',
}

export default shanxi
