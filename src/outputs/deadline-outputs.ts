import { extname } from 'node:path'
import { type Io, UserError } from '../io/io.ts'
import type { HolidaysEffect } from '../model/holidays-effect.ts'
import type { Look } from '../model/look.ts'
import { type DeadlineReport, deadlineFormats } from '../render/deadline/index.ts'
import { writeFile } from './targets.ts'

export type DeadlineFormatName = keyof typeof deadlineFormats

export const deadlineFormatNames = Object.keys(deadlineFormats) as readonly DeadlineFormatName[]

const extensions: Readonly<Record<string, DeadlineFormatName>> = {
  '.txt': 'text',
  '.json': 'json',
  '.ics': 'ics',
}

interface Given {
  readonly format: DeadlineFormatName | undefined
  readonly ics: boolean
  readonly outputs: readonly string[]
  readonly force: boolean
  readonly quiet: boolean
}

export interface DeadlinePlan {
  /** undefined: one line a file instead. */
  readonly format: DeadlineFormatName | undefined
  readonly files: readonly { readonly path: string; readonly format: DeadlineFormatName }[]
  readonly force: boolean
  readonly quiet: boolean
  /** Nobody asked for a format: a quiet run says nothing while nothing is due. */
  readonly isUsual: boolean
}

function formatOf(path: string): DeadlineFormatName {
  const format = extensions[extname(path).toLowerCase()]
  if (format) return format
  const known = Object.keys(extensions).join('、')
  throw new UserError(`${path} 的扩展名不对，不知道写成什么格式`, `报送期限可写成 ${known} 文件。`)
}

export function planDeadline({ format, ics, outputs, force, quiet }: Given): DeadlinePlan {
  if (ics && format !== undefined && format !== 'ics') {
    throw new UserError(`--ics 和 --format ${format} 不能同用`, '请去掉其中一个。')
  }
  const usual = ics ? 'ics' : 'text'
  return {
    format: format ?? (outputs.length === 0 ? usual : undefined),
    files: outputs.map((path) => ({ path, format: formatOf(path) })),
    force,
    quiet,
    isUsual: format === undefined && !ics,
  }
}

const plain: Look = { color: false, columns: undefined, quiet: false }

export async function writeDeadline(
  report: DeadlineReport,
  plan: DeadlinePlan,
  { look, io }: { readonly look: Look; readonly io: Io },
): Promise<void> {
  const isCalendarAsked = [plan, ...plan.files].some(({ format }) => format === 'ics')
  if (isCalendarAsked && report.reminders.length === 0) {
    throw new UserError(`没有可写入日历的期次：${report.deadline.reason}`, '请去掉 --ics 或 .ics 文件。')
  }
  for (const { path, format } of plan.files) {
    const text = (await deadlineFormats[format]())(report, plain)
    await writeFile(
      path,
      Buffer.from(text),
      { force: plan.force, isSaid: plan.format === undefined && !plan.quiet },
      io,
    )
  }
  if (plan.quiet && plan.isUsual && report.exitCode === 0) return
  if (plan.format) await io.out.write((await deadlineFormats[plan.format]())(report, look))
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
