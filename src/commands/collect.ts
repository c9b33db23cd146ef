import { writeCollected } from '../outputs/collect-output.ts'
import { openFindingsBeside } from '../outputs/findings-output.ts'
import { createProgress } from '../outputs/progress.ts'
import { requireRepliesFolder, writeReplies } from '../outputs/replies.ts'
import { planOutputs, reportFormats } from '../outputs/table-outputs.ts'
import { keepSources } from '../outputs/targets.ts'
import { repeated } from '../render/command-line.ts'
import { collectReturns } from '../returns/collect.ts'
import { collectExitCodeOf, collectRefusalOf, shownOf } from '../returns/collect-outcome.ts'
import { findInputs, passOver } from '../returns/inputs.ts'
import { readReceived } from '../returns/received-file.ts'
import { repliesOf } from '../returns/replies.ts'
import { withReports } from '../returns/report-files.ts'
import { requirePeriod, setUp } from '../returns/setup.ts'
import { collectOptions } from './collect-options.ts'
import { recordingOf, recordOption } from './collect-record.ts'
import { areRoundsAsked, collectRounds, roundsOption } from './collect-rounds.ts'
import { defineCommand } from './command.ts'
import { findPlaces } from './report-options.ts'

export default defineCommand({
  operands: [{ name: '报送', summary: '各单位报送的文件，或放着它们的文件夹', required: false, many: true }],
  options: { ...collectOptions(reportFormats), rounds: roundsOption, record: recordOption },
  usual: ['outputs', 'received', 'allowErrors', 'replies', 'rounds'],
  examples: [
    { line: 'collect 报送', does: '看谁没有报、哪里有错，把各县区的报送汇总成一张表' },
    { line: 'collect 报送 --received 收文.csv -o 汇总.xlsx', does: '按收文登记判断迟报，写成文件' },
    { line: 'collect 报送 --allow-errors -o 汇总.xlsx', does: '先汇总没有错误的案件，其余逐件列出' },
    { line: 'collect 报送 --replies 退回', does: '写好要退回修改和催报的文件，逐个单位' },
    { line: 'collect --rounds --archive 报送存档 -o 趋势.html', does: '存档里的各期并排，看趋势和同比' },
  ],
  async run({ operands, options, words: typed }, io) {
    if (await areRoundsAsked(operands, options, io)) return await collectRounds(operands, options, io)
    const setup = await setUp(options, false, io)
    requirePeriod(setup)
    const { head, programme, settings } = setup
    const plan = await planOutputs({ ...options, findPlaces }, io)
    await keepSources(options.outputs, [...operands, ...settings.files], io)
    await requireRepliesFolder(options, operands, io)
    const received = await readReceived(options.received, programme, settings.asOf, io)
    const found = await findInputs(operands, options.outputs, io, options.skip)
    const lists = [...(options.received === undefined ? [] : [options.received]), ...settings.explained]
    const inputs = await withReports(await passOver(found, lists, io), io)
    const progress = createProgress(io, !options.noProgress && !options.quiet)
    const sink = await openFindingsBeside({ head, failOn: settings.failOn, saying: options, progress }, io)
    const recording = recordingOf(inputs, options, setup)
    const wanted = { ...options, words: operands, received }
    const collected = await collectReturns(recording.inputs, setup, wanted, sink, io)
    const { exitCode = collectExitCodeOf(collected, setup), ...noted } = await recording.note(collected, io)
    const refusal = collectRefusalOf(collected, options.allowErrors)
    const hasWritten = refusal === undefined && options.outputs.length > 0
    await sink.end({ ...collected, exitCode, again: repeated(typed, hasWritten) })
    const run = { ...collected, exitCode }
    const whole = { head, collected: shownOf(collected, refusal), refusal, recorded: noted.units, run }
    await writeCollected(whole, plan, options, { io, making: progress.making })
    await io.err.write(noted.text)
    await writeReplies({ ...options, ...plan }, repliesOf(collected, inputs, setup), { io, ...progress })
    return exitCode
  },
})
