import { checkedBy, type SchemaProblem } from '../model/schema-problem.ts'
import { type Programme, programmeSchema } from './programme.ts'

/** A user's programme file, already read as JSON. */
export function parseProgramme(json: unknown): Programme | { readonly problems: readonly SchemaProblem[] } {
  return checkedBy(programmeSchema, json)
}
