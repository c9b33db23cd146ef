import { unitKey } from '../model/unit-name.ts'
import type { Programme } from './programme.ts'

/** The one name for a unit however it signs: that of the notice's list, or its place as written. */
export function rosterName({ units }: Programme, name: string): string {
  const key = unitKey(name)
  const listed = units.find((unit) => [unit.name, ...unit.aliases].some((known) => unitKey(known) === key))
  return listed?.name ?? (key || name.replace(/\s+/g, ''))
}
