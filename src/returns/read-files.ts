import { attempt, UserError } from '../io/io.ts'
import { readLog } from '../log/read.ts'
import { refusalText } from '../log/refusal.ts'
import type { LogSink } from '../log/table-reader.ts'
import type { Case } from '../model/case.ts'
import type { LogSummary } from '../model/log.ts'
import type { LogFault, Place } from '../model/log-fault.ts'
import type { Failure, Skipped } from '../model/run.ts'
import { failureOf, type HeldLog, type Inputs, type LogInput } from './inputs.ts'
import type { Sink } from './read-return.ts'
import type { Setup } from './setup.ts'

export interface ReadFile extends LogInput {
  readonly held: HeldLog
  readonly log: LogSummary
}

type ToldOfLog = Case | readonly [LogFault, Place]

function isFault(told: ToldOfLog): told is readonly [LogFault, Place] {
  return Array.isArray(told)
}

async function holdLog(
  { path, open, rows }: LogInput,
  reading: Setup['reading'],
  ready: LogSink['ready'],
): Promise<HeldLog> {
  const all: ToldOfLog[] = []
  const sink: LogSink = {
    case: (c) => all.push(c),
    fault: (fault, place) => all.push([fault, place]),
    ready,
  }
  const source = rows ? { path, rows } : { path, bytes: open() }
  const summary = await attempt(() => readLog(source, reading, sink))
  return {
    summary,
    tell({ case: visit, fault }) {
      for (const told of all) {
        if (isFault(told)) fault(...told)
        else visit(told)
      }
    },
  }
}

export interface ReadFiles {
  readonly read: readonly ReadFile[]
  readonly failures: readonly Failure[]
  /** Lists of findings that lie beside the returns. */
  readonly passed: readonly Skipped[]
}

/** Reads every file, each byte once, before it is asked whose it is. */
export async function readFiles(
  { logs, failures: notFound }: Inputs,
  { reading }: Pick<Setup, 'reading'>,
  ready: Sink['ready'],
): Promise<ReadFiles> {
  const read: ReadFile[] = []
  const failures = [...notFound]
  const passed: Skipped[] = []
  for (const [at, input] of logs.entries()) {
    const held = await holdLog(input, reading, (cases) =>
      ready({ logs, at, cases, share: at / logs.length / 2 }),
    )
    const { summary } = held
    if (summary instanceof UserError) failures.push(failureOf(input.path, summary))
    else if ('refused' in summary) {
      const failure = { path: input.path, ...refusalText(summary) }
      if (summary.refused === 'own-workbook') passed.push({ path: input.path, reason: failure.message })
      else failures.push(failure)
    } else read.push({ ...input, held, log: summary })
  }
  return { read, failures, passed }
}
