import chaoyang from './chaoyang.ts'
import type { Programme } from './programme.ts'

export interface Form {
  readonly label: string | null
  readonly title: string
  readonly note: string
  /** The programme whose form it is; null where the notice prints its own. */
  readonly borrowedFrom: Programme | null
}

const listed = ({ types }: Pick<Programme, 'types'>): string => types.join('/')

/**
 * Of the five notices only Chaoyang's prints a form; a programme without one uses it. Its note lists the types, which
 * are the programme's own.
 */
export function formOf(programme: Programme): Form {
  if (programme.form) return { ...programme.form, borrowedFrom: null }
  const note = chaoyang.form.note.replace(listed(chaoyang), listed(programme))
  return { ...chaoyang.form, note, borrowedFrom: chaoyang }
}
