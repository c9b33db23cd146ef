import { UserError } from '../io/io.ts'
import { openFindingsBeside } from '../outputs/findings-output.ts'
import { createProgress } from '../outputs/progress.ts'
import { repeated } from '../render/command-line.ts'
import { notRecorded, recordedText, recordNotes, verificationText } from '../render/record.ts'
import { recordFile } from '../returns/record-file.ts'
import { archiveOf } from '../returns/recording.ts'
import { readHandedIn } from '../returns/returned-file.ts'
import { requirePeriod, setUp } from '../returns/setup.ts'
import { verifyArchive } from '../returns/verify-archive.ts'
import { defineCommand, recordOperand } from './command.ts'
import * as option from './options.ts'

export default defineCommand({
  operands: [recordOperand],
  options: {
    archive: option.archiveOption,
    unit: option.unitOption,
    round: option.roundOption,
    period: option.periodOption,
    allowErrors: {
      ...option.allowErrorsOption,
      summary: '有错误也登记：有错误的案件不算报过；退出码仍为 1',
    },
    force: { ...option.forceOption, summary: '这一期登记过的，以这一次为准，原记录另存' },
    verify: { kind: 'flag', flags: '--verify', summary: '核验存档里的全部报送记录，不登记' },
    explained: option.explainedOption,
    ...option.checkingOptions,
    color: option.colorOption,
    quiet: option.quietOption,
  },
  examples: [
    { line: 'record 统计表.xlsx --archive 报送存档', does: '登记今天报送了这份表' },
    { line: 'record 统计表.xlsx --round 2024-06 --as-of 2024-06-07', does: '补登记以前报送的' },
    { line: 'record --verify', does: '核验存档有没有损坏、被改动' },
  ],
  async run({ operands: [word], options, words }, io) {
    const setup = await setUp(options, false, io)
    const archive = archiveOf(setup.settings.archive)
    requirePeriod(setup)
    if (options.verify) {
      const { verified, exitCode } = await verifyArchive(archive, word, io)
      await io.out.write(verificationText({ ...verified, quiet: options.quiet }))
      return exitCode
    }
    if (word === undefined) throw new UserError('record 缺少参数 <文件>', '请写上报送的文件。')
    const file = await readHandedIn(word, io)
    const { head, settings } = setup
    const run = { head, failOn: settings.failOn, saying: options, progress: createProgress(io, false) }
    const sink = await openFindingsBeside(run, io)
    const recording = { ...options, sink, again: (isRecorded: boolean) => repeated(words, isRecorded) }
    const { recorded, exitCode } = await recordFile(file, setup, recording, io)
    if (recorded) await io.out.write(recordedText(recorded))
    const notes = recorded ? recordNotes(recorded) : [notRecorded]
    if (!options.quiet || !recorded) await io.err.write(notes.map((note) => `${note}\n`).join(''))
    return exitCode
  },
})
