import { checkedBy, type SchemaProblem } from '../model/schema-problem.ts'
import { type Programme, programmeSchema } from './programme.ts'

export function parseProgramme(json: unknown): Programme | { readonly problems: readonly SchemaProblem[] } {
  return checkedBy(programmeSchema, json)
}
