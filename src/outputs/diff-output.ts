import { extname } from 'node:path'
import { type Io, UserError } from '../io/io.ts'
import type { Look } from '../model/look.ts'
import { type DiffFormatName, type DiffReport, diffFormats } from '../render/diff/index.ts'
import { diffNotes } from '../render/diff/lists.ts'
import { requireTargets, writeFile } from './targets.ts'

export const diffFormatNames = Object.keys(diffFormats) as readonly DiffFormatName[]

export interface DiffPlan {
  readonly format: DiffFormatName | undefined
  readonly outputs: readonly string[]
  readonly force: boolean
  readonly quiet: boolean
}

function formatOf(path: string): DiffFormatName {
  const extension = extname(path).toLowerCase()
  const format = diffFormatNames.find((name) => diffFormats[name].extension === extension)
  if (format) return format
  const known = diffFormatNames.map((name) => diffFormats[name].extension).join('、')
  throw new UserError(`${path} 的扩展名不对，不知道写成什么格式`, `两次报送的比较可写成 ${known} 文件。`)
}

export async function planDiff(given: DiffPlan, io: Io): Promise<DiffPlan> {
  const { format, outputs, force, quiet } = given
  outputs.forEach(formatOf)
  if (format === 'xlsx' && io.out.isTerminal) {
    throw new UserError('xlsx 不能显示在屏幕上', '请用 -o 写成文件。')
  }
  await requireTargets(given, io)
  return { format: format ?? (outputs.length === 0 ? 'text' : undefined), outputs, force, quiet }
}

const plain: Look = { color: false, columns: undefined, quiet: false }

export async function writeDiff(
  report: DiffReport,
  { format, outputs, force, quiet }: DiffPlan,
  { look, io }: { readonly look: Look; readonly io: Io },
): Promise<void> {
  for (const path of outputs) {
    const content = await (await diffFormats[formatOf(path)].load())(report, plain)
    await writeFile(path, Buffer.from(content), { force, isSaid: format === undefined && !quiet }, io)
  }
  // What must be known before the difference is believed stands in each file, and is heard at once.
  const notes = format === 'text' || quiet ? [] : diffNotes(report)
  await io.err.write(notes.map((note) => `${note}\n`).join(''))
  if (format) await io.out.write(await (await diffFormats[format].load())(report, look))
}
