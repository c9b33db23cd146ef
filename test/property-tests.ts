import fc from 'fast-check'

/** The same cases at every run, unless `npm run test:random` asks for others, and for more of them. */
const { PROPERTY_SEED = '20240610', PROPERTY_TIMES = '1' } = process.env

export function runs(usual: number): number {
  return usual * Number(PROPERTY_TIMES)
}

fc.configureGlobal({ seed: Number(PROPERTY_SEED), numRuns: runs(100) })
