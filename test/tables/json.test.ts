import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { columns } from '../../src/model/case.ts'
import { day } from '../../src/model/date.ts'
import type { ReportDocument } from '../../src/model/documents/report.ts'
import type { JudgedRound } from '../../src/model/round.ts'
import type { Statistics } from '../../src/model/table.ts'
import { cellTexts } from '../../src/render/table/cells.ts'
import { type Report, reportJson } from '../../src/render/table/json.ts'
import { hostile, nilReturn, ordinary } from './samples.ts'

const asOf = day('2024-06-07')

const current: JudgedRound = {
  id: '2024-06',
  due: day('2024-06-10'),
  lastDay: day('2024-06-10'),
  assumption: null,
  status: 'open',
  daysLeft: 3,
  workingDaysLeft: 0,
  lastWorkingDay: asOf,
  dayOff: '端午节',
  lastDayOff: '端午节',
  submittedOn: null,
}

function reportOf(statistics: Statistics | null, parts: Partial<Report> = {}): Report {
  return {
    head: { tool: { name: 'ipcase', version: '0.0.0' }, asOf, programme: 'chaoyang' },
    facts: {
      unit: '凌源市市场监督管理局（知识产权局）',
      period: { name: 'all', from: null, to: asOf },
      deadline: {
        asOf,
        programme: { id: 'chaoyang', name: '', inclusive: true, deliverables: [] },
        rounds: [current],
        current,
        reason: '',
      },
      cases: 9,
      leftOut: [],
      closedLater: [],
      borrowedForm: null,
      comparison: 'no-archive',
      neverReturned: { cases: [], closedAfter: null },
    },
    statistics,
    findings: [],
    outputs: [],
    run: {
      counts: { error: 0, warning: 0, note: 0 },
      rules: [],
      explained: [],
      skipped: [],
      failures: [],
      exitCode: 0,
    },
    ...parts,
  }
}

const finding = {
  rule: 'date-invalid',
  severity: 'error',
  path: '台账\\凌源.xlsx',
  sheet: '一季度',
  line: 7,
  cell: 'E7',
  column: 'closed',
  heading: '结案时间',
  value: '2024-02-30',
  message: '结案时间「2024-02-30」不是日历上的一天',
  remedy: '按案卷改成实际的日期。',
} as const

const explained = {
  ...finding,
  rule: 'publication-late',
  severity: 'note',
  type: '商标侵权',
  caseNumber: '朝凌市监处罚〔2024〕9号',
  reason: '当事人申请行政复议，复议期间暂缓公开',
} as const

/** Everything a report can hold: a row left out, a finding, one that is explained, an output, files skipped and unreadable. */
function fullReport(): Report {
  const plain = reportOf(ordinary)
  const { path, sheet, line, rule, message } = finding
  const named = {
    path,
    sheet,
    line,
    row: line,
    serial: '3',
    type: '商标侵权',
    caseNumber: '朝凌市监处罚〔2024〕9号',
    filed: '2024-02-28',
  }
  return {
    ...plain,
    facts: {
      ...plain.facts,
      leftOut: [{ ...named, reason: 'rule', rules: [rule], message }],
      closedLater: [{ ...named, line: 9, row: 9, caseNumber: null }],
    },
    findings: [finding],
    outputs: [{ path: 'out\\统计表.xlsx', sha256: '0'.repeat(64) }],
    run: {
      counts: { error: 1, warning: 0, note: 0 },
      rules: [],
      explained: [explained],
      skipped: [{ path: '台账\\照片.jpg', reason: '不是台账' }],
      failures: [{ path: '台账\\旧.doc', message: '读不了 .doc 文件', remedy: '另存为 .docx。' }],
      exitCode: 3,
    },
  }
}

const reports = {
  ordinary: fullReport(),
  nil: reportOf(nilReturn),
  hostile: reportOf(hostile),
  withheld: reportOf(null, { findings: [finding] }),
}

test.each(Object.entries(reports))(
  '%s.json is what scripts get, as the schema says',
  async (name, report) => {
    const text = reportJson(report)
    const check = new Ajv2020({ strict: true }).compile(
      JSON.parse(await readFile('templates/schema/report.json', 'utf8')),
    )
    check(JSON.parse(text))
    expect(check.errors).toBe(null)
    await expect(text).toMatchFileSnapshot(`golden/${name}.json`)
  },
)

test('a script reads the cells that every other format shows', () => {
  for (const statistics of [ordinary, hostile]) {
    const document: ReportDocument = JSON.parse(reportJson(reportOf(statistics)))
    const rows = document.sections.flatMap(({ rows }) => rows)
    expect(rows.map(({ source: _, ...row }) => Object.values(row).map((cell) => String(cell ?? '')))).toEqual(
      statistics.table.sections.flatMap(({ rows }) => rows.map(cellTexts)),
    )
    expect(Object.keys(rows[0] ?? {})).toEqual([...columns, 'source'])
  }
})

test('a programme without dates has no round', () => {
  const plain = reportOf(nilReturn)
  const facts = { ...plain.facts, deadline: { ...plain.facts.deadline, rounds: [], current: null } }
  expect(JSON.parse(reportJson({ ...plain, facts })).round).toBe(null)
})
