import type { Disk, Thread, Threads } from '../src/io/io.ts'
import {
  type ApartSettings,
  type CheckApart,
  createApart,
  type Errand,
  type Question,
} from '../src/returns/check-apart.ts'

type Checked = ReturnType<CheckApart>

export interface FakeThreads {
  readonly count: number
  readonly worthCases?: number
  readonly worthBytes?: number
  /** Without it no log is so long that it is cut. */
  readonly stretchBytes?: number
  /** Sees every answer before the asker does: may hold it back, replace it or throw. */
  readonly answer?: (path: string, checked: () => Checked) => Promise<unknown>
}

function pathOf(errand: Errand): string {
  return 'log' in errand ? errand.log : errand.stretch.path
}

/** Threads in this one, behind a border that only plain data crosses. */
export function fakeThreads(
  {
    count,
    worthCases = 0,
    worthBytes = Number.POSITIVE_INFINITY,
    stretchBytes = Number.POSITIVE_INFINITY,
    answer = (_, checked) => checked(),
  }: FakeThreads,
  disk: Disk,
) {
  function start(given: unknown): Thread {
    const checkApart = createApart(structuredClone(given) as ApartSettings, disk)
    let before: Promise<unknown> = Promise.resolve()
    let isEnded = false
    return {
      async ask(question) {
        const asked = structuredClone(question) as Question
        // One errand after the other, as a thread does them.
        const checked = (): Checked => {
          const mine = before.then(() => checkApart(asked))
          before = mine.catch(() => undefined)
          return mine
        }
        const answered = structuredClone(await answer(pathOf(asked.errand), checked))
        if (isEnded) throw new Error('ended')
        return answered
      },
      end() {
        isEnded = true
      },
    }
  }
  return { count: () => count, worthCases, worthBytes, stretchBytes, start } satisfies Threads
}
