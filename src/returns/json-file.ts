import type { ParseError } from 'jsonc-parser'
import { attempt, type Io, UserError } from '../io/io.ts'

interface Position {
  readonly line: number
  readonly column: number
}

function positionOf(offset: number, text: string): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

async function refusal(path: string, text: string): Promise<UserError> {
  const { parse } = await import('jsonc-parser')
  const faults: ParseError[] = []
  parse(text, faults, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  const { line, column } = positionOf(faults[0]?.offset ?? text.length, text)
  const remedy = '请检查引号、逗号和括号：全用英文标点，键和文字加双引号，最后一项后面没有逗号。'
  return new UserError(`${path} 第 ${line} 行第 ${column} 个字不合 JSON 格式`, remedy)
}

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
  try {
    return JSON.parse(text)
  } catch {
    throw await refusal(path, text)
  }
}
