import { extname } from 'node:path'
import { type Io, UserError } from '../io/io.ts'
import type { Look } from '../model/look.ts'
import { type Targets, writeFile } from './targets.ts'

/** What every list of formats says of each. */
export interface Format {
  /** With the dot, the usual one first. */
  readonly extensions: readonly string[]
  /** Files under templates/ that it is made from. */
  readonly files?: readonly string[]
}

export type Formats<Name extends string> = Readonly<Record<Name, Format>>

export function namesOf<Name extends string>(formats: Formats<Name>): readonly Name[] {
  return Object.keys(formats) as Name[]
}

/** By the extension; what is none of ours is the user's mistake. `subject`: what is written, 报表. */
export function formatOf<Name extends string>(
  path: string,
  formats: Formats<Name>,
  subject: string,
  option: '' | '--brief ' = '',
): Name {
  const extension = extname(path).toLowerCase()
  const name = namesOf(formats).find((each) => formats[each].extensions.includes(extension))
  if (name !== undefined) return name
  const known = namesOf(formats).map((each) => formats[each].extensions[0])
  throw new UserError(
    `${option}${path} 的扩展名不对，不知道写成什么格式`,
    `${subject}可写成 ${known.join('、')} 文件。`,
  )
}

/** What a format is made from, by the names under templates/. */
export async function filesOf({ files = [] }: Format, io: Io): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map(await Promise.all(files.map(async (name) => [name, await io.template(name)] as const)))
}

/** Paper has no terminal's width and no colour. */
export const onPaper: Look = { color: false, columns: undefined, quiet: false }

export interface Plan<Name extends string> extends Targets {
  /** For standard output; undefined: a line for each file instead. */
  readonly format: Name | undefined
  readonly quiet: boolean
}

/** Every file, each in the format of its extension. */
export async function writeEach<Name extends string>(
  { outputs, force, format, quiet }: Plan<Name>,
  nameOf: (path: string) => Name,
  make: (name: Name) => Promise<string | Uint8Array>,
  io: Io,
): Promise<void> {
  const isSaid = format === undefined && !quiet
  for (const path of outputs) {
    await writeFile(path, Buffer.from(await make(nameOf(path))), { force, isSaid }, io)
  }
}
