const most = 4096
const longest = 200

/**
 * Reads each distinct text once. Bounded, and keyed by copies: a piece of a chunk would keep the whole chunk alive.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > longest) return read(text)
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const value = read(text)
    if (known.size >= most) known.clear()
    known.set(Buffer.from(text, 'utf16le').toString('utf16le'), value)
    return value
  }
}
