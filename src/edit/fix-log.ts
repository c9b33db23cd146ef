import { readLog } from '../log/read.ts'
import { refusalText } from '../log/refusal.ts'
import { repairingsOf } from '../log/repairs.ts'
import type { Row } from '../log/row.ts'
import type { ReadOptions } from '../log/sheets-asked.ts'
import type { Case } from '../model/case.ts'
import type { Edit, FixedLog } from '../model/edit.ts'
import { type Unwritable, writeEdits } from './write-edits.ts'

export interface Fixed extends FixedLog {
  /** Those given, where nothing was put right. */
  readonly bytes: Uint8Array
  readonly notes: readonly string[]
}

interface Found {
  readonly made: Edit[]
  readonly proposed: Edit[]
}

function addRepairs({ made, proposed }: Found, c: Case, row: Row): void {
  for (const { isDoubtful, ...repair } of repairingsOf(c, row)) {
    const to = isDoubtful ? proposed : made
    to.push({ layout: c.layout, line: c.line, row: c.row, ...repair })
  }
}

const noHeading: Unwritable = {
  message: '没有找到表头，不知道哪一格是什么，没有改',
  remedy: '请先按 ipcase validate 所说改好表头。',
}

const computed = '这一格是公式算出的，或带着格式加上的字，没有改；请自己改'
const notEncoded = '台账的编码（GBK）里没有这一格要写的字，没有改；请自己改，或把台账另存为 UTF-8'

/** The log with every safe repair made, and nothing else changed. */
export async function fixLog(
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  options: ReadOptions,
): Promise<Fixed | Unwritable> {
  const found: Found = { made: [], proposed: [] }
  const summary = await readLog({ path, bytes: inOnePiece(bytes) }, options, {
    case: (c, row) => addRepairs(found, c, row),
    fault() {},
    ready: async () => {},
  })
  if ('refused' in summary) return refusalText(summary)
  if (summary.headingLine === null) return noHeading
  const written = await writeEdits({ bytes, options, sheets: summary.sheets ?? [] }, found.made, 'kept')
  if ('message' in written) return written
  const left = new Set(written.left)
  const reason = summary.encoding ? notEncoded : computed
  const made = found.made.filter((edit) => !left.has(edit))
  const undone = found.made.filter((edit) => left.has(edit)).map((edit) => ({ ...edit, reason }))
  return { path, ...written, made, proposed: [...found.proposed, ...undone] }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
