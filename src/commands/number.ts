import { createNumbering, numberedCopy, sentence } from '../edit/numbering.ts'
import { ExitCode } from '../io/io.ts'
import { planCopies, writeCopies } from '../outputs/copies.ts'
import { openFindingsBeside } from '../outputs/findings-output.ts'
import { createProgress } from '../outputs/progress.ts'
import { repeated } from '../render/command-line.ts'
import { checkerButForSerials, failed, readOf, readOneLog } from '../returns/read-log.ts'
import { readLogs } from '../returns/read-return.ts'
import { setUp } from '../returns/setup.ts'
import { exitCodeOf } from '../returns/tabulate.ts'
import { isAboutLog } from '../table/left-out.ts'
import { defineCommand } from './command.ts'
import * as option from './options.ts'

const withheld = '没有写入：先改正上面的错误，才知道序号写在哪里、按什么类型编。\n'

export default defineCommand({
  operands: [{ name: '台账', summary: '一份台账，或 -（标准输入）', required: true, many: false }],
  options: {
    outputs: option.copyOption,
    force: option.forceOption,
    ...option.checkingOptions,
    ...option.sayingOptions,
  },
  examples: [
    { line: 'number 凌源.csv', does: '另存一份编好序号的：凌源-编号.csv' },
    { line: 'number 凌源.xlsx -o 上报/凌源.xlsx', does: '写到指定的文件' },
  ],
  async run({ operands: [word = ''], options, words }, io) {
    const setup = await setUp(options, false, io)
    const { quiet } = options
    const log = await readOneLog(word, io)
    const copies = await planCopies(log, { ...options, suffix: '-编号' }, io)
    const progress = createProgress(io, !options.noProgress && !quiet)
    const sink = await openFindingsBeside(
      { head: setup.head, failOn: setup.settings.failOn, saying: options, progress },
      io,
    )
    const numbering = createNumbering(isAboutLog)
    const inputs = { logs: [log], skipped: [], failures: [] }
    const told = { ...sink, ...numbering.sinkBefore(sink.finding) }
    const read = await readLogs(inputs, setup, told, checkerButForSerials(setup))
    const summary = readOf(read)
    const numbered = numbering.finish(setup.programme.types)
    const made = numbered && (await numberedCopy(log, summary, numbered, setup.reading, progress.making))
    if (made && 'message' in made) throw failed({ path: log.path, ...made })
    const exitCode = made && read.counts.error === 0 ? exitCodeOf(read, setup) : ExitCode.findings
    await sink.end({ ...read, exitCode, again: repeated(words, made !== undefined) })
    if (!made || !numbered) await io.err.write(withheld)
    else {
      if (!quiet) await io.err.write(made.notes.map((note) => `${note}\n`).join(''))
      await writeCopies(made.bytes, { ...copies, says: sentence(numbered), quiet }, io)
    }
    return exitCode
  },
})
