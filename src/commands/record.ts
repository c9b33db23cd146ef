import { ExitCode, UserError } from '../io/io.ts'
import { openVoice } from '../outputs/findings-voice.ts'
import { recordedText, recordNotes } from '../render/record/text.ts'
import { checkingOptions, prepare } from '../returns/preparation.ts'
import { readReturnedFile } from '../returns/returned-file.ts'
import { asideOf } from './aside.ts'
import { defineCommand } from './command.ts'
import { lookOf } from './look.ts'
import * as option from './options.ts'
import { recordReturn } from './record-return.ts'
import { verifyArchive } from './verify-archive.ts'

const findingsOnly = { format: 'text', outputs: [], force: false } as const

function archiveOf(archive: string | undefined): string {
  if (archive !== undefined) return archive
  throw new UserError(
    '没有写明存档在哪里',
    '请用 --archive 写明文件夹，或设环境变量 IPCASE_ARCHIVE，或在配置里写 archive。',
  )
}

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
    const { round, force, quiet } = options
    if (options.verify) return await verifyArchive({ archive, word, quiet }, io)
    if (word === undefined) throw new UserError('record 缺少参数 <文件>', '请写上报送的文件。')
    const file = await readReturnedFile(word, io)
    const aside = asideOf(io, quiet)
    const look = lookOf(options, aside.io)
    const voice = await openVoice(findingsOnly, { head: prepared.head, look, io: aside.io })
    const recorded = await recordReturn(file, { prepared, archive, round, force, voice }, io)
    if (recorded.exitCode !== ExitCode.done) await aside.release()
    await io.out.write(recordedText(recorded))
    if (!quiet)
      await io.err.write(
        recordNotes(recorded)
          .map((note) => `${note}\n`)
          .join(''),
      )
    return recorded.exitCode
  },
})
