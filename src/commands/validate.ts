import { openFindings, sayDamaged } from '../outputs/findings-output.ts'
import { againWithLists, findingsFormatNames, planFindings } from '../outputs/findings-plan.ts'
import { createProgress } from '../outputs/progress.ts'
import { keepSources } from '../outputs/targets.ts'
import { findInputs } from '../returns/inputs.ts'
import { readLogs, readReturn } from '../returns/read-return.ts'
import { setUp } from '../returns/setup.ts'
import { exitCodeOf } from '../returns/tabulate.ts'
import { allRules } from '../rules/index.ts'
import { defineCommand, logOperand } from './command.ts'
import { onlyOption, redactOption } from './findings-options.ts'
import * as option from './options.ts'

export default defineCommand({
  operands: [logOperand],
  options: {
    format: option.formatOption(findingsFormatNames),
    outputs: option.outputOption,
    force: option.forceOption,
    archive: option.archiveOption,
    explained: option.explainedOption,
    only: onlyOption,
    redact: redactOption,
    skip: option.skipOption,
    ...option.checkingOptions,
    ...option.sayingOptions,
  },
  usual: ['outputs', 'only', 'explained', 'failOn', 'quiet'],
  examples: [
    { line: 'validate 凌源.csv', does: '核对一份台账' },
    { line: 'validate 各县区报送', does: '核对文件夹里的全部台账' },
    { line: 'validate 凌源.csv -o 问题.xlsx', does: '把问题写成清单，可以填说明' },
  ],
  async run({ operands, options, words: typed }, io) {
    const setup = await setUp(options, true, io)
    const { head, settings } = setup
    const isOwn = operands.length === 0
    const plan = await planFindings(options, settings.explained, io)
    await keepSources(options.outputs, settings.files, io)
    const words = isOwn ? (settings.config.logs ?? []) : operands
    await keepSources(options.outputs, words, io)
    // A return that was sent back is both: its log, and the list with what its unit says.
    const lists = settings.explained.filter((path) => !words.includes(path))
    const inputs = await findInputs(words, [...options.outputs, ...lists], io, options.skip)
    const progress = createProgress(io, !options.noProgress && !options.quiet)
    const run = { head, failOn: settings.failOn, saying: options, progress, rules: allRules }
    const sink = await openFindings(plan, run, io)
    // Only the configuration's own logs are known to be all that one unit has.
    const isReturn = isOwn && settings.archive !== undefined
    const whole = isReturn ? await readReturn(inputs, setup, sink, { saysUnit: false }, io) : undefined
    if (whole && options.quiet) await sayDamaged(whole.history.damaged, io)
    const read = whole ?? (await readLogs(inputs, setup, sink))
    const exitCode = exitCodeOf(read, setup)
    await sink.end({ ...read, exitCode, again: againWithLists(typed, plan, settings.explained) })
    return exitCode
  },
})
