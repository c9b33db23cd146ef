import { ExitCode, type Io } from '../io/io.ts'
import type { RecordedUnits } from '../model/recorded.ts'
import { recordedUnitsText } from '../render/collect/notes.ts'
import type { CollectedReturns } from '../returns/collect.ts'
import type { Inputs } from '../returns/inputs.ts'
import { recordCollected, withDigests } from '../returns/record-collected.ts'
import { archiveOf } from '../returns/recording.ts'
import type { Setup } from '../returns/setup.ts'
import type { FlagOption } from './command.ts'

export const recordOption: FlagOption = {
  kind: 'flag',
  flags: '--record',
  summary: '把各单位的报送登记到存档；有错误的、读不了的不登记',
}

export interface Noted {
  /** Of a return that may not replace the one that is noted; undefined: nothing stood in the way. */
  readonly exitCode: ExitCode | undefined
  /** null: nothing was to be noted. */
  readonly units: RecordedUnits | null
  readonly text: string
}

interface CollectRecording {
  readonly inputs: Inputs
  readonly note: (collected: CollectedReturns, io: Io) => Promise<Noted>
}

/** What is to be recorded is digested as it is read. */
export function recordingOf(
  inputs: Inputs,
  { record, force, quiet }: { readonly record: boolean; readonly force: boolean; readonly quiet: boolean },
  setup: Setup,
): CollectRecording {
  if (!record) return { inputs, note: async () => ({ exitCode: undefined, units: null, text: '' }) }
  archiveOf(setup.settings.archive)
  const digests = withDigests(inputs)
  return {
    inputs: digests.inputs,
    async note(collected, io) {
      const noted = await recordCollected(collected, { digests, setup, force }, io)
      const exitCode = noted.differing.length > 0 ? ExitCode.failure : undefined
      return { exitCode, units: noted, text: recordedUnitsText(noted, quiet) }
    },
  }
}
