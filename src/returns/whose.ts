import { attempt, UserError } from '../io/io.ts'
import { readLog } from '../log/read.ts'
import { chooseUnit } from '../log/unit.ts'
import type { LogSummary } from '../model/log.ts'
import { unitsNamed } from '../programmes/roster.ts'
import type { Inputs, LogSource } from './inputs.ts'
import type { Preparation } from './preparation.ts'

const deaf = { case: () => undefined, fault: () => undefined, ready: async () => undefined }

/** Standard input can be read but once. */
function kept(source: LogSource): LogSource {
  if (source.path !== '-') return source
  const pieces: Uint8Array[] = []
  let isRead = false
  return {
    path: source.path,
    async *open() {
      if (!isRead) for await (const piece of source.open()) pieces.push(new Uint8Array(piece))
      isRead = true
      yield* pieces
    },
  }
}

export interface NamedInputs {
  /** null: no log says so, or two disagree. */
  readonly unit: string | null
  /** To be read once more. */
  readonly inputs: Inputs
}

/** Whose return the logs say it is, before they are checked. What cannot be read is said by whoever checks. */
export async function unitNamedIn(
  inputs: Inputs,
  { text, programme }: Pick<Preparation, 'text' | 'programme'>,
): Promise<NamedInputs> {
  const logs = inputs.logs.map(kept)
  const summaries: LogSummary[] = []
  for (const { path, open } of logs) {
    const read = await attempt(() => readLog({ path, bytes: open() }, text, deaf))
    if (!(read instanceof UserError) && !('refused' in read)) summaries.push(read)
  }
  return {
    unit: chooseUnit(undefined, summaries, (name) => unitsNamed(programme, name)).unit,
    inputs: { ...inputs, logs },
  }
}
