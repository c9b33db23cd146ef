import { run } from '../../src/cli.ts'
import type { ReportDocument } from '../../src/model/documents/report.ts'
import { type FakeIo, fakeIo } from '../fake-io.ts'

type Row = ReportDocument['sections'][number]['rows'][number]
type Finding = ReportDocument['findings'][number]

function rowsIn({ sections }: ReportDocument): readonly Row[] {
  return sections.flatMap(({ rows }) => rows)
}

async function reportOf(path: string, io: FakeIo, ...more: readonly string[]): Promise<ReportDocument> {
  const before = io.printed.out.length
  await run(['report', path, '--allow-errors', '-f', 'json', '-q', ...more], io)
  return JSON.parse(io.printed.out.slice(before))
}

function casesIn(report: ReportDocument) {
  return rowsIn(report).map(({ source, ...row }) => row)
}

const saysLeftOut = 'cases-left-out'

/** Two units leave the form's line blank, which is one fault on either side. */
function subject({ column, heading, rule }: Finding): string {
  return column ?? heading ?? (rule.startsWith('unit-') ? 'unit' : rule)
}

/** Where a finding stands, by the row's place in the table. */
function placesIn(report: ReportDocument): (finding: Finding) => string {
  const rows = new Map(rowsIn(report).map(({ type, serial, source }) => [source.line, `${type} ${serial}`]))
  return (finding) => `${finding.line === undefined ? 'log' : rows.get(finding.line)} ${subject(finding)}`
}

/** Findings on cells that nothing was said of before. */
function newFindings(source: ReportDocument, written: ReportDocument): readonly Finding[] {
  const [before, after] = [placesIn(source), placesIn(written)]
  const said = new Set(source.findings.map(before))
  const rules = new Set(source.findings.map(({ rule }) => rule))
  // Of two cases with one number the later is named, and the table turns the types round.
  const isTurned = ({ rule }: Finding): boolean => rule === 'case-number-shared' && rules.has(rule)
  return written.findings.filter(
    (finding) => finding.rule !== saysLeftOut && !isTurned(finding) && !said.has(after(finding)),
  )
}

/** What the form itself says to be missing, once a type and once of no type. */
function gapsIn({ leftOut, sections }: ReportDocument): number {
  const types: readonly (string | null)[] = sections.map(({ type }) => type)
  const faulty = leftOut.filter(({ reason }) => reason === 'rule')
  return new Set(faulty.map(({ type }) => (types.includes(type) ? type : null))).size
}

/** What is in the table made of a log, and in the one made of that table. */
export async function sentAndReadBack(log: string, kind: string) {
  const io = fakeIo({ files: { '台账.csv': log } })
  const source = await reportOf('台账.csv', io, '-o', `统计表.${kind}`)
  const written = await reportOf(`统计表.${kind}`, io)
  return {
    sent: { cases: casesIn(source), unit: source.unit, leftOut: [], gaps: gapsIn(source), newFindings: [] },
    readBack: {
      cases: casesIn(written),
      unit: written.unit,
      leftOut: written.leftOut,
      gaps: written.findings.filter(({ rule }) => rule === saysLeftOut).length,
      newFindings: newFindings(source, written),
    },
  }
}
