import anyang from './anyang.ts'
import beichen from './beichen.ts'
import chaoyang from './chaoyang.ts'
import pingdingshan from './pingdingshan.ts'
import type { Programme } from './programme.ts'
import shanxi from './shanxi.ts'

/** In the order of help and documents; the first is the default. */
export const programmes: readonly Programme[] = [chaoyang, beichen, pingdingshan, anyang, shanxi]

export function programmeNamed(id: string): Programme | undefined {
  return programmes.find((programme) => programme.id === id)
}
