import { attempt } from '../io/io.ts'
import { readLog } from '../log/read.ts'
import type { LogSink } from '../log/table-reader.ts'
import type { Case } from '../model/case.ts'
import type { LogFault, Place } from '../model/log-fault.ts'
import type { HeldLog, LogInput } from './inputs.ts'
import type { Setup } from './setup.ts'

type Told = Case | readonly [LogFault, Place]

function isFault(told: Told): told is readonly [LogFault, Place] {
  return Array.isArray(told)
}

export async function holdLog(
  { path, open, rows }: LogInput,
  reading: Setup['reading'],
  ready: LogSink['ready'],
): Promise<HeldLog> {
  const all: Told[] = []
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
