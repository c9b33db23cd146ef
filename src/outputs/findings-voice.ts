import { extname } from 'node:path'
import { type Io, UserError } from '../io/io.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import type { Look } from '../model/look.ts'
import type { RunHead, RunSummary } from '../model/run.ts'
import { findingsFormats } from '../render/findings/index.ts'
import type { Reporter } from '../render/findings/reporter.ts'

export type FindingsFormatName = keyof typeof findingsFormats

export const findingsFormatNames = Object.keys(findingsFormats) as readonly FindingsFormatName[]

const extensions: Readonly<Record<string, FindingsFormatName>> = {
  '.txt': 'text',
  '.csv': 'csv',
  '.json': 'json',
}

/** What is found goes to standard output and to files alike, each in its own format, as it comes. */
export interface Voice {
  readonly finding: (finding: Finding) => void
  readonly log: (summary: LogSummary) => void
  readonly ready: () => Promise<void>
  readonly end: (summary: RunSummary) => Promise<void>
}

export interface VoicePlan {
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

async function file(path: string, head: RunHead, plan: VoicePlan, io: Io): Promise<Channel> {
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
      await io.disk.write(path, Buffer.concat(pieces), { force: plan.force })
      if (plan.format === undefined) await io.out.write(`已写入 ${path}\n`)
    },
  }
  return channel
}

export async function openVoice(
  plan: VoicePlan,
  { head, look, io }: { head: RunHead; look: Look; io: Io },
): Promise<Voice> {
  const format = plan.format ?? (plan.outputs.length === 0 ? 'text' : undefined)
  const channels = await Promise.all([
    ...(format ? [standardOutput(format, head, look, io)] : []),
    ...plan.outputs.map((path) => file(path, head, plan, io)),
  ])
  return {
    finding(finding) {
      for (const channel of channels) channel.text += channel.reporter.finding(finding)
    },
    log(summary) {
      for (const channel of channels) channel.text += channel.reporter.log(summary)
    },
    async ready() {
      for (const channel of channels) await channel.flush(false)
    },
    async end(summary) {
      for (const channel of channels) {
        channel.text += channel.reporter.end(summary)
        await channel.flush(true)
      }
    },
  }
}
