import { readLog } from '../src/log/read.ts'
import type { TextOptions } from '../src/log/text/dialect.ts'
import type { Case } from '../src/model/case.ts'
import type { LogSummary } from '../src/model/log.ts'
import type { LogFault, Place } from '../src/model/log-fault.ts'

export interface ReadBack {
  readonly summary: LogSummary
  readonly cases: readonly Case[]
  readonly faults: readonly (readonly [LogFault, Place])[]
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Reads a log from memory, in pieces of `size` bytes. */
export async function readBack(
  log: string | Uint8Array,
  options: TextOptions & { readonly size?: number; readonly path?: string } = {},
): Promise<ReadBack> {
  const { size = 1 << 20, path = '台账.csv', ...text } = options
  const cases: Case[] = []
  const faults: (readonly [LogFault, Place])[] = []
  const summary = await readLog({ path, bytes: pieces(Buffer.from(log), size) }, text, {
    case: (c) => cases.push(c),
    fault: (fault, place) => faults.push([fault, place]),
    ready: async () => undefined,
  })
  if ('refused' in summary) throw new Error(`refused: ${summary.refused}`)
  return { summary, cases, faults }
}
