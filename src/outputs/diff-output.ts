import { type Io, UserError } from '../io/io.ts'
import type { Look } from '../model/look.ts'
import { type DiffFormatName, type DiffReport, diffFormats } from '../render/diff/index.ts'
import { diffNotes } from '../render/diff/lists.ts'
import { formatOf, namesOf, onPaper, type Plan, writeEach } from './formats.ts'
import { requireTargets } from './targets.ts'

export const diffFormatNames = namesOf(diffFormats)

const nameOf = (path: string): DiffFormatName => formatOf(path, diffFormats, '两次报送的比较')

export async function planDiff(
  { format, outputs, force, quiet }: Plan<DiffFormatName>,
  io: Io,
): Promise<Plan<DiffFormatName>> {
  if (format === 'xlsx' && io.out.isTerminal) {
    throw new UserError('xlsx 不能显示在屏幕上', '请用 -o 写成文件。')
  }
  await requireTargets({ outputs, force }, io)
  outputs.forEach(nameOf)
  return { format: format ?? (outputs.length === 0 ? 'text' : undefined), outputs, force, quiet }
}

export async function writeDiff(
  report: DiffReport,
  plan: Plan<DiffFormatName>,
  { look, io }: { readonly look: Look; readonly io: Io },
): Promise<void> {
  const { format, quiet } = plan
  const make = async (name: DiffFormatName, drawn: Look) =>
    await (await diffFormats[name].load())(report, drawn)
  await writeEach(plan, nameOf, (name) => make(name, onPaper), io)
  // What must be known before the difference is believed stands in each file, and is heard at once.
  const notes = format === 'text' || quiet ? [] : diffNotes(report)
  await io.err.write(notes.map((note) => `${note}\n`).join(''))
  if (format) await io.out.write(await make(format, look))
}
