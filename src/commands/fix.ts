import { fixLog } from '../edit/fix-log.ts'
import { attempt, ExitCode, type Io, UserError } from '../io/io.ts'
import type { FixedFile } from '../model/edit.ts'
import type { Failure } from '../model/run.ts'
import {
  endFix,
  type FixWanted,
  fixFormatNames,
  planFix,
  requireOneWay,
  writeFix,
} from '../outputs/fix-output.ts'
import { failureOf, findInputs, type LogInput } from '../returns/inputs.ts'
import { bytesOf } from '../returns/read-log.ts'
import { type Setup, setUp } from '../returns/setup.ts'
import { defineCommand, logOperand } from './command.ts'
import * as option from './options.ts'

/** A failure is a value: the other logs are still put right. */
async function fixOne(input: LogInput, { reading }: Setup, wanted: FixWanted, io: Io) {
  const log = await bytesOf(input)
  const targets = await planFix(log, wanted, io)
  const fixed = await fixLog(log, reading)
  if ('message' in fixed) throw new UserError(fixed.message, fixed.remedy, ExitCode.failure)
  return await writeFix({ ...fixed, original: log.bytes }, targets, wanted, io)
}

export default defineCommand({
  operands: [logOperand],
  options: {
    format: option.formatOption(fixFormatNames),
    outputs: { ...option.copyOption, default: '台账旁的 <名称>-修正；标准输入的写到标准输出' },
    dryRun: option.dryRunOption,
    inPlace: option.inPlaceOption,
    force: option.forceOption,
    asOf: option.asOfOption,
    ...option.readingOptions,
    quiet: option.quietOption,
  },
  examples: [
    { line: 'fix 凌源.csv --dry-run', does: '先看看要改哪些地方' },
    { line: 'fix 凌源.xlsx', does: '另存一份改好的：凌源-修正.xlsx' },
  ],
  async run({ operands, options, words: typed }, io) {
    const setup = await setUp(options, false, io)
    const given = operands.length > 0 ? operands : (setup.settings.config.logs ?? [])
    const inputs = await findInputs(given, options.outputs, io)
    requireOneWay(options, inputs.logs)
    const logs: FixedFile[] = []
    const failures: Failure[] = [...inputs.failures]
    for (const input of inputs.logs) {
      const fixed = await attempt(() => fixOne(input, setup, options, io))
      if (fixed instanceof UserError) failures.push(failureOf(input.path, fixed))
      else logs.push(fixed)
    }
    const exitCode = failures.length > 0 ? ExitCode.failure : ExitCode.done
    await endFix({ ...inputs, head: setup.head, logs, failures, exitCode }, { ...options, typed }, io)
    return exitCode
  },
})
