import { basename } from 'node:path'
import { ExitCode, type Io } from '../io/io.ts'
import type { BriefFacts } from '../model/brief.ts'
import type { Finding } from '../model/finding.ts'
import type { ColorChoice } from '../model/look.ts'
import type { RecordedReturn } from '../model/recorded.ts'
import type { ReportFacts } from '../model/report.ts'
import type { RunHead, RunSummary } from '../model/run.ts'
import type { Statistics } from '../model/table.ts'
import { commandLine } from '../render/command-line.ts'
import { deadlineSentences } from '../render/deadline/words.ts'
import { receiptNotes, recordedText } from '../render/record.ts'
import { reportNotes } from '../render/report-notes.ts'
import { reportJson } from '../render/table/json.ts'
import { type BriefGiven, type BriefPlan, draftBrief, planBrief, withBrief } from './brief-output.ts'
import { lookOf } from './look.ts'
import type { Progress } from './progress.ts'
import {
  type OutputPlan,
  type OutputsGiven,
  planOutputs,
  writeDocuments,
  writeReport,
} from './table-outputs.ts'
import { keepSources } from './targets.ts'

export interface ReportPlan {
  readonly table: OutputPlan
  readonly brief: BriefPlan | undefined
  /** Everything that will be written. */
  readonly paths: readonly string[]
}

/** Where everything goes: decided, and what can be refused refused, before the first log is read. */
export async function planReport(
  given: OutputsGiven & BriefGiven,
  sources: readonly string[],
  io: Io,
): Promise<ReportPlan> {
  const table = await planOutputs(given, io)
  const brief = await planBrief(given, io)
  const paths = withBrief(given.outputs, brief)
  await keepSources(paths, sources, io)
  return { table, brief, paths }
}

export interface WholeReport {
  readonly head: RunHead
  readonly facts: ReportFacts
  readonly statistics: Statistics | null
  /** Why no table is made. */
  readonly refusal: string | undefined
  readonly findings: readonly Finding[]
  readonly run: Pick<RunSummary, 'counts' | 'rules' | 'explained' | 'skipped' | 'failures' | 'exitCode'>
  readonly brief: { readonly facts: () => BriefFacts; readonly isExpected: boolean }
  /** Asked to record what is written; absent where nobody asked. */
  readonly record: ((files: readonly WrittenFile[]) => Promise<RecordedReturn>) | undefined
  /** What `record` would need beside the file. */
  readonly recordWords: readonly string[]
}

export interface WrittenFile {
  readonly name: string
  readonly sha256: string
}

/** How to record a table without errors, where that is not done yet. */
function recordingHint({ run, recordWords }: WholeReport, { outputs }: OutputPlan): readonly string[] {
  if (run.counts.error > 0) return []
  const file = outputs.find(({ format }) => format !== 'json')?.path
  const also = file === undefined ? '写成文件（-o）时加 --record' : '出表时加 --record'
  return [
    `报送以后登记：${commandLine('record', file ?? '报送的文件', ...recordWords)}；${also}，可一并登记。`,
  ]
}

/** Writes the table and what goes with it, and says of them what the table cannot. */
export async function writeWhole(
  report: WholeReport,
  plan: ReportPlan,
  saying: { readonly color: ColorChoice | undefined; readonly quiet: boolean },
  { io, making }: { readonly io: Io } & Pick<Progress, 'making'>,
): Promise<void> {
  const { facts, statistics, run, brief, record } = report
  const say = (lines: readonly string[]) => io.err.write(lines.map((line) => `${line}\n`).join(''))
  if (statistics === null) {
    await writeDocuments(plan.table, () => reportJson({ ...report, outputs: [] }), io)
    return await say(report.refusal === undefined ? [] : [report.refusal])
  }
  const draft = await draftBrief(plan.brief, brief, io)
  const rendering = { statistics, plan: plan.table, beside: draft.file, look: lookOf(saying, io), io, making }
  const { written, warnings } = await writeReport(rendering, (outputs) => reportJson({ ...report, outputs }))
  const recorded = await record?.(written.map(({ path, sha256 }) => ({ name: basename(path), sha256 })))
  if (recorded) await (plan.table.format === undefined ? io.out : io.err).write(recordedText(recorded))
  const isLate = run.exitCode === ExitCode.deadline
  const matters = [...warnings, ...(isLate ? deadlineSentences(facts.deadline).slice(0, 2) : [])]
  const more = recorded ? receiptNotes(recorded) : recordingHint(report, plan.table)
  await say(saying.quiet ? matters : ['', ...warnings, ...reportNotes(facts), ...draft.notes, ...more])
}
