import { extname } from 'node:path'
import { type Io, UserError } from '../io/io.ts'
import { type Entry, type EntryFormatName, entryFormats } from '../render/entry/index.ts'
import { requireTargets, writeFile } from './targets.ts'

export const entryFormatNames = Object.keys(entryFormats) as readonly EntryFormatName[]

export const usualEntryFile = '台账.xlsx'

export interface EntryPlan {
  readonly format: EntryFormatName | undefined
  readonly outputs: readonly string[]
  readonly force: boolean
}

function formatOf(path: string): EntryFormatName {
  const format = entryFormatNames.find((name) => `.${name}` === extname(path).toLowerCase())
  if (format) return format
  const known = entryFormatNames.map((name) => `.${name}`).join('、')
  throw new UserError(`${path} 的扩展名不对，不知道写成什么格式`, `空白台账可写成 ${known} 文件。`)
}

/** Where an empty ledger goes when nobody says. */
export async function planEntry(given: EntryPlan, io: Io): Promise<EntryPlan> {
  const { format, force } = given
  const usual = format === undefined ? [usualEntryFile] : []
  const outputs = given.outputs.length > 0 ? given.outputs : usual
  outputs.forEach(formatOf)
  await requireTargets({ outputs, force }, io)
  return { format, outputs, force }
}

async function contentOf(entry: Entry, name: EntryFormatName, io: Io): Promise<string | Uint8Array> {
  const { files, load } = entryFormats[name]
  const templates = await Promise.all(files.map(async (file) => [file, await io.template(file)] as const))
  return await (await load())(entry, new Map(templates))
}

export async function writeEntry(entry: Entry, { format, outputs, force }: EntryPlan, io: Io) {
  for (const path of outputs) {
    const content = await contentOf(entry, formatOf(path), io)
    await writeFile(path, Buffer.from(content), { force, isSaid: true }, io)
  }
  if (format !== undefined) await io.out.write(await contentOf(entry, format, io))
}
