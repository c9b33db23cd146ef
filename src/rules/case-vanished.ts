import { defineRule, type Fault, quoted } from '../check/rule.ts'
import type { PreviousCase } from '../model/previous-case.ts'
import { isCollected } from './same-case.ts'

const open = { closed: '', outcome: '在办', published: '', url: '' }

function inWords({ type, caseNumber, filed }: PreviousCase): string {
  const which = caseNumber === null ? '没有编号的' : quoted(caseNumber)
  return `${which}${type}案件（${filed === null ? '' : `${filed} 立案，`}当时在办）`
}

function faultOf(previous: PreviousCase): Omit<Fault, 'layout'> {
  const message = `上次报送的${inWords(previous)}这次没有了`
  return previous.caseNumber === null ? { message } : { message, value: previous.caseNumber }
}

export default defineRule({
  id: 'case-vanished',
  severity: 'error',
  summary: '上次在办的案件不见了',
  why: '在办的案件总有下落：仍在办的要继续列出，办结的要写明结案。少了一件，上级就会认为是漏报。',
  remedy: '在台账里补上这件案件：仍在办的照旧列出，已经办结、撤销或移送的写明结案时间和结案方式。',
  reads: [],
  isOfWholeLog: true,
  previous: [
    { caseNumber: '朝双市监处罚〔2024〕1号' },
    { caseNumber: '朝双市监立〔2024〕9号', filed: '2024-05-06', ...open },
  ],
  bad: [[{ caseNumber: '朝双市监处罚〔2024〕1号' }]],
  good: [
    [{ caseNumber: '朝双市监立〔2024〕9号', filed: '2024-05-06', ...open }],
    [{ caseNumber: '朝双市监立〔2024〕9号', filed: '2024-05-06', closed: '2024-06-03' }],
  ],
  check: ({ continuity, types }) =>
    continuity && {
      visit: () => undefined,
      end: (layout) =>
        continuity
          .remainder()
          .vanished.filter((previous) => isCollected(previous, types))
          .map((previous) => ({ ...faultOf(previous), layout })),
    },
})
