import { ExitCode, UserError } from '../io/io.ts'
import { writeCollected } from '../outputs/collect-output.ts'
import { openFindingsBeside } from '../outputs/findings-output.ts'
import { lookOf } from '../outputs/look.ts'
import { createProgress } from '../outputs/progress.ts'
import { commandLine } from '../render/command-line.ts'
import { collectReturns } from '../returns/collect.ts'
import { findInputs } from '../returns/inputs.ts'
import { requirePeriod, setUp } from '../returns/setup.ts'
import { exitCodeOf } from '../returns/tabulate.ts'
import { collectRounds, isArchive, noOperand, roundsOption } from './collect-rounds.ts'
import { defineCommand } from './command.ts'
import * as option from './options.ts'

export default defineCommand({
  operands: [{ name: '报送', summary: '各单位报送的文件，或放着它们的文件夹', required: false, many: true }],
  options: {
    round: option.roundOption,
    rounds: roundsOption,
    archive: option.archiveOption,
    unit: option.unitOption,
    outputs: option.outputOption,
    force: option.forceOption,
    format: option.formatOption(['text', 'json'] as const),
    period: option.periodOption,
    allowErrors: option.allowErrorsOption,
    explained: option.explainedOption,
    skip: option.skipOption,
    ...option.checkingOptions,
    ...option.sayingOptions,
  },
  examples: [
    { line: 'collect 报送/', does: '汇总文件夹里各县区的报送，看谁没有报、哪里有错' },
    { line: 'collect --rounds --archive 报送存档 -o 趋势.html', does: '存档里的各期并排，看趋势和同比' },
  ],
  async run({ operands, options }, io) {
    if (options.rounds || (await isArchive(operands, io))) return await collectRounds(operands, options, io)
    if (operands.length === 0) throw new UserError('collect 缺少参数 <报送>', noOperand)
    const setup = await setUp(options, false, io)
    requirePeriod(setup)
    const inputs = await findInputs(operands, [], io, options.skip)
    const progress = createProgress(io, !options.noProgress && !options.quiet)
    const run = { head: setup.head, failOn: setup.settings.failOn, saying: options, progress }
    const sink = await openFindingsBeside(run, io)
    const wanted = { round: options.round, words: operands, received: new Map(), sort: undefined }
    const collected = await collectReturns(inputs, setup, wanted, sink, io)
    const code = exitCodeOf(collected, setup)
    const exitCode = code === ExitCode.done && collected.roster.missing > 0 ? ExitCode.deadline : code
    await sink.end({ ...collected, exitCode, again: commandLine('collect', ...operands) })
    const refusal = collected.counts.error > 0 && !options.allowErrors ? '没有出汇总表' : undefined
    const report = { head: setup.head, collected, refusal, outputs: [], run: { ...collected, exitCode } }
    await writeCollected(report, options.format ?? 'text', lookOf(options, io), io)
    return exitCode
  },
})
