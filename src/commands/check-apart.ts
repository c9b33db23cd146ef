import type { Disk } from '../io.ts'
import type { TextOptions } from '../log/dialect.ts'
import type { LogSummary } from '../model/log.ts'
import type { Failure } from '../model/run.ts'
import { type Circumstances, createChecker, type Overrides } from '../rules/check.ts'
import { allRules } from '../rules/index.ts'
import type { ApartNumbers } from '../rules/number-memory.ts'
import { checkLog } from './check-logs.ts'
import { createPack, type PackedFindings } from './packed-findings.ts'

/** What a thread is to know before it reads; plain data, like what it answers. */
export interface ApartSettings {
  readonly circumstances: Circumstances
  readonly overrides: Overrides
  readonly text: TextOptions
}

export interface CheckedApart {
  readonly read: LogSummary | Failure
  readonly findings: PackedFindings
  readonly numbers: ApartNumbers
}

/** More are not worth their memory while they wait to be told. */
const mostFindings = 20_000

async function* untilIt(
  isEnough: () => boolean,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    if (isEnough()) return
    yield piece
  }
}

/** Nothing of a log that has too much to say, or that could not be read again where its numbers stand in another. */
export async function checkApart(
  path: string,
  { circumstances, overrides, text }: ApartSettings,
  disk: Disk,
): Promise<CheckedApart | undefined> {
  if (path === '-' || !(await disk.isLasting(path))) return undefined
  const checker = createChecker(allRules, circumstances, overrides)
  const { add, count, packed } = createPack()
  const isTooMuch = (): boolean => count() > mostFindings
  const open = (): AsyncIterable<Uint8Array> => untilIt(isTooMuch, disk.stream(path))
  const ready = async (): Promise<void> => undefined
  const read = await checkLog({ path, open }, { checker, text, finding: add, ready })
  return isTooMuch() ? undefined : { read, findings: packed(), numbers: checker.numbers() }
}
