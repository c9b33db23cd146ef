/** Numbers that look like chance and come back with their seed, the same on every machine. */
export interface Random {
  /** 0 to below `count`. */
  readonly below: (count: number) => number
  readonly of: <T>(choices: readonly T[]) => T
}

/** The mulberry32 generator: 32 bits of state, good enough to choose damages. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count
  }
  return {
    below,
    of(choices) {
      const choice = choices[below(choices.length)]
      if (choice === undefined) throw new RangeError('nothing to choose from')
      return choice
    },
  }
}
