import { ExitCode, type Io } from '../io/io.ts'
import { type Collected, hasCome } from '../model/collected.ts'
import type { ColorChoice } from '../model/look.ts'
import type { RecordedUnits } from '../model/recorded.ts'
import type { RunHead, RunSummary } from '../model/run.ts'
import { collectJson } from '../render/collect/json.ts'
import { collectNotes, missingWords } from '../render/collect/notes.ts'
import { rosterText } from '../render/collect/roster.ts'
import { visible } from '../render/printable.ts'
import { lookOf } from './look.ts'
import type { Progress } from './progress.ts'
import { type OutputPlan, writeDocuments, writeReport } from './table-outputs.ts'

export interface WholeCollection {
  readonly head: RunHead
  readonly collected: Collected
  /** Why no table is made. */
  readonly refusal: string | undefined
  /** null: nothing was to be noted in the archive. */
  readonly recorded: RecordedUnits | null
  readonly run: Pick<RunSummary, 'rules' | 'since' | 'skipped' | 'failures' | 'exitCode'>
}

interface Saying {
  readonly color: ColorChoice | undefined
  readonly quiet: boolean
}

interface CollectWriting {
  readonly plan: OutputPlan
  readonly saying: Saying
  readonly io: Io
}

/** Who has handed in is said also where no table can be made. */
async function writeRefused(whole: WholeCollection, refusal: string, { plan, saying, io }: CollectWriting) {
  const { collected } = whole
  const isOnScreen = plan.format === 'text'
  const look = lookOf(saying, isOnScreen ? io : { ...io, out: io.err })
  // Of a slip in the path nobody is missing.
  const roster = collected.units.some(hasCome) ? rosterText(collected, look) : []
  // On a screen the findings stand right above.
  const gap = io.out.isTerminal ? '\n' : ''
  if (isOnScreen && roster.length > 0) await io.out.write(`${gap}${roster.join('\n')}\n`)
  await writeDocuments(plan, () => collectJson({ ...whole, outputs: [] }), io)
  const beside = isOnScreen ? [] : roster
  const lines =
    saying.quiet || roster.length === 0
      ? [visible(refusal)]
      : [...beside, ...collectNotes(collected), visible(refusal)]
  await io.err.write(lines.map((line) => `${line}\n`).join(''))
}

/** Writes the merged table and what goes with it. */
export async function writeCollected(
  whole: WholeCollection,
  plan: OutputPlan,
  saying: Saying,
  { io, making }: { readonly io: Io } & Pick<Progress, 'making'>,
): Promise<void> {
  const { collected, refusal, run } = whole
  if (refusal !== undefined) return await writeRefused(whole, refusal, { plan, saying, io })
  const rendering = { statistics: collected.statistics, plan, look: lookOf(saying, io), io, making }
  const { warnings } = await writeReport(rendering, (outputs) => collectJson({ ...whole, outputs }))
  const beside = lookOf(saying, { ...io, out: io.err })
  const roster = plan.format === undefined ? rosterText(collected, beside) : []
  const missing = run.exitCode === ExitCode.deadline ? missingWords(collected) : []
  const lines = saying.quiet
    ? [...warnings, ...missing]
    : ['', ...roster, ...warnings, ...collectNotes(collected)]
  await io.err.write(lines.map((line) => `${line}\n`).join(''))
}
