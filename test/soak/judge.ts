import { transcript } from '../fake-io.ts'
import type { Cells } from './sound-log.ts'

interface Row {
  readonly type: string | null
  readonly caseNumber: string | null
  readonly filed: string | null
  readonly closed: string | null
  readonly outcome: string | null
  readonly published: string | null
  readonly url: string | null
  readonly remark: string | null
}

interface Report {
  readonly sections: readonly { readonly rows: readonly Row[] }[]
  readonly leftOut: readonly unknown[]
  readonly findings: readonly unknown[]
}

export interface Verdict {
  readonly exitCode: number
  /** Cases of the sound log that are neither in the table as they were nor under any finding. */
  readonly lost: readonly Cells[]
  /** Whether anything was found. */
  readonly isSaid?: boolean
  /** A sentence where the run itself is wrong. */
  readonly broken?: string
}

function keyOf({ type, caseNumber, filed, closed, outcome, published, url, remark }: Row): string {
  return [type, caseNumber, filed, closed, outcome, published, url, remark]
    .map((cell) => cell ?? '')
    .join('\n')
}

function keyOfCells([, ...cells]: Cells): string {
  return cells.join('\n')
}

/**
 * What may be called silent: the run says 0 or finds nothing, and yet a case is missing or another than it was.
 * Damage is one to two places in a small log, so a finding, a case left out with its reason or a failure
 * is taken for the word about it; that the word stands at the right row is what the rules' own tests prove.
 */
export async function judge(name: string, bytes: Uint8Array, cases: readonly Cells[]): Promise<Verdict> {
  const args = [
    'report',
    name,
    '-f',
    'json',
    '--allow-errors',
    '--no-config',
    '--unit',
    '凌源市市场监督管理局',
  ]
  const { exitCode, out, err } = await transcript(args, { files: { [name]: bytes } })
  if (exitCode === 70) return { exitCode, lost: [], broken: err }
  if (exitCode === 3) return { exitCode, lost: [] }
  const report: Report = JSON.parse(out)
  const rows = report.sections.flatMap((section) => section.rows)
  const known = new Set(rows.map(keyOf))
  const missing = cases.filter((cells) => !known.has(keyOfCells(cells)))
  const isSaid = report.findings.length > 0 || report.leftOut.length > 0
  return { exitCode, lost: isSaid ? [] : missing, isSaid }
}
