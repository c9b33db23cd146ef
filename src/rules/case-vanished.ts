import { defineReturnRule, type Fault, quoted } from '../check/rule.ts'
import { yearOf } from '../model/date.ts'
import type { PreviousCase } from '../model/previous-case.ts'
import { shownWhen, stateThen } from './same-case.ts'

const open = { closed: '', outcome: '在办', published: '', url: '' }

const closedRemedy =
  '一年的台账要留全：误删的补回来；确实不该有的（误登、并案），写明原因。另起新台账、以前结案的不再列出的，用 --period since-last 或本年的期间。'

/** Beyond these the ledger is the place to look. */
const mostNamed = 20

function inWords(previous: PreviousCase): string {
  const { type, caseNumber, filingNumber, filed } = previous
  const number = caseNumber ?? filingNumber
  const day = filed === null ? '' : `${filed} 立案，`
  return `${number ? quoted(number) : '没有编号的'}${type}案件（${day}${stateThen(previous)}）`
}

type Gone = Omit<Fault, 'layout'>

function faultOf(previous: PreviousCase): Gone {
  const { type, filed } = previous
  const message = `${shownWhen(previous)}的${inWords(previous)}这次没有了`
  const number = previous.caseNumber ?? previous.filingNumber
  return {
    message,
    ...(number && { value: number }),
    about: {
      ...(type !== null && { type }),
      ...(number && { caseNumber: number }),
      ...(filed !== null && { filed }),
    },
    ...(!previous.open && { severity: 'warning', remedy: closedRemedy }),
  }
}

/** One or two slips are named each; a ledger that was begun anew is one thing to say. */
function closedFaults(gone: readonly PreviousCase[]): readonly Gone[] {
  if (gone.length <= 3) return gone.map(faultOf)
  const named = gone.slice(0, mostNamed).map(inWords)
  const more = gone.length > mostNamed ? ' 等' : ''
  const message = `以往报送的已结案件 ${gone.length} 件这次没有了：${named.join('、')}${more}`
  return [{ message, severity: 'warning', remedy: closedRemedy }]
}

export default defineReturnRule({
  id: 'case-vanished',
  severity: 'error',
  summary: '上次报送的案件不见了',
  why: '在办的案件总有下落：仍在办的要继续列出，办结的要写明结案。少了一件，上级就会认为是漏报。台账列全部案件的，本年已结的少了，累计数会比上次还小；这只是警告。',
  remedy: '在台账里补上这件案件：仍在办的照旧列出，已经办结、撤销或移送的写明结案时间和结案方式。',
  reads: [],
  isOfWholeLog: true,
  previous: [
    { caseNumber: '朝双市监处罚〔2024〕1号' },
    { caseNumber: '朝双市监处罚〔2024〕2号', filed: '2023-03-05', closed: '2023-04-18' },
    { caseNumber: '朝双市监立〔2024〕9号', filed: '2024-05-06', ...open },
  ],
  bad: [
    [{ caseNumber: '朝双市监处罚〔2024〕1号' }],
    [{ caseNumber: '朝双市监立〔2024〕9号', filed: '2024-05-06', ...open }],
  ],
  good: [
    [
      { caseNumber: '朝双市监处罚〔2024〕1号' },
      { caseNumber: '朝双市监立〔2024〕9号', filed: '2024-05-06', ...open },
    ],
    [
      { caseNumber: '朝双市监处罚〔2024〕1号' },
      { caseNumber: '朝双市监立〔2024〕9号', filed: '2024-05-06', closed: '2024-06-03' },
    ],
  ],
  compare({ vanished, asOf, showsAll, layout }) {
    const isOfThisYear = ({ closed }: PreviousCase): boolean =>
      closed !== null && yearOf(closed) === yearOf(asOf)
    const closed = showsAll ? vanished.filter((previous) => !previous.open && isOfThisYear(previous)) : []
    const faults = [...vanished.filter((previous) => previous.open).map(faultOf), ...closedFaults(closed)]
    return faults.map((fault) => ({ ...fault, layout }))
  },
})
