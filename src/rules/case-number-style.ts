import { defineRule, fault, quoted } from '../check/rule.ts'

const bracketedYear = /([〔﹝［[【（(「])\s*([12１２][\d０-９]{3})\s*([〕﹞］\]】）)」])/

function isProper(number: string): boolean {
  const open = number.indexOf('〔')
  return open >= 0 && number.charAt(open + 5) === '〕'
}

export default defineRule({
  id: 'case-number-style',
  severity: 'note',
  summary: '编号中年份的括号不是六角括号',
  why: '《党政机关公文格式》（GB/T 9704—2012）规定发文字号的年份用六角括号〔〕。各地编号办法不一，只作提示，比对时各种括号视为相同。',
  remedy: '年份改用〔〕；决定书上原来就是这样印的，以决定书为准。',
  reads: ['caseNumber'],
  bad: [[{ caseNumber: '朝双市监处罚[2024]12号' }], [{ caseNumber: '朝双市监处罚（2024）第012号' }]],
  good: [[{ caseNumber: '朝双市监处罚〔2024〕第012号' }], [{ caseNumber: '211302-2024-0012' }]],
  check: () => (c) => {
    const number = c.caseNumber
    if (!number || isProper(number)) return undefined
    const [whole, open, year, close] = bracketedYear.exec(number) ?? []
    if (whole === undefined || (open === '〔' && close === '〕')) return undefined
    const proposed = quoted(number.replace(whole, `〔${year}〕`))
    return fault('caseNumber', `案件编号${quoted(number)}的年份宜用六角括号，写作${proposed}`)
  },
})
