import type { Finding } from '../model/finding.ts'
import { findingsFormatNames, openVoice } from '../outputs/findings-voice.ts'
import { createProgress } from '../outputs/progress.ts'
import { inputsBeside, keepSources, requireTargets } from '../outputs/targets.ts'
import { backgroundOf, sayDamaged } from '../returns/background.ts'
import { checkLogs } from '../returns/check-logs.ts'
import { logOperand } from '../returns/inputs.ts'
import { checkingOptions, exitCodeOf, prepare } from '../returns/preparation.ts'
import { defineCommand } from './command.ts'
import { commandLine } from './command-line.ts'
import { lookOf } from './look.ts'
import * as option from './options.ts'

export default defineCommand({
  operands: [logOperand],
  options: {
    format: option.formatOption(findingsFormatNames),
    outputs: option.outputOption,
    force: option.forceOption,
    archive: option.archiveOption,
    ...checkingOptions,
    color: option.colorOption,
    quiet: option.quietOption,
    noProgress: option.noProgressOption,
  },
  examples: [
    { line: 'validate 凌源.csv', does: '核对一份台账' },
    { line: 'validate 各县区报送', does: '核对文件夹里的全部台账' },
    { line: 'validate 凌源.csv -o 问题清单.csv', does: '把问题写成一张表' },
  ],
  async run({ operands, options }, io) {
    const plain = await prepare(options, true, io)
    const { settings, head, tally, text } = plain
    const isOwn = operands.length === 0
    await requireTargets(options, io)
    await keepSources(options.outputs, settings.files, io)
    const found = await inputsBeside(options.outputs, isOwn ? (settings.config.logs ?? []) : operands, io)
    const known = { prepared: plain, inputs: found }
    // Only the configuration's own logs are known to be all that one unit has.
    const background = isOwn ? await backgroundOf(known, undefined, io) : undefined
    if (background && options.quiet) await sayDamaged(background, io)
    const { prepared, inputs } = background ?? known
    const progress = createProgress(io, !options.noProgress && !options.quiet)
    const voice = await openVoice(options, { head, look: lookOf(options, io), io: progress.io })
    const finding = (one: Finding): void => {
      tally.add(one)
      voice.finding(one)
    }
    const ready = async (at: number, cases: number): Promise<void> => {
      await voice.ready()
      await progress.tick({ logs: inputs.logs, at, cases })
    }
    const { failures } = await checkLogs(inputs, {
      checker: prepared.checker,
      text,
      finding,
      log: voice.log,
      ready,
    })
    await progress.end()
    const counts = tally.counts()
    const exitCode = exitCodeOf(failures, counts, settings.failOn)
    const again = commandLine('validate', ...operands)
    await voice.end({ exitCode, counts, byRule: tally.byRule(), skipped: inputs.skipped, failures, again })
    return exitCode
  },
})
