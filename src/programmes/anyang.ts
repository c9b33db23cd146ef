import type { Programme } from './programme.ts'

const anyang: Programme = {
  id: 'anyang',
  name: '安阳高新区 2022 年度知识产权行政保护工作',
  year: 2022,
  source: {
    title: '关于印发《安阳高新区 2022 年度知识产权行政保护工作实施方案》的通知',
    number: '安开监发〔2022〕14号',
    issuer: '安阳市市场监督管理局开发区分局',
    quotes: [
      {
        about: '办案周期与信息报送',
        text: '进一步采取有效措施，指导、督促办案单位压缩知识产权案件的办案周期，加强执法信息统计报送，确保报送案件信息准确及时。',
      },
      {
        about: '信息录入与公示',
        text: '按照《安阳市市场监督管理局关于加强知识产权行政执法信息报送和案件信息公开工作的通知》(安市监办〔2021〕58号)等有关文件要求，督促办案单位及时按程序做好知识产权案件信息录入和行政处罚公示等工作。',
      },
    ],
  },
  due: null,
  inclusive: true,
  recurs: true,
  deliverables: [
    { name: '执法信息统计', kind: 'table' },
    { name: '案件信息录入', kind: 'other' },
    { name: '行政处罚公示', kind: 'other' },
  ],
  form: null,
  types: ['专利侵权裁决', '专利纠纷调解', '商标侵权', '假冒专利', '地理标志和官方标志'],
  units: [],
  roles: { reports: '各所，机关各股（室）', collects: '安阳市市场监督管理局开发区分局' },
  priorities: ['夯实工作基础', '加强行政执法', '聚焦重要环节和时间节点', '创新工作机制'],
  mergesUpward: false,
  period: 'all',
}

export default anyang
