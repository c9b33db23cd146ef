import { defineRule, fault, type NumberRoster, quoted } from '../check/rule.ts'
import { shortPlace } from '../model/unit-name.ts'

type Unit = NumberRoster['units'][number]

/** What a number begins with, up to the office: 朝双 of 朝双市监处罚〔2024〕12号. */
const beforeOffice = /^([\p{Script=Han}]{1,6}?)(?:市监|市管|市场|知识产权|知裁|知|监|工商)/u

function firstSign(place: string): string {
  return [...place][0] ?? ''
}

/** 龙城's own numbers say 龙, 龙城, 龙城区 or 211303. A sign that two places begin with tells nobody apart. */
function namesUnit(
  { name, code }: Unit,
  head: string,
  number: string,
  { units, collector }: NumberRoster,
): boolean {
  if (code !== null && number.includes(code)) return true
  if (head.length > 1 && head.includes(shortPlace(name))) return true
  const sign = firstSign(name)
  const bearers = [...units.map((other) => other.name), collector].filter((one) => firstSign(one) === sign)
  return head === sign && bearers.length === 1
}

function otherUnit(number: string, roster: NumberRoster): string | undefined {
  const { unit, units, collector } = roster
  const plain = number.replace(/\s+/g, '')
  const before = beforeOffice.exec(plain)?.[1] ?? ''
  // 朝双: the city's sign, and then the county's.
  const isBelow = before.length > 1 && before.startsWith(firstSign(collector))
  const head = isBelow ? before.slice(firstSign(collector).length) : before
  const named = units.filter((one) => namesUnit(one, head, plain, roster))
  return named.some(({ name }) => name === unit) ? undefined : named[0]?.name
}

export default defineRule({
  id: 'case-number-elsewhere',
  severity: 'note',
  summary: '编号像是别的县区的',
  why: '案件编号里的地名、代字或行政区划代码是另一个县区的：可能是移送来的案件沿用了原来的编号，也可能是把别人的案件抄了进来。看不出是哪一种，所以只是疑似，待核实。',
  remedy: '核对是不是本单位的案件；确是本单位办的，不必改。',
  reads: ['caseNumber'],
  bad: [
    [{ caseNumber: '朝龙市监处罚〔2024〕12号' }],
    [{ caseNumber: '龙城市监处罚〔2024〕12号' }],
    [{ caseNumber: '凌市监处罚〔2024〕3号' }],
  ],
  good: [
    [{ caseNumber: '朝双市监处罚〔2024〕12号' }],
    [{ caseNumber: '双市监处罚〔2024〕12号' }],
    [{ caseNumber: '朝市监知裁字〔2024〕1号' }],
    [{ caseNumber: '辽知罚〔2024〕12号' }],
  ],
  check({ roster }) {
    if (roster === undefined) return undefined
    return (c) => {
      const other = c.caseNumber ? otherUnit(c.caseNumber, roster) : undefined
      if (other === undefined) return undefined
      return fault(
        'caseNumber',
        `疑似别的单位的案件，待核实：案件编号${quoted(c.text.caseNumber)}里是${other}的地名或代码`,
      )
    }
  },
})
