/** How large the logs are, and how often each command runs. */
export interface Scale {
  readonly rows: Readonly<Record<'1k' | '10k' | '100k' | '1m' | '10m', number>>
  readonly manyLogs: number
  readonly manyRows: number
  readonly manyRuns: number
  readonly shortRuns: number
  readonly runs: number
  readonly growthRuns: number
  readonly growthWeighings: number
}

export const full: Scale = {
  rows: { '1k': 1_000, '10k': 10_000, '100k': 100_000, '1m': 1_000_000, '10m': 10_000_000 },
  manyLogs: 200,
  manyRows: 5_000,
  manyRuns: 15,
  shortRuns: 25,
  runs: 5,
  growthRuns: 3,
  growthWeighings: 3,
}

/** Proves that every part of the bench works, and nothing else. */
export const quick: Scale = {
  rows: { '1k': 10, '10k': 20, '100k': 30, '1m': 40, '10m': 50 },
  manyLogs: 3,
  manyRows: 10,
  manyRuns: 1,
  shortRuns: 1,
  runs: 1,
  growthRuns: 1,
  growthWeighings: 1,
}
