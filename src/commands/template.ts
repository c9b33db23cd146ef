import { ExitCode } from '../io/io.ts'
import { entryFormatNames, planEntry, usualEntryFile, writeEntry } from '../outputs/entry-output.ts'
import { keepSources } from '../outputs/targets.ts'
import { settingsOf } from '../returns/settings.ts'
import { programmeFor } from '../returns/setup.ts'
import { allRules } from '../rules/index.ts'
import { defineCommand, textOption } from './command.ts'
import * as option from './options.ts'

export default defineCommand({
  operands: [],
  options: {
    columns: {
      ...textOption('--column <名称>', '在表后加一栏本单位自己要记的，如 当事人；不印在统计表里'),
      kind: 'list',
    },
    outputs: option.outputOption,
    force: option.forceOption,
    format: option.formatOption(entryFormatNames),
    unit: option.unitOption,
    programme: option.programmeOption,
    asOf: option.asOfOption,
    config: option.configOption,
  },
  examples: [
    { line: 'template', does: `写一份空白台账 ${usualEntryFile}，类型、结案方式、是否公开从列表里选` },
    { line: 'template -o 2025台账.xlsx --column 当事人 --column 承办人', does: '另加两栏' },
  ],
  async run({ options }, io) {
    const plan = await planEntry(options, io)
    const settings = await settingsOf(options, io)
    await keepSources(plan.outputs, settings.files, io)
    const { types } = await programmeFor(settings.programme, io)
    const unit = settings.unit ?? null
    const { columns } = options
    const entry = { unit, types, ownColumns: columns, rules: allRules, madeOn: settings.asOf }
    await writeEntry(entry, plan, io)
    return ExitCode.done
  },
})
