import type { Io } from '../io/io.ts'
import type { FailLevel } from '../model/finding.ts'
import type { ColorChoice, Look } from '../model/look.ts'
import type { RunHead, RunSummary, Skipped } from '../model/run.ts'
import { type BookMaterial, findingsFormats, type Reporter } from '../render/findings/index.ts'
import { type FindingsSink, isBook, withBooks, writeList } from './findings-books.ts'
import type { FindingsFile, FindingsFormatName, FindingsPlan } from './findings-plan.ts'
import { onPaper } from './formats.ts'
import { lookOf } from './look.ts'
import type { Progress } from './progress.ts'

interface Channel {
  readonly reporter: Reporter
  text: string
  /** Hands over what has gathered; a file is written whole at the end. */
  readonly flush: (atEnd?: RunSummary) => Promise<void>
}

const flushAt = 64 * 1024

async function standardOutput(
  format: FindingsFormatName,
  head: RunHead,
  look: Look,
  io: Io,
): Promise<Channel> {
  const channel: Channel = {
    reporter: (await findingsFormats[format].load())(head, look),
    text: '',
    async flush(atEnd) {
      if (!atEnd && channel.text.length < flushAt) return
      const { text } = channel
      channel.text = ''
      await io.out.write(text)
    },
  }
  return channel
}

async function fileChannel(
  file: FindingsFile & { readonly format: FindingsFormatName },
  head: RunHead,
  plan: FindingsPlan,
  io: Io,
): Promise<Channel> {
  // As bytes, which hold more than the longest string.
  const pieces: Uint8Array[] = []
  const channel: Channel = {
    reporter: (await findingsFormats[file.format].load())(head, onPaper),
    text: '',
    async flush(atEnd) {
      if (!atEnd && channel.text.length < flushAt) return
      pieces.push(Buffer.from(channel.text))
      channel.text = ''
      const isList = file.format === 'csv'
      if (atEnd) await writeList(file, Buffer.concat(pieces), { plan, run: atEnd, isList }, io)
    },
  }
  return channel
}

export interface FindingsRun {
  readonly head: RunHead
  /** What makes the run fail, and what a quiet one speaks of. */
  readonly failOn: FailLevel
  readonly saying: {
    readonly color: ColorChoice | undefined
    readonly quiet: boolean
    /** Whether the values are left out. */
    readonly redact?: boolean
  }
  readonly progress: Progress
}

function openChannels(channels: readonly Channel[], progress: Progress): FindingsSink {
  const flush = async (atEnd?: RunSummary): Promise<void> => {
    if (atEnd) await progress.clear()
    for (const channel of channels) await channel.flush(atEnd)
  }
  return {
    finding(finding) {
      for (const channel of channels) channel.text += channel.reporter.finding(finding)
    },
    log(summary) {
      for (const channel of channels) channel.text += channel.reporter.log(summary)
    },
    async ready(milestone) {
      if (channels.some(({ text }) => text.length >= flushAt)) await progress.clear()
      await flush()
      await progress.tick(milestone)
    },
    async end(summary) {
      for (const channel of channels) channel.text += channel.reporter.end(summary)
      await flush(summary)
    },
  }
}

function findingsLook(saying: FindingsRun['saying'], failOn: FailLevel, io: Io): Look {
  return { ...lookOf(saying, io), ...(saying.quiet && { least: failOn }) }
}

const redacted =
  '已按 --redact 略去问题里各格的内容，备注的数字换成了 *。人名、企业名称程序认不出来，文件名和备注里可能有；发给别人以前请自己再看一遍。\n'

/** What a quiet run says all the same: files that nobody read and that may be somebody's return. */
function sayingAtEnd(
  sink: FindingsSink,
  { quiet, redact = false }: FindingsRun['saying'],
  io: Io,
): FindingsSink {
  if (!quiet && !redact) return sink
  return {
    ...sink,
    async end(summary) {
      await sink.end(summary)
      const unread = quiet ? summary.skipped.filter(({ mayBeReturn }) => mayBeReturn) : []
      await io.err.write(unread.map(({ path, reason }) => `没有读 ${path}：${reason}\n`).join(''))
      if (redact && !quiet) await io.err.write(redacted)
    },
  }
}

/** Where findings are what is asked for. */
export async function openFindings(
  plan: FindingsPlan,
  { head, failOn, saying, progress, rules }: FindingsRun & Pick<BookMaterial, 'rules'>,
  io: Io,
): Promise<FindingsSink> {
  const format = plan.format ?? (plan.outputs.length === 0 ? 'text' : undefined)
  const channels = await Promise.all([
    ...(format ? [standardOutput(format, head, findingsLook(saying, failOn, io), io)] : []),
    ...plan.files.flatMap(({ format: own, ...file }) =>
      isBook(own) ? [] : [fileChannel({ ...file, format: own }, head, plan, io)],
    ),
  ])
  const sink = await withBooks(openChannels(channels, progress), { head, rules }, plan, io)
  return sayingAtEnd(sink, saying, io)
}

/** Findings beside another result go to standard error; of those with errors no quiet run is silent. */
export async function openFindingsBeside(
  { head, failOn, saying, progress }: FindingsRun,
  io: Io,
): Promise<FindingsSink> {
  const beside = { ...io, out: io.err }
  const least = failOn === 'never' ? 'error' : failOn
  const channel = await standardOutput('text', head, findingsLook(saying, least, beside), beside)
  return sayingAtEnd(openChannels([channel], progress), saying, io)
}

/** Receipts that prove nothing are said by a quiet run, too; others find them among what was passed over. */
export async function sayDamaged(damaged: readonly Skipped[], io: Io): Promise<void> {
  await io.err.write(damaged.map(({ path, reason }) => `${path} ${reason}\n`).join(''))
}
