import { resolve } from 'node:path'
import { type Io, UserError } from '../io/io.ts'
import { repeated } from '../render/command-line.ts'
import { bookFormats, findingsFormats } from '../render/findings/index.ts'
import { formatOf, namesOf } from './formats.ts'
import { requireTargets } from './targets.ts'

export type FindingsFormatName = keyof typeof findingsFormats
export type BookFormatName = keyof typeof bookFormats

export const findingsFormatNames = namesOf(findingsFormats)

const fileFormats = { ...bookFormats, ...findingsFormats }

export interface FindingsGiven {
  readonly format: FindingsFormatName | undefined
  readonly outputs: readonly string[]
  readonly force: boolean
  readonly quiet: boolean
  readonly redact: boolean
}

export interface FindingsFile {
  readonly path: string
  readonly format: FindingsFormatName | BookFormatName
  /** The list that was given back is written anew with its reasons; the former one stays beside it. */
  readonly isOwnList: boolean
}

/** Where findings go: decided, and what can be refused refused, before the first log is read. */
export interface FindingsPlan extends FindingsGiven {
  readonly files: readonly FindingsFile[]
}

/** `lists`: what was given back with explanations; they may be written upon. */
export async function planFindings(
  given: FindingsGiven,
  lists: readonly string[],
  io: Io,
): Promise<FindingsPlan> {
  const { outputs, force, redact } = given
  const own = new Set(lists.map((path) => resolve(io.cwd, path)))
  const isOwnList = (path: string): boolean => own.has(resolve(io.cwd, path))
  const again = outputs.find(isOwnList)
  if (redact && again !== undefined) {
    throw new UserError(
      `--redact 写出的清单没有各格的内容，不能写在 ${again} 上：里面的说明以后对不上`,
      '请换一个文件名。',
    )
  }
  await requireTargets({ outputs: outputs.filter(isOwnList), force, keepsFormer: true }, io)
  await requireTargets({ outputs: outputs.filter((path) => !isOwnList(path)), force }, io)
  const files = outputs.map((path) => ({
    path,
    format: formatOf(path, fileFormats, '核对结果'),
    isOwnList: isOwnList(path),
  }))
  return { ...given, files }
}

/** With the lists just written as those that are given back: they keep their reasons, and need no `--force`. */
export function againWithLists(
  typed: readonly string[],
  { files }: FindingsPlan,
  explained: readonly string[],
): string {
  const isList = ({ format }: FindingsPlan['files'][number]): boolean => format === 'xlsx' || format === 'csv'
  const lists = files.filter((file) => isList(file) && !explained.includes(file.path))
  const back = lists.flatMap(({ path }) => ['--explained', path])
  return repeated(
    [...typed, ...back],
    files.some((file) => !isList(file)),
  )
}
