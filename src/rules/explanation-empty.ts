import { defineLogRule, quoted } from '../check/rule.ts'

const headings = '文件,级别,规则,案件,问题,所据内容,说明\n'
const finding =
  '凌源.csv,警告,published-missing,商标侵权 朝双市监处罚〔2024〕1号,案件已经结案，没有填是否公开,结案时间“2024-04-18”；是否公开（空）'

export default defineLogRule({
  id: 'explanation-empty',
  severity: 'warning',
  summary: '说明没有说出原因',
  why: '核对出来而确实如此的，要说得出为什么：审核说明随表上报，“核实无误”“属实”“同上”说不明白。这样的说明不算，原来的问题照旧列出。错误不能用说明放过。',
  remedy: '写出原因，例如“当事人在押，结案后另行公开”；说不出的，按原来的问题改正台账。',
  bad: [`${headings}${finding},核实无误\n`, `${headings}${finding},√\n`],
  good: [`${headings}${finding},已报分管局长，待复议期满再公开\n`, `${headings}${finding},\n`],
  word: ({ of, words, isError }) =>
    isError
      ? {
          value: words,
          message: `${of}是错误，说明不起作用，要改正`,
          remedy: '按清单里这个问题的处理办法改正台账。',
        }
      : { value: words, message: `对${of}的说明${quoted(words)}没有说出原因，这一处照旧列出` },
})
