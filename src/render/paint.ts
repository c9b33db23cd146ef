import { Chalk, type ChalkInstance } from 'chalk'
import type { Look } from '../model/look.ts'

export type Paint = ChalkInstance

export interface Drawing {
  readonly look: Look
  readonly paint: Paint
}

/** chalk guesses from the terminal; whether to colour has been decided before. */
export function paintOf(color: boolean): Paint {
  return new Chalk({ level: color ? 1 : 0 })
}
