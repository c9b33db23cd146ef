import fc from 'fast-check'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import type { ReportDocument } from '../../src/model/documents/report.ts'
import { type FakeIo, fakeIo } from '../fake-io.ts'
import { runs } from '../property-tests.ts'
import { clumsyLog, logText } from './clumsy-log.ts'

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
async function sentAndReadBack(log: string, kind: string) {
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

const kinds = ['xlsx', 'docx', 'csv'] as const

test.each(kinds)('the cases of any log come back from %s, and nothing new is said of them', async (kind) => {
  await fc.assert(
    fc.asyncProperty(clumsyLog, async (log) => {
      const { sent, readBack } = await sentAndReadBack(log, kind)
      expect(readBack).toEqual(sent)
    }),
    { numRuns: runs(60) },
  )
})

const unit = '填报单位：凌源市市场监督管理局'
const ordinary = ['1', '专利侵权裁决', '朝凌市监处罚〔2024〕1号', '2024-03-05', '2024-05-06']

function withEnd(...end: readonly string[]): string {
  return logText(unit, [[...ordinary, ...end]])
}

test.each([
  ['a separator of lines alone in 备注', withEnd('裁决', '否', '', '\u2028')],
  ['a control character', withEnd('裁决', '否', '', '依法不公开\u0090')],
  ['what is no character', withEnd('裁决', '否', '', '\ufffe依法不公开')],
  [
    'the next-line control between words and a link',
    withEnd('裁决', '是', '见\u0085https://a.example/1', ''),
  ],
  ['a unit on a ruled line behind an invisible space', logText('填报单位：凌源市局\u200b_', [])],
  ['a unit in two lines', logText('填报单位：凌源市\r\n市场监督管理局 时间：2024年6月7日', [])],
  ['two units', logText('填报单位：甲局', [['填报单位：乙局', '', '', '', '', '', '', '', '']])],
])('a log with %s comes back from every file', async (_, log) => {
  for (const kind of kinds) {
    const { sent, readBack } = await sentAndReadBack(log, kind)
    expect(readBack, kind).toEqual(sent)
  }
})
