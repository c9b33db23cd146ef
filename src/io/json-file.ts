import { attempt, type Io, UserError } from './io.ts'
import type { JsonSlip } from './json-text.ts'

/** What a schema finds wrong with a value: where, what, and what to do. */
interface Problems {
  readonly problems: readonly {
    readonly path: readonly PropertyKey[]
    /** The key itself is wrong, not what stands behind it. */
    readonly isKey: boolean
    readonly what: string
    readonly remedy: string
  }[]
}

/** Windows saves in GBK or UTF-16 where nobody asks for more; names would be taken for others. */
function decoded(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UserError(`${path} 不是 UTF-8 编码`, '请用记事本打开，选“另存为”，编码选 UTF-8。')
  }
}

const mostSaid = 20

/** One is said as a sentence; several are a list, so that they are mended in one go. */
function errorOf(path: string, slips: readonly JsonSlip[], placeOf: (slip: JsonSlip) => string): UserError {
  const [only, ...others] = slips
  const said = (slip: JsonSlip): string => {
    const isWholeFile = slip.offset < 0 || /^(?:不合|的)/.test(slip.what)
    return `${placeOf(slip)}${isWholeFile ? '' : '：'}${slip.what}`
  }
  if (only && others.length === 0) return new UserError(`${path} ${said(only)}`, only.remedy)
  const lines = slips.slice(0, mostSaid).map((slip) => `${said(slip)} → ${slip.remedy}`)
  const more = slips.length > mostSaid ? `，先列 ${mostSaid} 处` : ''
  return new UserError(`${path} 有 ${slips.length} 处写错${more}`, lines.join('\n  '))
}

/**
 * A JSON file that a person wrote and named, checked by its schema. All that is wrong with it is told at once, each
 * thing by line and column.
 */
export async function readJson<T extends object>(
  path: string,
  check: (json: unknown) => T | Problems,
  io: Io,
): Promise<T> {
  const bytes = await attempt(() => io.disk.read(path))
  if (bytes instanceof UserError) throw new UserError(bytes.message, bytes.remedy)
  const text = decoded(path, bytes)
  const { placeName, readJsonText } = await import('./json-text.ts')
  const { slips, said } = readJsonText(text)
  const fail = (all: readonly JsonSlip[]): UserError => {
    const sorted = all.toSorted((one, other) => one.offset - other.offset)
    return errorOf(path, sorted, ({ offset }) => placeName(offset, text))
  }
  if (said === undefined) throw fail(slips)
  const checked = check(said.value)
  const problems = 'problems' in checked ? checked.problems : []
  const located = problems.map(({ path: at, isKey, what, remedy }) => {
    return { offset: said.offsetAt(at, isKey), what, remedy }
  })
  const all = [...slips, ...located.filter(({ offset }) => !slips.some((slip) => slip.offset === offset))]
  if (all.length > 0 || 'problems' in checked) throw fail(all)
  return checked
}
