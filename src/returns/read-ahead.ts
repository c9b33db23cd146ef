import type { Io } from '../io/io.ts'
import type { Extent } from '../log/text/records.ts'
import type { Stretch } from '../log/text/stretch.ts'
import type { Cut } from '../log/text/stretches.ts'
import type { ApartLog, ApartSettings, ApartStretch, Errand } from './check-apart.ts'
import { type Crew, createCrew } from './crew.ts'
import type { LogSource } from './inputs.ts'
import type { Preparation } from './preparation.ts'

/** Who is told of one log. */
export interface Teller {
  /** Says what was found apart as if it were read now; false, and nothing said, where that would be something else. */
  readonly tell: (apart: ApartLog | ApartStretch, before: Extent) => Promise<boolean>
  /** Told about how many cases the log will have. */
  readonly expect: (cases: number) => void
}

/** Logs, and stretches of long ones, checked on other threads before their turn. Whether they were is never seen. */
export interface ReadAhead {
  /** Told of all cases so far: where as many are to come as that promises, threads begin with the logs behind. */
  readonly note: (cases: number) => void
  /** Asked log by log; nothing where it is to be read in its turn. */
  readonly log: (at: number, teller: Teller) => Promise<ApartLog['read'] | undefined>
  readonly cutOf: (log: LogSource, teller: Teller) => Cut
  readonly stop: () => void
}

const nothingBefore: Extent = { lines: 0, rows: 0 }

function cutInto(rest: Omit<Stretch, 'to'>, size: number, bytes: number): readonly Stretch[] {
  const count = Math.ceil((size - rest.from) / bytes)
  return Array.from({ length: count }, (_, at) => {
    const from = rest.from + at * bytes
    // What is written behind it meanwhile belongs to the last.
    return { ...rest, from, to: at === count - 1 ? Number.POSITIVE_INFINITY : from + bytes }
  })
}

function createCut(
  log: LogSource,
  { tell, expect }: Teller,
  { crew, io }: { crew: Crew<Errand>; io: Io },
): Cut {
  const { stretchBytes, worthCases } = io.threads
  let size: number | undefined
  return async ({ casesPerByte, ...rest }) => {
    size ??= await bytesIn([log], io)
    const bytesLeft = size - rest.from
    if (bytesLeft <= stretchBytes || bytesLeft * casesPerByte < worthCases) return undefined
    const all = cutInto({ path: log.path, ...rest }, size, stretchBytes)
    const line = crew.line<ApartStretch>(all.map((stretch) => ({ stretch })))
    crew.begin()
    expect(casesPerByte * size)
    return {
      all,
      bytesFrom: (from) => io.disk.stream(log.path, from),
      readAhead: async (at, before) => (await line.told(at, (apart) => tell(apart, before)))?.read,
      end: line.end,
    }
  }
}

/** Nothing of what gives its bytes once, like a pipe. */
async function bytesIn(logs: readonly LogSource[], { disk }: Io): Promise<number> {
  const sizes = logs.map(async ({ path }) => (path === '-' ? undefined : await disk.sizeOf(path)) ?? 0)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

function createReadAhead(logs: readonly LogSource[], crew: Crew<Errand>, io: Io): ReadAhead {
  const line = crew.line<ApartLog>(logs.map(({ path }) => ({ log: path })))
  let turn = 0
  return {
    note(cases) {
      const logsLeft = logs.length - turn - 1
      if (logsLeft > 0 && (cases / (turn + 1)) * logsLeft >= io.threads.worthCases) crew.begin()
    },
    async log(at, { tell }) {
      turn = at
      if (at === 0 && logs.length > 1 && (await bytesIn(logs.slice(1), io)) >= io.threads.worthBytes)
        crew.begin()
      return (await line.told(at, (apart) => tell(apart, nothingBefore)))?.read
    },
    cutOf: (log, teller) => createCut(log, teller, { crew, io }),
    stop: crew.stop,
  }
}

const mostThreads = 8

/** None where one thread is to work, or where what the logs before hold changes what is said of a log. */
export function readAheadOf(
  logs: readonly LogSource[],
  { circumstances, settings, text }: Preparation,
  io: Io,
): ReadAhead | undefined {
  const threads = settings.threads ?? Math.min(io.threads.count(), mostThreads)
  if (threads === 1 || circumstances.previous) return undefined
  const known: ApartSettings = { circumstances, overrides: settings.rules, text }
  return createReadAhead(logs, createCrew<Errand>(io, threads - 1, known), io)
}
