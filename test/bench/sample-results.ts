import type { Results, Timing } from './results.ts'

function timing(id: string, milliseconds: number, more: Partial<Timing> = {}): Timing {
  return {
    id,
    title: `title of ${id}`,
    milliseconds: [milliseconds, milliseconds + 1, milliseconds - 1],
    ...more,
  }
}

/** A run in which every bound is kept. */
export const sampleResults: Results = {
  day: '2024-06-07',
  machine: { cpu: 'Example 3000', cores: 2, memoryGibibytes: 8, system: 'Linux 6.1' },
  versions: [
    ['Node.js', '20.20.0'],
    ['DuckDB', '1.5.6'],
    ['Miller', undefined],
  ],
  heats: [
    {
      title: '启动与小台账（1000 行）',
      base: 'node',
      timings: [timing('node', 40), timing('version', 48), timing('ipcase-1k', 70), timing('report', 200)],
    },
    {
      title: '100 万行',
      base: 'ipcase-1m',
      timings: [
        timing('ipcase-1m', 2000, { peakMebibytes: 140 }),
        timing('ipcase-1m-faulty', 3000, { peakMebibytes: 180 }),
        timing('ipcase-1m-gbk', 2200, { peakMebibytes: 150 }),
        timing('plain-1m', 9000, { peakMebibytes: 300 }),
        timing('duckdb-1m', 1000, { peakMebibytes: 600 }),
      ],
    },
    {
      title: '200 份台账，各 5000 行',
      base: 'many-alone',
      timings: [timing('many', 1100), timing('many-alone', 2000)],
    },
    {
      title: '增长',
      timings: [
        timing('growth-10k', 120, { rows: 10_000, peakMebibytes: 60 }),
        timing('growth-100k', 300, { rows: 100_000, peakMebibytes: 70 }),
        timing('growth-1m', 2100, { rows: 1_000_000, peakMebibytes: 140 }),
        timing('growth-10m', 20_100, { rows: 10_000_000, peakMebibytes: 320 }),
      ],
    },
  ],
  leftOut: ['100 万行：csvclean 没有做完，未列入。'],
}

/** The same run, but one command took this long or weighed this much. */
export function but(id: string, change: Partial<Timing>): Results {
  const heats = sampleResults.heats.map((heat) => ({
    ...heat,
    timings: heat.timings.map((each) => (each.id === id ? { ...each, ...change } : each)),
  }))
  return { ...sampleResults, heats }
}

export function without(id: string): Results {
  const heats = sampleResults.heats.map((heat) => ({
    ...heat,
    timings: heat.timings.filter((each) => each.id !== id),
  }))
  return { ...sampleResults, heats }
}
