import { readFile, writeFile } from 'node:fs/promises'
import { table } from '../docs/markdown-table.ts'

/** What one stretch of a soak has counted; seeds that were run twice are counted once. */
export interface Figures {
  readonly what: Soak
  readonly from: number
  readonly count: number
  readonly found: Readonly<Record<string, number>>
}

export type Soak = 'logs' | 'runs' | 'kills' | 'hostile'

/** One line a stretch, as `npm run soak -- --save` writes it. */
export const figuresPath = 'test/soak/figures.jsonl'

export async function savedFigures(): Promise<readonly Figures[]> {
  const text = await readFile(figuresPath, 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Figures => JSON.parse(line))
}

export async function saveFigures(fresh: readonly Figures[]): Promise<void> {
  const isRenewed = (old: Figures): boolean =>
    fresh.some(({ what, from }) => what === old.what && from === old.from)
  const kept = (await savedFigures()).filter((old) => !isRenewed(old))
  const lines = [...kept, ...fresh].sort(
    (one, other) => one.what.localeCompare(other.what) || one.from - other.from,
  )
  await writeFile(figuresPath, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

const titles: Readonly<Record<Soak, string>> = {
  logs: '弄坏的台账',
  runs: '模拟的世界',
  kills: '强行终止的运行',
  hostile: '存心为难的文件',
}

/** The table of docs/reliability.md: stretches of one kind added up. */
export function figuresTable(all: readonly Figures[]): string {
  const rows = (Object.keys(titles) as Soak[]).flatMap((what) => {
    const own = all.filter((one) => one.what === what)
    const sum = new Map<string, number>()
    for (const { found } of own)
      for (const [name, count] of Object.entries(found)) sum.set(name, (sum.get(name) ?? 0) + count)
    const count = own.reduce((total, one) => total + one.count, 0)
    const shown = [...sum].map(([name, found]) => `${name} ${found.toLocaleString('en')}`).join('，')
    return own.length === 0 ? [] : [[titles[what], count.toLocaleString('en'), shown]]
  })
  return table(['做了什么', '多少', '结果'], rows)
}
