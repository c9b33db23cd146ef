import { createHash } from 'node:crypto'
import type { Receipt } from './receipt.ts'

export type Draft = Omit<Receipt, 'digest'>

/** The same text for the same content, whatever order its keys were written in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const stated = Object.entries(value).filter(([, entry]) => entry !== undefined)
  const entries = stated.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`
}

function digestOf(draft: Draft): string {
  return createHash('sha256').update(canonical(draft)).digest('hex')
}

export function sealed(draft: Draft): Receipt {
  return { ...draft, digest: digestOf(draft) }
}

export function isIntact({ digest, ...draft }: Receipt): boolean {
  return digest === digestOf(draft)
}
