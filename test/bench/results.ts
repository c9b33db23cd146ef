export interface Timing {
  readonly id: string
  readonly title: string
  readonly rows?: number | undefined
  readonly milliseconds: readonly number[]
  readonly peakMebibytes?: number | undefined
}

export interface HeatResult {
  readonly title: string
  readonly base?: string | undefined
  readonly timings: readonly Timing[]
}

export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGibibytes: number
  readonly system: string
}

/** All that a run of the bench found out: the table and the document say nothing else. */
export interface Results {
  readonly day: string
  readonly machine: Machine
  /** Of what was compared; undefined where it is not installed. */
  readonly versions: readonly (readonly [name: string, version: string | undefined])[]
  readonly heats: readonly HeatResult[]
  /** Sentences on what was left out, and why. */
  readonly leftOut: readonly string[]
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return sorted.length % 2 === 0 ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper
}

export function timingOf(results: Results, id: string): Timing | undefined {
  return results.heats.flatMap(({ timings }) => timings).find((timing) => timing.id === id)
}

/** How many times as long as another; undefined where one of them did not run. */
export function ratio(of: Timing | undefined, to: Timing | undefined): number | undefined {
  return of && to && median(of.milliseconds) / median(to.milliseconds)
}

/** Milliseconds for each row more: what both take before their first row falls out. */
export function millisecondsPerRow(small: Timing, large: Timing): number {
  const more = median(large.milliseconds) - median(small.milliseconds)
  return more / ((large.rows ?? Number.NaN) - (small.rows ?? Number.NaN))
}

export function bytesPerRow(small: Timing, large: Timing): number {
  const more = (large.peakMebibytes ?? Number.NaN) - (small.peakMebibytes ?? Number.NaN)
  return (more * 2 ** 20) / ((large.rows ?? Number.NaN) - (small.rows ?? Number.NaN))
}
