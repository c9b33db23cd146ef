import type { Programme } from './programme.ts'

const pingdingshan: Programme = {
  id: 'pingdingshan',
  name: '平顶山市 2019 年知识产权执法维权行动',
  year: 2019,
  source: {
    title: '关于印发平顶山市知识产权执法维权行动工作方案的通知',
    number: '平市监〔2019〕154号',
    issuer: '平顶山市市场监督管理局',
    quotes: [
      {
        about: '报送期限',
        text: '遇有重要情况和重大问题要及时上报市局，并于2019年12月15日前报送工作总结。',
      },
      {
        about: '行动期间',
        text: '规范市场秩序强化行政执法优化营商环境工作自 2019 年 3 月 25 日开始至 12 月 15 日结束。',
      },
      {
        about: '逐级汇总',
        text: '（三）总结阶段（2019年12月6日至12月15日）。全市各级市场监管部门对本地工作开展情况行动进行认真总结，做好逐级汇总上报工作。',
      },
      {
        about: '信息公开',
        text: '对做出行政处罚决定和处理决定的知识产权侵权假冒案件要及时向社会公开。',
      },
    ],
  },
  due: { every: 'year', days: ['12-15'] },
  inclusive: true,
  recurs: false,
  deliverables: [{ name: '工作总结', kind: 'summary' }],
  form: null,
  types: ['专利侵权裁决', '专利纠纷调解', '商标侵权', '假冒专利', '地理标志和官方标志'],
  units: [
    { name: '新华区', code: null, aliases: ['新华'] },
    { name: '卫东区', code: null, aliases: ['卫东'] },
    { name: '石龙区', code: null, aliases: ['石龙'] },
    { name: '湛河区', code: null, aliases: ['湛河'] },
    { name: '宝丰县', code: null, aliases: ['宝丰'] },
    { name: '叶县', code: null, aliases: [] },
    { name: '鲁山县', code: null, aliases: ['鲁山'] },
    { name: '郏县', code: null, aliases: [] },
    { name: '舞钢市', code: null, aliases: ['舞钢'] },
    { name: '汝州市', code: null, aliases: ['汝州'] },
    { name: '高新区', code: null, aliases: [] },
    { name: '城乡一体化示范区', code: null, aliases: [] },
  ],
  roles: { reports: '各县区市场监督管理局', collects: '平顶山市市场监督管理局' },
  priorities: [
    '突出知识产权稽查保护重点',
    '积极处理新业态新领域侵权假冒案件',
    '提高知识产权执法效率',
    '提高知识产权维权援助能力，加大守信激励失信惩戒力度',
  ],
  mergesUpward: true,
  period: 'all',
}

export default pingdingshan
