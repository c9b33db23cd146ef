import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readLog } from '../../src/log/read.ts'
import type { Case } from '../../src/model/case.ts'
import type { LogSummary } from '../../src/model/log.ts'
import type { ReturnedLog } from '../../src/model/reply.ts'
import { replyWorkbook } from '../../src/render/reply/workbook.ts'

interface Read {
  readonly summary: LogSummary
  readonly cases: readonly Case[]
  readonly rows: ReturnedLog['rows']
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function read(path: string, bytes: Uint8Array): Promise<Read | undefined> {
  const cases: Case[] = []
  const rows: ReturnedLog['rows'][number][] = []
  const summary = await readLog(
    { path, bytes: inOne(bytes) },
    {},
    {
      case: (c) => cases.push(c),
      fault: () => {},
      row: (row, source) => rows.push({ row, source }),
      ready: async () => {},
    },
  )
  return 'refused' in summary ? undefined : { summary, cases, rows }
}

/** With an address where the cell shows other words, as reading makes it of text and link alike. */
function toldOf({ cases }: Read) {
  return cases.map(({ text, type, filed, closed, outcome, published, url }) => {
    return { ...text, url: undefined, links: url?.links, type, filed, closed, outcome, published }
  })
}

const files = ['ok', 'bad'].flatMap((folder) =>
  readdirSync(`fixtures/logs/${folder}`).map((name) => `fixtures/logs/${folder}/${name}`),
)

const kept: string[] = []

test.each(files)('%s sent back reads as the cases that were returned', async (path) => {
  const bytes = new Uint8Array(readFileSync(path))
  const returned = await read(path, bytes)
  if (returned === undefined || returned.cases.length === 0) return
  const { summary, rows } = returned
  const one = { unit: '双塔区', title: '统计表', findings: [], explained: [], answer: '' }
  const readsBack = async (written: Uint8Array): Promise<boolean> => {
    const back = await read(path, written)
    const isSame = JSON.stringify(back && toldOf(back)) === JSON.stringify(toldOf(returned))
    if (isSame) kept.push(path.slice(path.lastIndexOf('/') + 1))
    return isSame
  }
  for (const own of [undefined, bytes]) {
    const reply = { ...one, logs: [{ summary, rows }], own }
    const made = await replyWorkbook(reply, { madeOn: '2024-06-12', readsBack })
    const back = await read('reply.xlsx', made.bytes)
    expect(back && toldOf(back)).toEqual(toldOf(returned))
    expect(back?.summary.unit).toBe(summary.unit)
  }
})

test('a workbook stays as its unit made it unless something of it would be lost', () => {
  expect(kept).toMatchInlineSnapshot(`
    [
      "hidden-sheet.xlsx",
      "hyperlinks.xlsx",
      "merged-cells.xlsx",
      "merged-form.xlsx",
      "merged.xlsx",
      "several-sheets.xlsx",
      "unit-changzhi.xlsx",
      "unit-chaoyangxian.xlsx",
      "unit-ruzhou.xlsx",
      "unit-yuncheng.xlsx",
      "merged.xlsx",
      "unit-dates.xlsx",
    ]
  `)
})
