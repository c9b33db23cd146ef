import type { FixDocument } from '../../model/documents/fix.ts'
import type { Edit, FixedFile } from '../../model/edit.ts'
import type { Failure, RunHead, Skipped } from '../../model/run.ts'
import { slashed } from '../findings/json.ts'

function edit({ sheet, line, cell, column, heading, from, to, reason }: Edit) {
  return { ...(sheet !== undefined && { sheet }), line, cell, column, heading, from, to, reason }
}

export interface FixReport {
  readonly head: RunHead
  readonly logs: readonly FixedFile[]
  readonly skipped: readonly Skipped[]
  readonly failures: readonly Failure[]
  readonly exitCode: number
}

export function fixJson({ head, logs, skipped, failures, exitCode }: FixReport): string {
  const document: FixDocument = {
    schemaVersion: 1,
    ...head,
    logs: logs.map(({ path, outputs, made, proposed }) => ({
      path: slashed(path),
      outputs: outputs.map(slashed),
      made: made.map(edit),
      proposed: proposed.map(edit),
    })),
    skipped: skipped.map(({ path, reason }) => ({ path: slashed(path), reason })),
    failures: failures.map(({ path, message, remedy }) => ({ path: slashed(path), message, remedy })),
    exitCode,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
