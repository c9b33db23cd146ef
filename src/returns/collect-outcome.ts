import { ExitCode } from '../io/io.ts'
import { withheld } from '../table/left-out.ts'
import type { CollectedReturns } from './collect.ts'
import type { Setup } from './setup.ts'
import { exitCodeOf } from './tabulate.ts'

/** Data in order and a unit missing behind the last day is a missed deadline: the table is written all the same. */
export function collectExitCodeOf(collected: CollectedReturns, setup: Setup): ExitCode {
  const code = exitCodeOf(collected, setup)
  if (code !== ExitCode.done) return code
  if (collected.counts.error > 0) return ExitCode.findings
  return collected.roster.missing > 0 ? ExitCode.deadline : ExitCode.done
}

function namesOf(units: readonly { readonly unit: string }[]): string {
  return units.map(({ unit }) => unit).join('、')
}

/**
 * Why no table is made. A unit that is missing or cannot be read is said on the table; a faulty return would make the
 * table wrong, and goes back first, unless the desk takes what is sound of it.
 */
export function collectRefusalOf(
  { units, between, counts }: CollectedReturns,
  allowsErrors: boolean,
): string | undefined {
  const isRead = units.some(({ logs }) => logs.some(({ headingLine }) => headingLine !== null))
  if (!isRead) return '没有出汇总表：没有一份报送读得出案件。请先处理上面的问题。'
  if (allowsErrors || counts.error === 0) return undefined
  const faulty = units.filter((one) => one.counts.error > 0)
  const others = between.filter(({ severity }) => severity === 'error').length
  const reasons = [
    ...(faulty.length > 0
      ? [`${namesOf(faulty)}的报送有错误，请退回改正（加 --replies 退回，写好要发的文件）`]
      : []),
    ...(others > 0 ? [`各单位之间有 ${others} 处错误，请向上面写明的单位核实，退回的文件里没有这些`] : []),
  ]
  return `没有出汇总表：${reasons.join('；')}。要先汇总没有错误的案件，加 --allow-errors（有错误的不列入，并逐件列出）。`
}

/** Without a table every case read stands in `leftOut`. */
export function shownOf(collected: CollectedReturns, refusal: string | undefined): CollectedReturns {
  if (refusal === undefined) return collected
  const units = collected.units.map((one) => ({
    ...one,
    kept: [],
    leftOut: [...one.leftOut, ...withheld(one.kept)],
  }))
  const others = collected.leftOut.filter(
    (one) => !collected.units.some(({ leftOut }) => leftOut.includes(one)),
  )
  return { ...collected, units, leftOut: [...units.flatMap(({ leftOut }) => leftOut), ...others] }
}
