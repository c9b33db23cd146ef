import { defineLogRule } from '../check/rule.ts'

const headings = '文件,级别,规则,案件,问题,所据内容,说明\n'

export default defineLogRule({
  id: 'explanation-unused',
  severity: 'note',
  summary: '说明没有对应的问题了',
  why: '说明只对写它时的那一处有效：台账改了，或者有关的格子又变了，它就不再起作用；留着不会误放别的问题。',
  remedy: '问题已经改好的，删去这条说明；只是改了有关的格子、问题还在的，请在新的清单里重新说明。',
  bad: [
    `${headings}凌源.csv,警告,published-missing,商标侵权 朝双市监处罚〔2024〕77号,案件已经结案，没有填是否公开,结案时间“2024-04-18”；是否公开（空）,待复议期满再公开\n`,
  ],
  good: [
    `${headings}凌源.csv,警告,published-missing,商标侵权 朝双市监处罚〔2024〕1号,案件已经结案，没有填是否公开,结案时间“2024-04-18”；是否公开（空）,待复议期满再公开\n`,
  ],
  word({ of, about, words, isChanged }) {
    const place = about === '' ? '' : `${about}的`
    if (!isChanged) return { value: words, message: `没有用上的说明：${place}${of}这次没有出现` }
    return {
      value: words,
      message: `没有用上的说明：${place}${of}还在，但有关的格子在写说明以后改过`,
      remedy: '按现在的内容核对：填错的改正；确实如此的，在新的问题清单里重新说明。',
    }
  },
})
