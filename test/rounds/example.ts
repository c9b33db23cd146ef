import { programmeNamed } from '../../src/programmes/index.ts'
import type { Programme } from '../../src/programmes/programme.ts'

export function builtIn(id: string): Programme {
  const programme = programmeNamed(id)
  if (programme === undefined) throw new TypeError(`no programme ${id}`)
  return programme
}

export const chaoyang = builtIn('chaoyang')
export const beichen = builtIn('beichen')
export const pingdingshan = builtIn('pingdingshan')

/** 前 taken to exclude the day itself. */
export const strict: Programme = { ...chaoyang, inclusive: false }
