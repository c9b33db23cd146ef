import type { ParseError } from 'jsonc-parser'
import { type Io, UserError } from '../io.ts'

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

/** A JSON file that a person wrote; a fault in it is told by line and column. */
export async function readJson(path: string, io: Io): Promise<unknown> {
  const text = new TextDecoder().decode(await io.disk.read(path))
  try {
    return JSON.parse(text)
  } catch {
    throw await refusal(path, text)
  }
}
