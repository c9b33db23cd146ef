import { ExitCode, UserError } from '../io/io.ts'
import type { Deadline } from '../model/deadline.ts'
import { deadlineFormatNames, planDeadline, writeDeadline } from '../outputs/deadline-outputs.ts'
import { keepSources, requireTargets } from '../outputs/targets.ts'
import { calendarFor, programmeFor } from '../returns/programme-file.ts'
import { settingsOf } from '../returns/settings.ts'
import { submissionsFor } from '../returns/submissions.ts'
import { deadlineOf } from '../rounds/deadline.ts'
import { roundNamed } from '../rounds/named-round.ts'
import { remindersOf } from '../rounds/reminders.ts'
import { defineCommand, type ValueOption } from './command.ts'
import { lookOf } from './look.ts'
import * as option from './options.ts'

const withinOption: ValueOption<number> = {
  kind: 'value',
  flags: '--within <天数>',
  summary: '截止前不多于这么多天、又没有报送记录时，退出码也为 4',
  parse(text) {
    if (/^\d{1,4}$/.test(text.trim())) return Number(text)
    throw new UserError(`--within 的值“${text}”不对`, '请写成 0、7 这样的天数。')
  },
}

function isUrgent({ current }: Deadline, within = -1): boolean {
  if (current?.status === 'open' || current?.status === 'due-today') return current.daysLeft <= within
  return current?.status === 'overdue'
}

export default defineCommand({
  operands: [],
  options: {
    programme: option.programmeOption,
    asOf: option.asOfOption,
    unit: option.unitOption,
    round: option.roundOption,
    archive: option.archiveOption,
    within: withinOption,
    ics: { kind: 'flag', flags: '--ics', summary: '写成日历文件，截止前 7 个和 1 个工作日提醒' },
    format: option.formatOption(deadlineFormatNames),
    outputs: option.outputOption,
    force: option.forceOption,
    holidays: option.holidaysOption,
    color: option.colorOption,
    quiet: option.quietOption,
    config: option.configOption,
  },
  examples: [
    { line: 'deadline', does: '列出今年各期，说明本期还剩几天' },
    { line: 'deadline --within 7', does: '只剩 7 天以内时退出码为 4，供定时任务提醒' },
    { line: 'deadline --ics -o 报送期限.ics', does: '写成日历文件，导入手机或邮箱' },
  ],
  async run({ options }, io) {
    const plan = planDeadline(options)
    await requireTargets(options, io)
    const settings = await settingsOf(options, io)
    await keepSources(options.outputs, settings.files, io)
    const programme = await programmeFor(settings.programme, io)
    const calendar = await calendarFor(settings.holidays, io)
    const { asOf } = settings
    const { receipts, warnings, notes } = await submissionsFor({ settings, programme }, io)
    const named = options.round === undefined ? undefined : roundNamed(programme, options.round, asOf)
    if (named && 'message' in named) throw new UserError(named.message, named.remedy)
    const question = {
      programme,
      asOf,
      ...(named && { named }),
      ...(receipts && { receipts }),
      ...(calendar && { calendar }),
    }
    const deadline = deadlineOf(question)
    const ahead = deadlineOf({ ...question, yearsAhead: 1 })
    const exitCode = isUrgent(deadline, options.within) ? ExitCode.deadline : ExitCode.done
    const report = { deadline, reminders: remindersOf(ahead.rounds, calendar), exitCode }
    const said = options.quiet ? warnings : [...warnings, ...notes]
    await io.err.write(said.map((line) => `${line}\n`).join(''))
    await writeDeadline(report, plan, { look: lookOf(options, io), io })
    return exitCode
  },
})
