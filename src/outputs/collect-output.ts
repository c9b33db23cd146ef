import { ExitCode, type Io } from '../io/io.ts'
import type { Collected } from '../model/collected.ts'
import type { ColorChoice } from '../model/look.ts'
import type { RunHead, RunSummary } from '../model/run.ts'
import { collectJson } from '../render/collect/json.ts'
import { collectNotes, missingWords } from '../render/collect/notes.ts'
import { rosterText } from '../render/collect/text.ts'
import { lookOf } from './look.ts'
import type { Progress } from './progress.ts'
import { type OutputPlan, writeDocuments, writeReport } from './table-outputs.ts'

export interface WholeCollection {
  readonly head: RunHead
  readonly collected: Collected
  /** Why no table is made. */
  readonly refusal: string | undefined
  readonly run: Pick<RunSummary, 'rules' | 'since' | 'skipped' | 'failures' | 'exitCode'>
}

interface Saying {
  readonly color: ColorChoice | undefined
  readonly quiet: boolean
}

/** Writes the merged table and what goes with it. Who has handed in is said also where no table can be made. */
export async function writeCollected(
  whole: WholeCollection,
  plan: OutputPlan,
  saying: Saying,
  { io, making }: { readonly io: Io } & Pick<Progress, 'making'>,
): Promise<void> {
  const { collected, refusal, run } = whole
  const say = (lines: readonly string[]) => io.err.write(lines.map((line) => `${line}\n`).join(''))
  const missing = run.exitCode === ExitCode.deadline ? missingWords(collected) : []
  if (refusal !== undefined) {
    const isOnScreen = plan.format === 'text'
    const roster = rosterText(collected, lookOf(saying, isOnScreen ? io : { ...io, out: io.err }))
    if (isOnScreen) await io.out.write(`${roster.join('\n')}\n`)
    else if (!saying.quiet) await say(roster)
    await writeDocuments(plan, () => collectJson({ ...whole, outputs: [] }), io)
    return await say(saying.quiet ? [refusal] : [...collectNotes(collected), refusal])
  }
  const rendering = { statistics: collected.statistics, plan, look: lookOf(saying, io), io, making }
  const { warnings } = await writeReport(rendering, (outputs) => collectJson({ ...whole, outputs }))
  if (saying.quiet) return await say([...warnings, ...missing])
  const roster =
    plan.format === undefined ? rosterText(collected, lookOf(saying, { ...io, out: io.err })) : []
  await say(['', ...roster, ...warnings, ...collectNotes(collected)])
}
