import type { DiffDocument } from '../../model/documents/diff.ts'
import type { NamedCase } from '../../model/report.ts'
import { findingDocument, slashed } from '../findings/json.ts'
import type { DiffFormat } from './format.ts'

function named(c: NamedCase): DiffDocument['added'][number] {
  return { ...c, path: slashed(c.path) }
}

export const diffJson: DiffFormat = (report) => {
  const { head, difference, findings, counts, exitCode } = report
  const { before, after, added, removed, closed, renumbered, changed } = difference
  const document: DiffDocument = {
    schemaVersion: 1,
    ...head,
    old: slashed(report.old),
    new: slashed(report.new),
    before,
    after,
    added: added.map(named),
    removed: removed.map(named),
    closed: closed.map(named),
    renumbered: renumbered.map(({ from, to }) => ({ from: named(from), to: named(to) })),
    changed: [...changed],
    findings: findings.map(findingDocument),
    counts,
    exitCode,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
