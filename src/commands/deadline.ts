import { ExitCode } from '../io/io.ts'
import { deadlineFormatNames, planDeadline, tellBeside, writeDeadline } from '../outputs/deadline-outputs.ts'
import { lookOf } from '../outputs/look.ts'
import { keepSources, requireTargets } from '../outputs/targets.ts'
import { holidaysEffect } from '../returns/holidays-effect.ts'
import { settingsOf } from '../returns/settings.ts'
import { calendarFor, programmeFor } from '../returns/setup.ts'
import { deadlineBy, submissionsFor } from '../returns/submissions.ts'
import { isUrgent } from '../rounds/deadline.ts'
import { remindersOf } from '../rounds/reminders.ts'
import { defineCommand } from './command.ts'
import * as option from './options.ts'

export default defineCommand({
  operands: [],
  options: {
    programme: option.programmeOption,
    asOf: option.asOfOption,
    unit: option.unitOption,
    round: option.roundOption,
    archive: option.archiveOption,
    within: option.withinOption,
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
    { line: 'deadline --holidays 2027.json', does: '核对放假安排文件，说明它改变了什么' },
    { line: 'deadline --ics -o 报送期限.ics', does: '写成日历文件，导入手机或邮箱' },
  ],
  async run({ options }, io) {
    await requireTargets(options, io)
    const plan = planDeadline(options)
    const settings = await settingsOf(options, io)
    await keepSources(options.outputs, settings.files, io)
    const programme = await programmeFor(settings.programme, io)
    const known = { settings, programme, calendar: await calendarFor(settings.holidays, io) }
    const submissions = await submissionsFor(known, io)
    const deadline = deadlineBy(submissions, known, options.round)
    const ahead = deadlineBy(submissions, known, options.round, 1)
    const exitCode = isUrgent(deadline, options.within) ? ExitCode.deadline : ExitCode.done
    const report = { deadline, reminders: remindersOf(ahead.rounds, known.calendar), exitCode }
    const effect = await holidaysEffect(options.holidays, { known, submissions, round: options.round }, io)
    await tellBeside({ ...submissions, effect }, options.quiet, io)
    await writeDeadline(report, plan, { look: lookOf(options, io), io })
    return exitCode
  },
})
