import type { Io } from '../io/io.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import type { Milestone, RunSummary } from '../model/run.ts'
import { type BookMaterial, bookFormats, type FindingsBook } from '../render/findings/index.ts'
import { writtenWords } from '../render/findings/summary.ts'
import type { BookFormatName, FindingsFile, FindingsPlan } from './findings-plan.ts'
import { writeFile } from './targets.ts'

/** What is found goes to standard output and to files alike, each in its own format, as it comes. */
export interface FindingsSink {
  readonly finding: (finding: Finding) => void
  readonly log: (summary: LogSummary) => void
  readonly ready: (milestone: Milestone) => Promise<void>
  readonly end: (summary: RunSummary) => Promise<void>
  /** Asked for only where the logs are shown again. */
  readonly row?: FindingsBook['row']
  readonly case?: FindingsBook['case']
}

export async function writeList(
  { path, isOwnList }: Omit<FindingsFile, 'format'>,
  bytes: Uint8Array,
  { plan, run, isList }: { readonly plan: FindingsPlan; readonly run: RunSummary; readonly isList: boolean },
  io: Io,
) {
  const isSaid = plan.format === undefined && !plan.quiet
  const says = writtenWords(run, isList)
  await writeFile(path, bytes, { force: plan.force, keepsFormer: isOwnList, isSaid, says }, io)
}

export function isBook(format: FindingsFile['format']): format is BookFormatName {
  return format in bookFormats
}

async function openBook(
  name: BookFormatName,
  material: Omit<BookMaterial, 'skeleton'>,
  io: Io,
): Promise<FindingsBook> {
  const format = bookFormats[name]
  const skeleton = 'skeleton' in format ? new TextDecoder().decode(await io.template(format.skeleton)) : ''
  return (await format.load())({ ...material, skeleton })
}

/** Told of everything beside the channels; made and written once these are done. */
export async function withBooks(
  sink: FindingsSink,
  material: Omit<BookMaterial, 'skeleton'>,
  plan: FindingsPlan,
  io: Io,
): Promise<FindingsSink> {
  const made = await Promise.all(
    plan.files.flatMap(({ format, ...file }) => {
      const isList = format === 'xlsx'
      return isBook(format) ? [openBook(format, material, io).then((book) => ({ file, book, isList }))] : []
    }),
  )
  if (made.length === 0) return sink
  const books = made.map(({ book }) => book)
  return {
    ...sink,
    finding(finding) {
      sink.finding(finding)
      for (const book of books) book.finding(finding)
    },
    log(summary) {
      sink.log(summary)
      for (const book of books) book.log(summary)
    },
    // What is not to be shown is not shown again either.
    ...(!plan.redact && {
      row(row, source) {
        for (const book of books) book.row(row, source)
      },
      case(c) {
        for (const book of books) book.case(c)
      },
    }),
    async end(summary) {
      await sink.end(summary)
      for (const { file, book, isList } of made) {
        await writeList(file, await book.end(summary), { plan, run: summary, isList }, io)
      }
    },
  }
}
