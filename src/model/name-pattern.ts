/** Round brackets stand in file and sheet names; only after one of `@!+*?` do they mean something. */
export function withoutGroups(pattern: string): string {
  return pattern.replace(/(?<![@!+*?\\])\(([^()]*)\)/g, '\\($1\\)')
}

/** Whether a name is one of these, or fits one of them as a pattern. */
export async function anyOf(patterns: readonly string[]): Promise<(name: string) => boolean> {
  const { default: picomatch } = await import('picomatch')
  const fits = picomatch(patterns.map(withoutGroups), { nocase: true, dot: true })
  const plain = new Set(patterns.map((pattern) => pattern.toLowerCase()))
  return (name) => plain.has(name.toLowerCase()) || fits(name)
}
