import chaoyang from './chaoyang.ts'
import type { Programme } from './programme.ts'

export interface Form {
  readonly label: string | null
  readonly title: string
  readonly note: string
  /** The programme whose form it is; null where the notice prints its own. */
  readonly borrowedFrom: Programme | null
}

/** Of the five notices only Chaoyang's prints a form; a programme without one uses it. */
export function formOf(programme: Programme): Form {
  return programme.form
    ? { ...programme.form, borrowedFrom: null }
    : { ...chaoyang.form, borrowedFrom: chaoyang }
}
