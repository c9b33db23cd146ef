import fc from 'fast-check'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import type { ReportDocument } from '../../src/model/documents/report.ts'
import { type FakeIo, fakeIo } from '../fake-io.ts'
import { runs } from '../property-tests.ts'
import { clumsyLog } from './clumsy-log.ts'

const kinds = ['xlsx', 'docx', 'csv'] as const

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

/** Where a finding stands, by the row's place in the table. */
function placesIn(report: ReportDocument): (finding: Finding) => string {
  const rows = new Map(rowsIn(report).map(({ type, serial, source }) => [source.line, `${type} ${serial}`]))
  return ({ line, column, heading, rule }) =>
    [line === undefined ? 'log' : rows.get(line), column ?? heading ?? rule].join(' ')
}

/** Findings on cells that nothing was said of before. */
function newFindings(source: ReportDocument, written: ReportDocument): readonly Finding[] {
  const [before, after] = [placesIn(source), placesIn(written)]
  const said = new Set(source.findings.map(before))
  const rules = new Set(source.findings.map(({ rule }) => rule))
  // Of two cases with one number the later is named, and the table turns the types round.
  const isTurned = ({ rule }: Finding): boolean => rule === 'case-number-shared' && rules.has(rule)
  return written.findings.filter((finding) => !isTurned(finding) && !said.has(after(finding)))
}

test.each(kinds)('the cases of any log come back from %s, and nothing new is said of them', async (kind) => {
  await fc.assert(
    fc.asyncProperty(clumsyLog, async (log) => {
      const io = fakeIo({ files: { '台账.csv': log } })
      const source = await reportOf('台账.csv', io, '-o', `统计表.${kind}`)
      const written = await reportOf(`统计表.${kind}`, io)
      expect(casesIn(written)).toEqual(casesIn(source))
      expect([written.unit, written.leftOut]).toEqual([source.unit, []])
      expect(newFindings(source, written)).toEqual([])
    }),
    { numRuns: runs(60) },
  )
})
