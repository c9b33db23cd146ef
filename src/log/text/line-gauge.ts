import { lineEndIn } from './decode.ts'

/** A book is shorter; what goes on for longer is no table and would fill the memory. */
const longestLineBytes = 1 << 24

/** Told of all bytes; says whether a line goes on for too long. */
export function createGauge(): (bytes: Uint8Array) => boolean {
  let openBytes = 0
  return (bytes) => {
    const lineEnd = lineEndIn(bytes)
    openBytes = lineEnd === 0 ? openBytes + bytes.length : bytes.length - lineEnd
    return openBytes > longestLineBytes
  }
}
