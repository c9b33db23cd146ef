import { type ApartSettings, type CheckedApart, checkApart } from '../src/commands/check-apart.ts'
import type { Disk, Thread, Threads } from '../src/io.ts'

export interface FakeThreads {
  readonly count: number
  readonly startCases?: number
  /** Sees every answer before the asker does: may hold it back, replace it or throw. */
  readonly answer?: (path: string, checked: () => Promise<CheckedApart | undefined>) => Promise<unknown>
}

/** Threads in this one, behind a border that only plain data crosses. */
export function fakeThreads(
  { count, startCases = 0, answer = (_, checked) => checked() }: FakeThreads,
  disk: Disk,
) {
  async function start(given: unknown): Promise<Thread> {
    const known = structuredClone(given) as ApartSettings
    let isEnded = false
    return {
      async ask(question) {
        const path = String(question)
        const answered = structuredClone(await answer(path, () => checkApart(path, known, disk)))
        if (isEnded) throw new Error('ended')
        return answered
      },
      end() {
        isEnded = true
      },
    }
  }
  return { count: () => count, startCases, start } satisfies Threads
}
