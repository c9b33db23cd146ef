import { defineRule } from '../check/rule.ts'

const mostNamed = 3

function named(paths: readonly string[]): string {
  const some = paths.slice(0, mostNamed).map((path) => `「${path}」`)
  return some.join('') + (paths.length > mostNamed ? `等 ${paths.length} 份台账` : '')
}

const number = (count: number) => ({ caseNumber: `凌市监处罚〔2024〕${count}号` })

export default defineRule({
  id: 'log-repeated',
  severity: 'warning',
  summary: '整份台账与别的台账重复',
  why: '同一份台账多半以两个文件名放在一起，或者旧稿没有移走；一并报送就会全部重复统计。',
  remedy: '只留下要报送的那一份。',
  reads: [],
  isOfWholeLog: true,
  before: [number(1), number(2), number(3), number(4)],
  bad: [
    [number(1), number(2), number(3)],
    [number(4), number(5), number(2), number(1)],
  ],
  good: [[number(5), number(6), number(7)]],
  check({ numbers, foldsRepeatedLogs }) {
    return {
      visit(c) {
        numbers.meet(c)
        return undefined
      },
      endLog(layout) {
        const repeats = foldsRepeatedLogs ? numbers.repetitionIn(layout.path) : undefined
        if (!repeats) return undefined
        const { cases, repeated, paths } = repeats
        return {
          layout,
          message: `${cases} 件案件中有 ${repeated} 件已在${named(paths)}里出现，不再逐行列出`,
        }
      },
    }
  },
})
