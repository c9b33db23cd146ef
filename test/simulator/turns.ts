import type { Random } from '../soak/random.ts'

/** One run of the program among others: what it waits for, and whether it is still there. */
export interface Runner {
  readonly waiting: (() => void)[]
  hasEnded: boolean
  /** Called when it waits or ends. */
  stopped: () => void
}

export function newRunner(): Runner {
  return { waiting: [], hasEnded: false, stopped: () => undefined }
}

/** Nothing comes after it: whatever the run was waiting for never happens. */
export function pullPlug(runner: Runner): Promise<never> {
  runner.hasEnded = true
  runner.stopped()
  return new Promise(() => undefined)
}

/** Every touch of the world waits here until it is its run's turn. */
export function turnOf(runner: Runner): Promise<void> {
  return new Promise((go) => {
    runner.waiting.push(go)
    runner.stopped()
  })
}

/** Until the run touches the world again: whatever it does in between – loading, packing – takes as long as it likes. */
async function untilStopped(runner: Runner): Promise<void> {
  if (runner.waiting.length === 0 && !runner.hasEnded) {
    await new Promise<void>((stopped) => {
      runner.stopped = stopped
    })
  }
  // What is asked for at the same moment comes together.
  await new Promise((turn) => setImmediate(turn))
}

/**
 * Runs several programs in one world, one step of one of them at a time, in an order that chance decides and the seed
 * brings back: whose turn it is depends on nothing else, not on how long anything takes.
 */
export async function interleave(
  starts: readonly { readonly runner: Runner; readonly start: () => Promise<unknown> }[],
  random: Random,
): Promise<void> {
  for (const { runner, start } of starts) {
    void start().finally(() => {
      runner.hasEnded = true
      runner.stopped()
    })
    await untilStopped(runner)
  }
  for (;;) {
    const ready = starts
      .map(({ runner }) => runner)
      .filter(({ waiting, hasEnded }) => waiting.length > 0 && !hasEnded)
    if (ready.length === 0) return
    const runner = random.of(ready)
    for (const go of runner.waiting.splice(0)) go()
    await untilStopped(runner)
  }
}
