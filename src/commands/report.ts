import { openFindingsBeside, sayDamaged } from '../outputs/findings-output.ts'
import { createProgress } from '../outputs/progress.ts'
import { planReport, writeWhole } from '../outputs/report-output.ts'
import { reportFormats } from '../outputs/table-outputs.ts'
import { keepSources } from '../outputs/targets.ts'
import { repeated } from '../render/command-line.ts'
import { briefFactsOf, isBriefExpected } from '../returns/brief-facts.ts'
import { findInputs } from '../returns/inputs.ts'
import { readReturn } from '../returns/read-return.ts'
import { recorderOf, requireRecordable } from '../returns/recording.ts'
import { requirePeriod, setUp } from '../returns/setup.ts'
import { documentOf, refusalOf, tableExitCodeOf, tabulate } from '../returns/tabulate.ts'
import { defineCommand, logOperand } from './command.ts'
import { findPlaces, reportOptions } from './report-options.ts'

export default defineCommand({
  operands: [logOperand],
  options: reportOptions(reportFormats),
  usual: ['outputs', 'unit', 'period', 'allowErrors', 'record'],
  examples: [
    { line: 'report 凌源.csv', does: '核对台账，在屏幕上显示统计表' },
    { line: 'report 台账 --period year-to-date -o 统计表.xlsx', does: '按本年累计，写成文件' },
  ],
  async run({ operands, options, words: typed }, io) {
    const setup = await setUp(options, false, io)
    requirePeriod(setup)
    const { head, programme, settings } = setup
    const { config, files } = settings
    const isConfigured = options.outputs.length === 0
    const outputs = isConfigured ? (config.outputs ?? []) : options.outputs
    const plan = await planReport({ ...options, outputs, keepsFormer: isConfigured, findPlaces }, files, io)
    const words = operands.length > 0 ? operands : (config.logs ?? [])
    await keepSources(plan.paths, words, io)
    if (options.record) requireRecordable(plan.table.outputs, settings)
    const inputs = await findInputs(words, plan.paths, io, options.skip)
    const progress = createProgress(io, !options.noProgress && !options.quiet)
    const sink = await openFindingsBeside({ head, failOn: settings.failOn, saying: options, progress }, io)
    const made = await readReturn(inputs, setup, sink, { round: options.round, toRecord: options.record }, io)
    const table = tabulate(made, setup, options.sort)
    const exitCode = tableExitCodeOf(made, setup)
    if (options.quiet) await sayDamaged(made.history.damaged, io)
    const refusal = refusalOf(made, options.allowErrors)
    const isWritten = refusal === undefined
    const again = repeated(typed, isWritten && (!isConfigured || options.record))
    await sink.end({ ...made, exitCode, again })
    const whole = {
      ...documentOf(made, table, setup, refusal),
      run: { ...made, exitCode },
      brief: { facts: () => briefFactsOf(made, table, setup), isExpected: isBriefExpected(programme) },
      record:
        isWritten && options.record ? await recorderOf(made, table, setup, options.force, io) : undefined,
    }
    await writeWhole(whole, plan, options, { io, making: progress.making })
    return exitCode
  },
})
