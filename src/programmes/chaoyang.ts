import type { Programme } from './programme.ts'

const chaoyang = {
  id: 'chaoyang',
  name: '朝阳市 2024 年度知识产权“亮剑护航”专项执法保护行动',
  year: 2024,
  source: {
    title: '关于印发 2024 年度朝阳市知识产权“亮剑护航”专项执法保护行动方案的通知',
    number: null,
    issuer: '朝阳市市场监督管理局',
    quotes: [
      {
        about: '报送期限',
        text: '各县(市)区请于2024年6月10日、9月10日、11月10日前报送季度工作进展情况和案件办理情况表(见附件)。',
      },
      { about: '办案时限', text: '推进严格依法定程序与时限办案，规范知识产权行政执法。' },
    ],
  },
  due: { every: 'year', days: ['06-10', '09-10', '11-10'] },
  inclusive: true,
  recurs: true,
  deliverables: [
    { name: '季度工作进展情况', kind: 'brief' },
    { name: '案件办理情况表', kind: 'table' },
  ],
  form: {
    label: '附件',
    title: '知识产权行政案件统计表',
    note: '注：请按案件类型分别编写序号。案件类型包括：专利侵权裁决/专利纠纷调解/商标侵权/假冒专利/地理标志和官方标志（行政调解司法确认/专利无效后裁驳案件，在备注中注明）。',
  },
  types: ['专利侵权裁决', '专利纠纷调解', '商标侵权', '假冒专利', '地理标志和官方标志'],
  units: [
    { name: '双塔区', code: '211302', aliases: ['双塔'] },
    { name: '龙城区', code: '211303', aliases: ['龙城'] },
    // 朝阳 alone is no alias: it may as well be the city, or a district of Beijing.
    { name: '朝阳县', code: '211321', aliases: [] },
    { name: '建平县', code: '211322', aliases: ['建平'] },
    { name: '喀喇沁左翼蒙古族自治县', code: '211324', aliases: ['喀左县', '喀左'] },
    { name: '北票市', code: '211381', aliases: ['北票'] },
    { name: '凌源市', code: '211382', aliases: ['凌源'] },
  ],
  roles: { reports: '各县（市）区市场监管局（知识产权局）', collects: '朝阳市市场监督管理局' },
  priorities: [
    '加强民生领域知识产权执法保护',
    '加强经济园区企业知识产权保护',
    '加强外贸领域知识产权执法保护',
    '加强重点市场和展会领域知识产权执法保护',
    '加强专利侵权纠纷行政保护',
    '加强品牌保护',
    '加强地理标志和官方标志保护',
    '加强申请环节执法保护',
  ],
  mergesUpward: false,
  period: 'all',
} satisfies Programme

export default chaoyang
