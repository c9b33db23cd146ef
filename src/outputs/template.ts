import { extname } from 'node:path'
import { ExitCode, type Io, UserError } from '../io/io.ts'
import type { FormPlaces } from '../model/form-places.ts'
import type { Refusal } from '../render/table/format.ts'

/** The bureau's own form, for the format of its extension. */
export interface Template {
  readonly format: 'xlsx' | 'docx'
  readonly bytes: Uint8Array
  /** What its heading row tells, for a form without markers. */
  readonly places: FormPlaces | undefined
}

const formats: Readonly<Record<string, Template['format']>> = { '.xlsx': 'xlsx', '.docx': 'docx' }

export function templateFormat(path: string): Template['format'] {
  const format = formats[extname(path).toLowerCase()]
  if (format === undefined) throw new UserError(`${path} 不能作模板`, '模板应为 .xlsx 或 .docx 文件。')
  return format
}

/** Reads a form as a log is read. */
export type FindPlaces = (form: Uint8Array) => Promise<FormPlaces | undefined>

export async function readTemplate(path: string, findPlaces: FindPlaces, io: Io): Promise<Template> {
  const bytes = await io.disk.read(path)
  return { format: templateFormat(path), bytes, places: await findPlaces(bytes) }
}

/** Another file was meant, or one that holds more than is read of any. */
export function unusable({ message, remedy, isTooMuch }: Refusal): UserError {
  return new UserError(message, remedy, isTooMuch ? ExitCode.failure : ExitCode.usage)
}
