import type { Io } from '../io/io.ts'
import { readDate } from '../log/spell/date.ts'
import type { ReceivedFrom, ReturnStatus } from '../model/collected.ts'
import { dayInShanghai, type IsoDate } from '../model/date.ts'
import type { JudgedRound } from '../model/round.ts'
import type { Arrivals } from './received-file.ts'
import type { UnitFiles } from './unit-files.ts'

export interface Arrival {
  readonly receivedOn: IsoDate | null
  readonly receivedFrom: ReceivedFrom | null
}

function latest(days: readonly (IsoDate | undefined)[]): IsoDate | null {
  return days.filter((day) => day !== undefined).reduce<IsoDate | null>((a, b) => (a && a > b ? a : b), null)
}

async function writtenOn(path: string, io: Io): Promise<IsoDate | undefined> {
  const instant = path === '-' ? io.now() : await io.disk.writtenAt(path)
  return instant && dayInShanghai(instant)
}

/**
 * The day a return was there: as the desk noted it, else the form's own 时间, else the day the file was written. A
 * return of several files is there with the last of them.
 */
export async function arrivalOf(
  { unit, files, failures }: UnitFiles,
  received: Arrivals,
  asOf: IsoDate,
  io: Io,
): Promise<Arrival> {
  const noted = received.get(unit)
  if (noted !== undefined) return { receivedOn: noted.day, receivedFrom: 'received' }
  const onForm = latest(files.map(({ log }) => (log.date === null ? undefined : readDate(log.date))))
  if (onForm !== null) return { receivedOn: onForm, receivedFrom: 'form' }
  const paths = [...files, ...failures].map(({ path }) => path)
  const written = latest(await Promise.all(paths.map((path) => writtenOn(path, io))))
  // A file saved behind the day that is judged by was there before: its date is that of the copy.
  if (written === null || written > asOf) return { receivedOn: null, receivedFrom: null }
  return { receivedOn: written, receivedFrom: 'file' }
}

export interface JudgedArrival extends Arrival {
  readonly hasCome: boolean
  readonly isUnreadable: boolean
  readonly isFaulty: boolean
  readonly isNil: boolean
}

/** The gravest of what holds. A file's date never makes a return late: it may be that of the download. */
export function statusOf(
  { hasCome, isUnreadable, isFaulty, isNil, receivedOn, receivedFrom }: JudgedArrival,
  round: JudgedRound | null,
  asOf: IsoDate,
): ReturnStatus {
  if (!hasCome) return round !== null && asOf > round.lastDay ? 'missing' : 'awaited'
  if (isUnreadable) return 'unreadable'
  if (isFaulty) return 'faulty'
  const isLate = round !== null && receivedOn !== null && receivedOn > round.lastDay
  if (isLate && receivedFrom !== 'file') return 'late'
  return isNil ? 'nil' : 'on-time'
}
