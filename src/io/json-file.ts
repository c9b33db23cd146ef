import { attempt, type Io, UserError } from './io.ts'

interface Problems {
  readonly problems: readonly { readonly what: string; readonly remedy: string }[]
}

/** What a schema found wrong with the file at `path`, as the user's mistake: one thing at a time. */
export function firstProblem(path: string, { problems: [problem] }: Problems): UserError {
  return new UserError(`${path}：${problem?.what ?? ''}`, problem?.remedy ?? '')
}

/** Windows saves in GBK or UTF-16 where nobody asks for more; names would be taken for others. */
function decoded(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UserError(`${path} 不是 UTF-8 编码`, '请用记事本打开，选“另存为”，编码选 UTF-8。')
  }
}

/** A JSON file that a person wrote and named; a fault in it is told by line and column. */
export async function readJson(path: string, io: Io): Promise<unknown> {
  const bytes = await attempt(() => io.disk.read(path))
  if (bytes instanceof UserError) throw new UserError(bytes.message, bytes.remedy)
  const text = decoded(path, bytes)
  const { slipIn } = await import('./json-text.ts')
  const slip = slipIn(text)
  if (slip) throw new UserError(`${path} ${slip.what}`, slip.remedy)
  return JSON.parse(text)
}
