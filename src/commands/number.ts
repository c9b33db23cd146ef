import type { NumberedLog } from '../edit/numbered.ts'
import { writeSerials } from '../edit/numbered-log.ts'
import { ExitCode, type Io } from '../io/io.ts'
import type { Finding } from '../model/finding.ts'
import { planCopies, writeCopies } from '../outputs/copies.ts'
import { openVoice, type Voice } from '../outputs/findings-voice.ts'
import { createProgress, type Progress } from '../outputs/progress.ts'
import { checkLog } from '../returns/check-log.ts'
import { failed, type OneLog, readOneLog } from '../returns/one-log.ts'
import { checkingOptions, exitCodeOf, type Preparation, prepare } from '../returns/preparation.ts'
import { asideOf } from './aside.ts'
import { defineCommand } from './command.ts'
import { commandLine } from './command-line.ts'
import { lookOf } from './look.ts'
import { createNumbering, type Numbered, silentOnSerials } from './numbering.ts'
import * as option from './options.ts'

const findingsOnly = { format: 'text', outputs: [], force: false } as const

const withheld = '没有写入：先改正上面的错误，才知道序号写在哪里、按什么类型编。\n'

// To write so many takes a second.
const manyCases = 100_000

/** undefined where no row can be numbered. */
async function number(
  log: OneLog,
  { checker, tally, text, programme }: Preparation,
  { voice, progress }: { readonly voice: Voice; readonly progress: Progress },
): Promise<(Numbered & NumberedLog) | undefined> {
  const { finish, ...numbering } = createNumbering()
  const finding = (one: Finding): void => {
    tally.add(one)
    numbering.finding(one)
    voice.finding(one)
  }
  const ready = async (cases: number): Promise<void> => {
    await voice.ready()
    await progress.tick({ logs: [log], at: 0, cases })
  }
  const listener = { ...numbering, finding, ready }
  const read = await checkLog(log, { checker: silentOnSerials(checker), text, ...listener })
  if ('message' in read) throw failed(read)
  await progress.end()
  voice.log(read)
  const numbered = read.headingLine === null ? undefined : finish(programme.types)
  if (!numbered) return undefined
  const source = { bytes: log.bytes, options: text, sheets: read.sheets ?? [] }
  const make = () => writeSerials(source, numbered.cells)
  const written = await (read.cases >= manyCases ? progress.making('编号的副本', make) : make())
  if ('message' in written) throw failed({ path: log.path, ...written })
  return { ...numbered, ...written }
}

function sentence({ numbered, blank, outOfScope }: Numbered): string {
  return [
    `编号 ${numbered} 件`,
    ...(blank > 0 ? [`有错误而留空 ${blank} 件`] : []),
    ...(outOfScope > 0 ? [`不在统计范围而照旧 ${outOfScope} 件`] : []),
  ].join('，')
}

export default defineCommand({
  operands: [{ name: '台账', summary: '一份台账，或 -（标准输入）', required: true, many: false }],
  options: {
    outputs: {
      ...option.outputOption,
      summary: '写入哪个文件，扩展名与台账相同',
      default: '台账旁的 <名称>-编号；标准输入的写到标准输出',
    },
    force: option.forceOption,
    ...checkingOptions,
    color: option.colorOption,
    quiet: option.quietOption,
    noProgress: option.noProgressOption,
  },
  examples: [
    { line: 'number 凌源.csv', does: '另存一份编好序号的：凌源-编号.csv' },
    { line: 'number 凌源.xlsx -o 上报/凌源.xlsx', does: '写到指定的文件' },
  ],
  async run({ operands: [word = ''], options }, plainIo: Io) {
    const progress = createProgress(plainIo, !options.noProgress && !options.quiet)
    const { io } = progress
    const prepared = await prepare(options, false, io)
    const { head, tally, settings } = prepared
    const { outputs, force, quiet } = options
    const log = await readOneLog(word, io)
    const copies = await planCopies(log, { outputs, force, suffix: '-编号' }, io)
    const aside = asideOf(io, quiet)
    const voice = await openVoice(findingsOnly, { head, look: lookOf(options, aside.io), io: aside.io })
    const made = await number(log, prepared, { voice, progress })
    const counts = tally.counts()
    const isFaulty = !made || counts.error > 0
    const exitCode = isFaulty ? ExitCode.findings : exitCodeOf([], counts, settings.failOn)
    const files = outputs.flatMap((path) => ['-o', path])
    const again = commandLine('number', word, ...files, ...(made ? ['--force'] : []))
    await voice.end({ exitCode, counts, byRule: tally.byRule(), skipped: [], failures: [], again })
    if (exitCode !== ExitCode.done) await aside.release()
    if (!made) await io.err.write(withheld)
    else {
      if (!quiet) await io.err.write(made.notes.map((note) => `${note}\n`).join(''))
      await writeCopies(made.bytes, { ...copies, says: sentence(made) }, io)
    }
    return exitCode
  },
})
