import { ExitCode, UserError } from '../io/io.ts'
import { openVoice } from '../outputs/findings-voice.ts'
import { recordedText, recordNotes } from '../render/record/text.ts'
import { requirePeriod } from '../returns/asked-period.ts'
import { checkingOptions, prepare } from '../returns/preparation.ts'
import { archiveOf } from '../returns/recording.ts'
import { readReturnedFile } from '../returns/returned-file.ts'
import { asideOf } from './aside.ts'
import { defineCommand } from './command.ts'
import { lookOf } from './look.ts'
import * as option from './options.ts'
import { recordFile } from './record-return.ts'
import { verifyArchive } from './verify-archive.ts'

const findingsOnly = { format: 'text', outputs: [], force: false } as const

const refused = [
  '没有登记：有错误的台账出不了表。请先改正；确已这样报送的，加 --allow-errors（有错误的案件不算报过）。',
]

export default defineCommand({
  operands: [
    {
      name: '文件',
      summary: '报送的台账或报表：.xlsx、.docx、.csv 等，或 report 写的 .json',
      required: false,
      many: false,
    },
  ],
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
    ...checkingOptions,
    color: option.colorOption,
    quiet: option.quietOption,
  },
  examples: [
    { line: 'record 统计表.xlsx --archive 报送存档', does: '登记今天报送了这份表' },
    { line: 'record 统计表.xlsx --round 2024-06 --as-of 2024-06-07', does: '补登记以前报送的' },
    { line: 'record --verify', does: '核验存档有没有损坏、被改动' },
  ],
  async run({ operands: [word], options }, io) {
    const prepared = await prepare(options, false, io)
    const archive = archiveOf(prepared.settings.archive)
    requirePeriod(prepared)
    const { round, force, quiet } = options
    if (options.verify) return await verifyArchive({ archive, word, quiet }, io)
    if (word === undefined) throw new UserError('record 缺少参数 <文件>', '请写上报送的文件。')
    const file = await readReturnedFile(word, io)
    const aside = asideOf(io, quiet)
    const look = lookOf(options, aside.io)
    const voice = await openVoice(findingsOnly, { head: prepared.head, look, io: aside.io })
    const { allowErrors } = options
    const result = await recordFile(file, { prepared, round, force, allowErrors, voice }, io)
    const { recorded, exitCode } = result
    if (exitCode !== ExitCode.done) await aside.release()
    if (recorded) await io.out.write(recordedText(recorded))
    const notes = recorded ? recordNotes(recorded) : refused
    if (!quiet || !recorded) await io.err.write(notes.map((note) => `${note}\n`).join(''))
    return exitCode
  },
})
