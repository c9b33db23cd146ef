import type { Earlier } from '../archive/history.ts'
import type { Receipt } from '../archive/receipt.ts'
import type { Io } from '../io/io.ts'
import type { IsoDate } from '../model/date.ts'
import type { Deadline } from '../model/deadline.ts'
import type { Receipt as Submission } from '../model/round.ts'
import type { Skipped } from '../model/run.ts'
import type { Programme } from '../programmes/programme.ts'
import { rosterName } from '../programmes/roster.ts'
import { readArchive } from './archive-folder.ts'

/** What one unit has handed in, by the archive. */
export interface HandedIn {
  readonly receipts: readonly Receipt[]
  readonly submissions: readonly Submission[]
  /** Receipts that prove nothing. */
  readonly damaged: readonly Skipped[]
}

export async function unitFileOf(unit: string, programme: Programme): Promise<string> {
  const { unitFileName } = await import('../archive/unit-file.ts')
  return unitFileName(rosterName(programme, unit))
}

export async function handedIn(
  { archive, unitFile }: { readonly archive: string; readonly unitFile: string },
  programme: Programme,
  io: Io,
): Promise<HandedIn> {
  const { submissionsOf } = await import('../archive/history.ts')
  const { stored, damaged } = await readArchive(archive, io, unitFile)
  const receipts = stored
    .map(({ receipt }) => receipt)
    .filter((receipt) => receipt.programme === programme.id)
  return { receipts, submissions: submissionsOf(receipts), damaged }
}

export async function earlierOf(
  { receipts }: HandedIn,
  { programme, asOf }: { programme: Programme; asOf: IsoDate },
  { current }: Deadline,
): Promise<Earlier | undefined> {
  const { earlierThan, returnsBy } = await import('../archive/history.ts')
  // Without due days every return is a round of its own, named by its day.
  return earlierThan(programme.due === null ? asOf : (current?.id ?? null), returnsBy(asOf, receipts))
}
