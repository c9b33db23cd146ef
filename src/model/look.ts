import type { FailLevel } from './finding.ts'

/** How text is to be drawn: decided once, from the options and the terminal. */
export interface Look {
  readonly color: boolean
  /** Width of the terminal; undefined where nothing is to be wrapped or cut. */
  readonly columns: number | undefined
  readonly quiet: boolean
  /** Of findings only those at or above it are shown, and nothing where there are none: what a quiet run asks for. */
  readonly least?: FailLevel
}

export const colorChoices = ['auto', 'always', 'never'] as const

export type ColorChoice = (typeof colorChoices)[number]
