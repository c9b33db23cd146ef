import type { ComparedSide } from '../../model/difference.ts'
import type { DiffDocument } from '../../model/documents/diff.ts'
import type { NamedCase } from '../../model/report.ts'
import { findingDocument, slashed } from '../findings/json.ts'
import type { DiffFormat } from './index.ts'
import { diffNotes } from './lists.ts'

function named(c: NamedCase): DiffDocument['added'][number] {
  return { ...c, path: slashed(c.path) }
}

function side({ unit, period, isWhole }: ComparedSide, notCollected: number): DiffDocument['sides']['old'] {
  return { unit, period, whole: isWhole, notCollected }
}

export const diffJson: DiffFormat = (report) => {
  const { head, difference, findings, counts, exitCode } = report
  const { before, after, notCollected, added, removed, closed, renumbered, changed } = difference
  const document: DiffDocument = {
    schemaVersion: 1,
    ...head,
    old: slashed(report.old.path),
    new: slashed(report.new.path),
    sides: { old: side(report.old, notCollected.before), new: side(report.new, notCollected.after) },
    notes: [...diffNotes(report)],
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
