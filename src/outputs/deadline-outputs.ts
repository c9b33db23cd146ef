import { type Io, UserError } from '../io/io.ts'
import type { HolidaysEffect } from '../model/holidays-effect.ts'
import type { Look } from '../model/look.ts'
import { type DeadlineReport, deadlineFormats } from '../render/deadline/index.ts'
import { formatOf, namesOf, onPaper, type Plan, writeEach } from './formats.ts'

type DeadlineFormatName = keyof typeof deadlineFormats

export const deadlineFormatNames = namesOf(deadlineFormats)

const nameOf = (path: string): DeadlineFormatName => formatOf(path, deadlineFormats, '报送期限')

interface DeadlinePlan extends Plan<DeadlineFormatName> {
  /** Nobody asked for a format: a quiet run says nothing while nothing is due. */
  readonly isUsual: boolean
}

export function planDeadline({
  format,
  ics,
  outputs,
  force,
  quiet,
}: Plan<DeadlineFormatName> & { readonly ics: boolean }): DeadlinePlan {
  if (ics && format !== undefined && format !== 'ics') {
    throw new UserError(`--ics 和 --format ${format} 不能同用`, '请去掉其中一个。')
  }
  outputs.forEach(nameOf)
  const usual = ics ? 'ics' : 'text'
  return {
    format: format ?? (outputs.length === 0 ? usual : undefined),
    ...{ outputs, force, quiet },
    isUsual: format === undefined && !ics,
  }
}

export async function writeDeadline(
  report: DeadlineReport,
  plan: DeadlinePlan,
  { look, io }: { readonly look: Look; readonly io: Io },
): Promise<void> {
  const names = [plan.format, ...plan.outputs.map(nameOf)]
  if (names.includes('ics') && report.reminders.length === 0) {
    throw new UserError(`没有可写入日历的期次：${report.deadline.reason}`, '请去掉 --ics 或 .ics 文件。')
  }
  const make = async (name: DeadlineFormatName, drawn: Look): Promise<string> =>
    (await deadlineFormats[name].load())(report, drawn)
  await writeEach(plan, nameOf, (name) => make(name, onPaper), io)
  if (plan.quiet && plan.isUsual && report.exitCode === 0) return
  if (plan.format) await io.out.write(await make(plan.format, look))
}

interface Beside {
  readonly warnings: readonly string[]
  readonly notes: readonly string[]
  readonly effect: HolidaysEffect | undefined
}

/** Beside the answer, not in it: receipts that prove nothing, and what a file of days off says and changes. */
export async function tellBeside({ warnings, notes, effect }: Beside, quiet: boolean, io: Io): Promise<void> {
  const said = quiet ? warnings : [...warnings, ...notes]
  await io.err.write(said.map((line) => `${line}\n`).join(''))
  if (quiet || effect === undefined) return
  const { holidaysEffectLines } = await import('../render/deadline/holidays-effect.ts')
  await io.err.write(`${holidaysEffectLines(effect).join('\n')}\n\n`)
}
