import { limits } from '../../model/limits.ts'
import type { Dialect } from './quoted.ts'

/** Told of all bytes; says whether a line goes on for too long, up to its own kind of end. */
export function createGauge(lineEnd: Dialect['lineEnd']): (bytes: Uint8Array) => boolean {
  const end = lineEnd.charCodeAt(0)
  let openBytes = 0
  return (bytes) => {
    const at = bytes.lastIndexOf(end)
    openBytes = at < 0 ? openBytes + bytes.length : bytes.length - at - 1
    return openBytes > limits.line.most
  }
}
