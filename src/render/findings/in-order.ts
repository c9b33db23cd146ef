import { type Finding, severities } from '../../model/finding.ts'

/** As the log has them; the gravest of one row first. */
export function inOrder(findings: readonly Finding[], paths: readonly string[]): readonly Finding[] {
  const place = new Map(paths.map((path, at) => [path, at]))
  const at = ({ path }: Finding): number => place.get(path) ?? paths.length
  return [...findings].sort(
    (one, other) =>
      at(one) - at(other) ||
      (one.sheet ?? '').localeCompare(other.sheet ?? '', 'zh') ||
      (one.line ?? 0) - (other.line ?? 0) ||
      severities.indexOf(one.severity) - severities.indexOf(other.severity),
  )
}
