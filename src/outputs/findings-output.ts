import { extname } from 'node:path'
import { ExitCode, type Io, UserError } from '../io/io.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import type { ColorChoice, Look } from '../model/look.ts'
import type { Milestone, RunHead, RunSummary, Skipped } from '../model/run.ts'
import { findingsFormats } from '../render/findings/index.ts'
import type { Reporter } from '../render/findings/reporter.ts'
import { lookOf } from './look.ts'
import type { Progress } from './progress.ts'
import { writeFile } from './targets.ts'

export type FindingsFormatName = keyof typeof findingsFormats

export const findingsFormatNames = Object.keys(findingsFormats) as readonly FindingsFormatName[]

const extensions: Readonly<Record<string, FindingsFormatName>> = {
  '.txt': 'text',
  '.csv': 'csv',
  '.json': 'json',
}

/** What is found goes to standard output and to files alike, each in its own format, as it comes. */
export interface FindingsSink {
  readonly finding: (finding: Finding) => void
  readonly log: (summary: LogSummary) => void
  readonly ready: (milestone: Milestone) => Promise<void>
  readonly end: (summary: RunSummary) => Promise<void>
}

export interface FindingsPlan {
  readonly format: FindingsFormatName | undefined
  readonly outputs: readonly string[]
  readonly force: boolean
}

interface Channel {
  readonly reporter: Reporter
  text: string
  /** Hands over what has gathered; a file is written whole at the end. */
  readonly flush: (isLast: boolean) => Promise<void>
}

const flushAt = 64 * 1024

function formatOfFile(path: string): FindingsFormatName {
  const format = extensions[extname(path).toLowerCase()]
  if (format) return format
  const known = Object.keys(extensions).join('、')
  throw new UserError(`${path} 的扩展名不对，不知道写成什么格式`, `核对结果可写成 ${known} 文件。`)
}

async function standardOutput(
  format: FindingsFormatName,
  head: RunHead,
  look: Look,
  io: Io,
): Promise<Channel> {
  const channel: Channel = {
    reporter: (await findingsFormats[format]())(head, look),
    text: '',
    async flush(isLast) {
      if (!isLast && channel.text.length < flushAt) return
      const { text } = channel
      channel.text = ''
      await io.out.write(text)
    },
  }
  return channel
}

async function file(path: string, head: RunHead, plan: FindingsPlan, io: Io): Promise<Channel> {
  const look: Look = { color: false, columns: undefined, quiet: false }
  // As bytes, which hold more than the longest string.
  const pieces: Uint8Array[] = []
  const channel: Channel = {
    reporter: (await findingsFormats[formatOfFile(path)]())(head, look),
    text: '',
    async flush(isLast) {
      if (!isLast && channel.text.length < flushAt) return
      pieces.push(Buffer.from(channel.text))
      channel.text = ''
      if (!isLast) return
      const writing = { force: plan.force, isSaid: plan.format === undefined }
      await writeFile(path, Buffer.concat(pieces), writing, io)
    },
  }
  return channel
}

export interface FindingsRun {
  readonly head: RunHead
  readonly saying: { readonly color: ColorChoice | undefined; readonly quiet: boolean }
  readonly progress: Progress
}

function openChannels(channels: readonly Channel[], progress: Progress): FindingsSink {
  const flush = async (isLast: boolean): Promise<void> => {
    if (isLast) await progress.clear()
    for (const channel of channels) await channel.flush(isLast)
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
      await flush(false)
      await progress.tick(milestone)
    },
    async end(summary) {
      for (const channel of channels) channel.text += channel.reporter.end(summary)
      await flush(true)
    },
  }
}

/** Where findings are what is asked for. */
export async function openFindings(
  plan: FindingsPlan,
  { head, saying, progress }: FindingsRun,
  io: Io,
): Promise<FindingsSink> {
  const format = plan.format ?? (plan.outputs.length === 0 ? 'text' : undefined)
  const channels = await Promise.all([
    ...(format ? [standardOutput(format, head, lookOf(saying, io), io)] : []),
    ...plan.outputs.map((path) => file(path, head, plan, io)),
  ])
  return openChannels(channels, progress)
}

/** Findings beside another result go to standard error; a quiet run keeps them to itself unless they stop it. */
export async function openFindingsBeside(
  { head, saying, progress }: FindingsRun,
  io: Io,
): Promise<FindingsSink> {
  let held = ''
  const hold = async (text: string | Uint8Array): Promise<void> => {
    held += text
  }
  const out = saying.quiet ? { ...io.err, write: hold } : io.err
  const beside = { ...io, out }
  const sink = await openChannels(
    [await standardOutput('text', head, lookOf(saying, beside), beside)],
    progress,
  )
  return {
    ...sink,
    async end(summary) {
      await sink.end(summary)
      const { exitCode } = summary
      if (exitCode === ExitCode.findings || exitCode === ExitCode.failure) await io.err.write(held)
    },
  }
}

/** Receipts that prove nothing are said by a quiet run, too; others find them among what was passed over. */
export async function sayDamaged(damaged: readonly Skipped[], io: Io): Promise<void> {
  await io.err.write(damaged.map(({ path, reason }) => `${path} ${reason}\n`).join(''))
}
