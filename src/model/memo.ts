const most = 4096
const longest = 200

/** A piece of a text that was cut keeps the whole of it alive; a copy does not. */
export function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}

/** Reads each distinct text once. Bounded, and keyed by copies. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > longest) return read(text)
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const value = read(text)
    if (known.size >= most) known.clear()
    known.set(copyOf(text), value)
    return value
  }
}
