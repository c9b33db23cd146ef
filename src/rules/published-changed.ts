import { defineReturnRule, fault } from '../check/rule.ts'
import { comparing, shownWhen } from './same-case.ts'

export default defineReturnRule({
  id: 'published-changed',
  severity: 'warning',
  summary: '上次已公开，这次没有公开',
  why: '先没有公开、后来公开了，是常有的事；公开过的却不会变成没有公开，公示期满撤下的也是公开过的。',
  remedy: '核对公示平台：公开过的（包括公示期满的），填“是”和当时的网址；上次填错的，报送时向上级说明。',
  reads: ['published'],
  previous: [
    { caseNumber: '朝双市监处罚〔2024〕12号', published: '是' },
    { caseNumber: '朝双市监处罚〔2024〕13号', published: '否', url: '', remark: '涉及商业秘密，不予公开' },
  ],
  bad: [
    [
      { caseNumber: '朝双市监处罚〔2024〕13号', published: '是', url: 'https://www.gsxt.gov.cn/13' },
      {
        caseNumber: '朝双市监处罚〔2024〕12号',
        published: '否',
        url: '',
        remark: '涉及商业秘密，不予公开',
      },
    ],
  ],
  good: [
    [
      { caseNumber: '朝双市监处罚〔2024〕12号', published: '是' },
      { caseNumber: '朝双市监处罚〔2024〕13号', published: '是', url: 'https://www.gsxt.gov.cn/13' },
    ],
  ],
  compare: comparing(({ previous, now }) =>
    previous.published === '是' && (now.published === '否' || now.published === '尚未')
      ? fault(
          'published',
          `${shownWhen(previous)}时已公开，这次是${now.published === '否' ? '否' : '还没有公开'}`,
        )
      : undefined,
  ),
})
