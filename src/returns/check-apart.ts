import type { Overrides } from '../check/active-rule.ts'
import type { ApartMemory } from '../check/apart-memory.ts'
import { type Circumstances, createChecker, type ReturnChecker } from '../check/check.ts'
import type { Disk } from '../io/io.ts'
import type { TextOptions } from '../log/text/dialect.ts'
import { type BytesFrom, readStretch, type Stretch, type StretchRead } from '../log/text/stretch.ts'
import type { LogSummary } from '../model/log.ts'
import type { Failure } from '../model/run.ts'
import { allRules } from '../rules/index.ts'
import { checkLog, sinkOf } from './check-log.ts'
import { createPack, type FindingsPack, type PackedFindings } from './packed-findings.ts'
import { type Answered, furnish, type Room } from './room.ts'

/** What a thread is to know before it reads; plain data, like what it is asked and answers. */
export interface ApartSettings {
  readonly circumstances: Circumstances
  readonly overrides: Overrides
  readonly text: TextOptions
}

export type Errand = { readonly log: string } | { readonly stretch: Stretch }

/** What was read and found by itself, without what is before it. */
export interface Apart<Read> {
  readonly read: Read
  readonly findings: PackedFindings
  readonly memory: ApartMemory
}

export type ApartLog = Apart<LogSummary | Failure>
export type ApartStretch = Apart<StretchRead>

export interface Question {
  readonly errand: Errand
  /** Where the lists of the answer may stand. */
  readonly room?: Room | undefined
}

const none = new Int32Array()

function movedInto<One extends ApartLog | ApartStretch>(apart: One, given?: Room): Answered<One> {
  const { findings, memory } = apart
  const { numbers, byRule } = memory
  const own = [findings.places, numbers.table.numbers, ...Object.values(byRule)]
  const { room, lists } = furnish(own, given)
  const [places = none, table = none, ...handed] = lists
  const byRuleMoved = Object.keys(byRule).map((id, at) => [id, handed[at] ?? none] as const)
  return {
    room,
    apart: {
      ...apart,
      findings: { values: findings.values, places },
      memory: {
        numbers: { ...numbers, table: { ...numbers.table, numbers: table } },
        byRule: Object.fromEntries(byRuleMoved),
      },
    },
  }
}

async function* untilFull(pack: FindingsPack, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    if (pack.isFull()) return
    yield piece
  }
}

function apartOf<Read>(
  read: Read | undefined,
  pack: FindingsPack,
  checker: ReturnChecker,
): Apart<Read> | undefined {
  const memory = checker.handOver()
  return read === undefined || pack.isFull() ? undefined : { read, findings: pack.packed(), memory }
}

const ready = async (): Promise<void> => undefined

type Check<One, Read> = (one: One, checker: ReturnChecker) => Promise<Apart<Read> | undefined>

/** Nothing of a log that could not be read again where it does not stand. */
function checkingLogs(text: TextOptions, disk: Disk): Check<string, LogSummary | Failure> {
  return async (path, checker) => {
    if (path === '-' || (await disk.sizeOf(path)) === undefined) return undefined
    const pack = createPack()
    const open = () => untilFull(pack, disk.stream(path))
    return apartOf(await checkLog({ path, open }, { checker, text, finding: pack.add, ready }), pack, checker)
  }
}

/** Nothing of a stretch with a number twice in it: in which line it stood first is known to who has read the others. */
function checkingStretches(disk: Disk): Check<Stretch, StretchRead> {
  return async (stretch, checker) => {
    const pack = createPack()
    const bytesFrom: BytesFrom = (from) => untilFull(pack, disk.stream(stretch.path, from))
    const sink = sinkOf({ checker, finding: pack.add, ready })
    const apart = apartOf(await readStretch(stretch, bytesFrom, sink), pack, checker)
    return apart?.memory.numbers.table.isEachNew ? apart : undefined
  }
}

/** Makes a checker only where the last did not come back: one that is used again is compiled already. */
function withChecker<One, Read>(check: Check<One, Read>, make: () => ReturnChecker) {
  let idle: ReturnChecker | undefined
  return async (one: One): Promise<Apart<Read> | undefined> => {
    const checker = idle ?? make()
    idle = undefined
    const apart = await check(one, checker)
    idle = checker
    return apart
  }
}

export type CheckApart = (question: Question) => Promise<Answered<ApartLog | ApartStretch>>

export function createApart({ circumstances, overrides, text }: ApartSettings, disk: Disk): CheckApart {
  const checkerFor = (isStretch: boolean) => () =>
    createChecker(allRules, { ...circumstances, isStretch }, overrides)
  const checkWhole = withChecker(checkingLogs(text, disk), checkerFor(false))
  const checkStretch = withChecker(checkingStretches(disk), checkerFor(true))
  return async ({ errand, room }) => {
    const apart = await ('log' in errand ? checkWhole(errand.log) : checkStretch(errand.stretch))
    return apart === undefined ? { room } : movedInto(apart, room)
  }
}
