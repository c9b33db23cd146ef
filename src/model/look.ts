/** How text is to be drawn: decided once, from the options and the terminal. */
export interface Look {
  readonly color: boolean
  /** Width of the terminal; undefined where nothing is to be wrapped or cut. */
  readonly columns: number | undefined
  readonly quiet: boolean
}

export const colorChoices = ['auto', 'always', 'never'] as const

export type ColorChoice = (typeof colorChoices)[number]
