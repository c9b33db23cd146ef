import { judge } from './bounds.ts'
import { duration, withUnit } from './figure.ts'
import {
  bytesPerRow,
  type HeatResult,
  median,
  millisecondsPerRow,
  type Results,
  ratio,
  type Timing,
} from './results.ts'

/** Cells, drawn by the terminal and by the document. */
export interface Table {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function boundsTable(results: Results): Table {
  return {
    headings: ['测的是', '对照', '本次', '至多', '结论'],
    rows: judge(results).map(({ bound, figure, isBroken }) => [
      bound.measured,
      bound.against ?? '—',
      withUnit(figure, bound.unit),
      withUnit(bound.atMost, bound.unit),
      figure === undefined ? '—' : isBroken ? '超出' : '守住',
    ]),
  }
}

function mebibytes(peak: number | undefined): string {
  return peak === undefined ? '—' : `${peak.toFixed(0)} MiB`
}

export function heatTable({ base, timings }: HeatResult): Table {
  const one = timings.find(({ id }) => id === base)
  return {
    headings: ['命令', '倍数', '时间（仅供参考）', '峰值内存'],
    rows: timings.map((timing) => [
      timing.title,
      (ratio(timing, one) ?? Number.NaN).toFixed(2),
      duration(median(timing.milliseconds)),
      mebibytes(timing.peakMebibytes),
    ]),
  }
}

function more(
  figure: (small: Timing, large: Timing) => string,
  previous: Timing | undefined,
  timing: Timing,
) {
  return previous ? figure(previous, timing) : '—'
}

/** Of each size what a row more costs since the size before. */
export function growthTable({ timings }: HeatResult): Table {
  const microseconds = (small: Timing, large: Timing) =>
    `${(millisecondsPerRow(small, large) * 1000).toFixed(2)} 微秒`
  const bytes = (small: Timing, large: Timing) => `${bytesPerRow(small, large).toFixed(1)} 字节`
  return {
    headings: ['命令', '时间（仅供参考）', '每多一行', '峰值内存', '每多一件'],
    rows: timings.map((timing, index) => {
      const previous = timings[index - 1]
      return [
        timing.title,
        duration(median(timing.milliseconds)),
        more(microseconds, previous, timing),
        mebibytes(timing.peakMebibytes),
        more(bytes, previous, timing),
      ]
    }),
  }
}

export function tablesOf(results: Results): readonly (readonly [title: string, table: Table])[] {
  return results.heats.map((heat) => [
    heat.title,
    heat.base === undefined ? growthTable(heat) : heatTable(heat),
  ])
}
