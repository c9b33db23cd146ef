import type { Hand } from './lettering.ts'

/** What is put on paper. Points, from the page's top left. */
export type Mark =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly hand: Hand
      readonly size: number
      readonly left: number
      readonly baseline: number
      readonly width: number
      readonly target?: string | undefined
    }
  | {
      readonly kind: 'rule'
      readonly from: readonly [number, number]
      readonly to: readonly [number, number]
      readonly weight: number
    }

export type Page = readonly Mark[]

/** A part of the form that stands on one page: how high it is, and what it is at a place. */
export interface Block {
  readonly height: number
  readonly at: (top: number) => readonly Mark[]
}
