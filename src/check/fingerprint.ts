/**
 * A text as 53 bits (cyrb53): a million of them must not cost a million strings, each of which would hold the text it
 * was cut from. Two of a million texts share theirs once in eighteen thousand such runs.
 */
export function fingerprintOf(text: string): number {
  let low = 0xdeadbeef | 0
  let high = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 2654435761)
    high = Math.imul(high ^ code, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}
