import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'

export interface Source {
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
  /** Packages and built-in modules by name, files of ours by path. */
  readonly imports: readonly string[]
}

const importing = /^import [^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)|^} from '([^']+)'/gm

async function sourceAt(path: string): Promise<Source> {
  const text = await readFile(path, 'utf8')
  const names = Array.from(text.matchAll(importing), (match) => match.slice(1).find((name) => name) ?? '')
  const imports = names.map((name) => (name.startsWith('.') ? posix.join(dirname(path), name) : name))
  return { path, text, lines: text.trimEnd().split('\n'), imports }
}

export async function sourcesIn(folder: string): Promise<readonly Source[]> {
  const all = await readdir(folder, { recursive: true })
  const paths = all.filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
  return await Promise.all(paths.sort().map((path) => sourceAt(join(folder, path))))
}

/** A file and all that it imports, at once or later, and so on. */
export function reachedFrom(
  sources: readonly Source[],
  start: string,
  reached = new Set<string>(),
): ReadonlySet<string> {
  if (reached.has(start)) return reached
  reached.add(start)
  for (const target of sources.find(({ path }) => path === start)?.imports ?? []) {
    reachedFrom(sources, target, reached)
  }
  return reached
}
