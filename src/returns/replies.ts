import { kindOf } from '../log/kind.ts'
import { readLog } from '../log/read.ts'
import type { Collected, UnitReturn } from '../model/collected.ts'
import type { LetterHead } from '../model/notice.ts'
import type { ReturnedLog } from '../model/reply.ts'
import type { JudgedRound } from '../model/round.ts'
import { formOf } from '../programmes/form.ts'
import type { Inputs, LogInput } from './inputs.ts'
import { bytesOf, type OneLog } from './read-log.ts'
import type { Setup } from './setup.ts'

/** What every letter of a round says alike. */
function letterHeadOf(
  { programme, settings }: Pick<Setup, 'programme' | 'settings'>,
  round: JudgedRound | null,
): LetterHead {
  const { source, roles, deliverables, inclusive } = programme
  const { title } = formOf(programme)
  return {
    collector: roles.collects,
    asOf: settings.asOf,
    basis: `《${source.title}》${source.number === null ? '' : `（${source.number}）`}`,
    title,
    table: deliverables.find(({ kind }) => kind === 'table')?.name ?? title,
    owed: deliverables.map(({ name }) => name),
    inclusive,
    round,
  }
}

type ReturnedRows = ReturnedLog['rows']

async function rowsIn(log: OneLog, reading: Setup['reading']): Promise<ReturnedRows | undefined> {
  const rows: ReturnedRows[number][] = []
  const summary = await readLog({ path: log.path, bytes: log.open() }, reading, {
    case: () => {},
    fault: () => {},
    row: (row, source) => rows.push({ row, source }),
    ready: async () => {},
  })
  return 'refused' in summary ? undefined : rows
}

/** Cells without what is blank behind the last, and without the rows that are blank altogether. */
function contentOf(rows: ReturnedRows): string {
  const cells = rows.map(({ row }) => [row.row, row.cells.join('\n').trimEnd(), [...(row.links ?? [])]])
  return JSON.stringify(cells.filter(([, text]) => text !== ''))
}

interface ReturnedFiles {
  readonly logs: readonly ReturnedLog[]
  /** The unit's own workbook, where the return is one. */
  readonly own: Uint8Array | undefined
  /** Whether a workbook reads back as the rows that were returned. */
  readonly readsBack: (bytes: Uint8Array) => Promise<boolean>
}

/**
 * A faulty return once more, with every row: collecting keeps cases alone, because most returns are in order and all
 * their rows together would be too much to hold.
 */
async function returnedFiles(
  { logs: summaries }: Pick<UnitReturn, 'logs'>,
  inputs: readonly LogInput[],
  { reading }: Pick<Setup, 'reading'>,
): Promise<ReturnedFiles> {
  const logs: ReturnedLog[] = []
  const books: Uint8Array[] = []
  for (const summary of summaries) {
    const input = inputs.find(({ path }) => path === summary.path)
    if (input === undefined) continue
    const one = await bytesOf(input)
    const rows = (await rowsIn(one, reading)) ?? []
    logs.push({ summary, rows })
    if (kindOf(one.bytes) === 'zip' && summary.path.toLowerCase().endsWith('.xlsx')) books.push(one.bytes)
  }
  const [first] = logs
  const own = logs.length === 1 ? books[0] : undefined
  return {
    logs,
    own,
    async readsBack(bytes) {
      const path = first?.summary.path ?? ''
      const rows = await rowsIn({ path, bytes, isText: false, open: () => pieceOf(bytes) }, reading)
      return rows !== undefined && first !== undefined && contentOf(rows) === contentOf(first.rows)
    },
  }
}

/** What letters and workbooks are made of, read when one is to be written. */
export function repliesOf(
  { round, units }: Pick<Collected, 'round' | 'units'>,
  { logs }: Pick<Inputs, 'logs'>,
  setup: Setup,
) {
  return {
    units,
    head: letterHeadOf(setup, round),
    filesOf: (returned: UnitReturn) => returnedFiles(returned, logs, setup),
  }
}

async function* pieceOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
