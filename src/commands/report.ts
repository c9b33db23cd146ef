import { basename } from 'node:path'
import { ExitCode, type Io } from '../io/io.ts'
import { type BriefPlan, draftBrief, planBrief, withBrief } from '../outputs/brief-output.ts'
import { openVoice } from '../outputs/findings-voice.ts'
import { createProgress, type Progress } from '../outputs/progress.ts'
import {
  type OutputPlan,
  planOutputs,
  type ReportDocument,
  reportFormats,
  writeDocuments,
  writeReport,
} from '../outputs/table-outputs.ts'
import { inputsBeside, keepSources } from '../outputs/targets.ts'
import { deadlineSentences } from '../render/deadline/sentences.ts'
import { receiptNotes, recordedText } from '../render/record/text.ts'
import { reportNotes } from '../render/report/notes.ts'
import { requirePeriod } from '../returns/asked-period.ts'
import { type Background, backgroundOf, sayDamaged } from '../returns/background.ts'
import { gather } from '../returns/gather.ts'
import { logOperand } from '../returns/inputs.ts'
import { checkingOptions, prepare } from '../returns/preparation.ts'
import { backgroundToRecord, filingOf, recordReturn, requireRecordable } from '../returns/recording.ts'
import { requirePlace } from '../returns/store-receipt.ts'
import { asideOf } from './aside.ts'
import { defineCommand } from './command.ts'
import { commandLine } from './command-line.ts'
import { compile } from './compile.ts'
import { lookOf } from './look.ts'
import * as option from './options.ts'
import {
  codeOf,
  documentOf,
  isNothingRead,
  isWithheld,
  type Return,
  recordedOf,
  recordingHint,
} from './return.ts'

const findingsOnly = { format: 'text', outputs: [], force: false } as const

const nothingRead = ['没有出表：没有一个台账读得出案件，也就不能说本期没有案件。请先改正上面的问题。']

const withheld = ['没有出表：请先改正上面的错误。确要先出的，加 --allow-errors（有错误的案件不列入表中）。']

/** Why there is no table. */
function refusalOf(made: Return, allowErrors: boolean): readonly string[] | undefined {
  if (isNothingRead(made.gathered)) return nothingRead
  return isWithheld(made) && !allowErrors ? withheld : undefined
}

async function say(lines: readonly string[], io: Io): Promise<void> {
  await io.err.write(lines.map((line) => `${line}\n`).join(''))
}

interface Finished {
  readonly made: Return
  readonly background: Background
  readonly exitCode: ExitCode
}

interface Wanted {
  readonly plan: OutputPlan
  readonly briefPlan: BriefPlan | undefined
  readonly document: ReportDocument
  readonly options: {
    readonly color: option.ColorChoice | undefined
    readonly quiet: boolean
    readonly force: boolean
    readonly record: boolean
  }
}

/** Writes the table and what goes with it; the result is what to say of them. */
async function write({ made, background, exitCode }: Finished, wanted: Wanted, { io, making }: Progress) {
  const { plan, briefPlan, document, options } = wanted
  const { gathered, compiled } = made
  const { statistics, facts } = compiled
  const draft = await draftBrief(briefPlan, { gathered, background, compiled }, io)
  const filing = options.record ? await filingOf(recordedOf(made), background, options.force) : undefined
  if (filing) await requirePlace(filing, io)
  const rendering = { statistics, plan, beside: draft.file, look: lookOf(options, io), io, making }
  const { written, warnings } = await writeReport(rendering, document)
  const files = written.map(({ path, sha256 }) => ({ name: basename(path), sha256 }))
  const recorded = filing && (await recordReturn(filing, { files, background }, io))
  if (recorded) await (plan.format === undefined ? io.out : io.err).write(recordedText(recorded))
  const isLate = exitCode === ExitCode.deadline
  const matters = [...warnings, ...(isLate ? deadlineSentences(facts.deadline).slice(0, 2) : [])]
  return options.quiet
    ? matters
    : [
        '',
        ...warnings,
        ...reportNotes(facts),
        ...draft.notes,
        ...(recorded ? receiptNotes(recorded) : recordingHint(made, plan.outputs)),
      ]
}

export default defineCommand({
  operands: [logOperand],
  options: {
    unit: option.unitOption,
    round: option.roundOption,
    archive: option.archiveOption,
    outputs: option.outputOption,
    force: option.forceOption,
    format: option.formatOption(reportFormats),
    period: option.periodOption,
    sort: option.sortOption,
    allowErrors: option.allowErrorsOption,
    template: option.templateOption,
    font: option.fontOption,
    brief: option.briefOption,
    record: option.recordOption,
    ...checkingOptions,
    color: option.colorOption,
    quiet: option.quietOption,
    noProgress: option.noProgressOption,
  },
  examples: [
    { line: 'report 凌源.csv', does: '核对台账，在屏幕上显示统计表' },
    { line: 'report 凌源.csv -o 统计表.xlsx -o 统计表.pdf', does: '写成可打印、可上报的文件' },
    { line: 'report 台账 --period year-to-date --round 2024-09', does: '按本年累计，出 9 月那一期的表' },
  ],
  async run({ operands, options }, io) {
    const plain = await prepare(options, false, io)
    requirePeriod(plain)
    const { head, settings, tally } = plain
    const { config } = settings
    const outputs = options.outputs.length > 0 ? options.outputs : (config.outputs ?? [])
    const plan = await planOutputs({ ...options, outputs }, io)
    if (options.record) requireRecordable(plan.outputs, settings)
    const briefPlan = await planBrief({ ...options, outputs }, io)
    await keepSources(withBrief(outputs, briefPlan), settings.files, io)
    const logs = operands.length > 0 ? operands : (config.logs ?? [])
    const found = await inputsBeside(withBrief(outputs, briefPlan), logs, io)
    const look = options.record ? backgroundToRecord : backgroundOf
    const background = await look({ prepared: plain, inputs: found }, options.round, io)
    const { prepared, inputs } = background
    if (options.quiet) await sayDamaged(background, io)
    const progress = createProgress(io, !options.noProgress && !options.quiet)
    const aside = asideOf(progress.io, options.quiet)
    const voice = await openVoice(findingsOnly, { head, look: lookOf(options, aside.io), io: aside.io })
    const ready = async (at: number, cases: number): Promise<void> => {
      await voice.ready()
      await progress.tick({ logs: inputs.logs, at, cases })
    }
    const gathered = await gather(inputs, prepared, { ...voice, ready })
    await progress.end()
    const compiled = compile(gathered, background, options)
    const made: Return = { prepared, inputs, gathered, compiled }
    const exitCode = codeOf(made)
    const again = commandLine('report', ...operands)
    const run = { exitCode, counts: tally.counts(), byRule: tally.byRule(), again }
    await voice.end({ ...run, skipped: inputs.skipped, failures: gathered.failures })
    if (exitCode === ExitCode.findings || exitCode === ExitCode.failure) await aside.release()
    const refusal = refusalOf(made, options.allowErrors)
    const document = documentOf(made, exitCode, refusal === undefined)
    if (refusal !== undefined) {
      await writeDocuments(plan, document([]), io)
      await say(refusal, io)
      return exitCode
    }
    const wanted = { plan, briefPlan, document, options }
    await say(await write({ made, background, exitCode }, wanted, progress), progress.io)
    return exitCode
  },
})
