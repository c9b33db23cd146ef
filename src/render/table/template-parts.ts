import { type LimitName, limits } from '../../model/limits.ts'
import { walkXml } from '../../office/xml-walk.ts'
import { type Parts, unzip } from '../../office/zip.ts'
import type { Refusal } from './refusal.ts'

const byteOrderMarks: readonly number[] = [0xef, 0xfe]

/** By its first bytes, for a part may have any name. */
function isXml([first = 0, second = 0]: Uint8Array): boolean {
  return (
    first <= 0x20 || first === 0x3c || byteOrderMarks.includes(first) || (first === 0xff && second === 0xfe)
  )
}

/** Edited as text, a part is held many times over: a blank form has a hundredth of this. */
function excessIn(parts: Parts): LimitName | undefined {
  const written = [...parts.values()].filter(isXml)
  const size = written.reduce((total, part) => total + part.length, 0)
  if (size > limits.template.most) return 'template'
  return written.some((part) => walkXml(part, {}) === 'nesting') ? 'nesting' : undefined
}

/** All parts of a bureau's own form; `unreadable` is what is said of a file that is none. */
export function templateParts(bytes: Uint8Array, unreadable: Refusal): Parts | { readonly refusal: Refusal } {
  const parts = unzip(bytes, () => true)
  if (parts === 'damaged') return { refusal: unreadable }
  const excess = typeof parts === 'string' ? parts : excessIn(parts)
  if (excess !== undefined) {
    const { message, remedy } = limits[excess]
    return { refusal: { message: `模板不能用：${message}`, remedy, isTooMuch: true } }
  }
  return typeof parts === 'string' ? { refusal: unreadable } : parts
}
