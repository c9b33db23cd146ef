import { ExitCode, UserError } from '../io/io.ts'
import type { Config } from '../model/documents/config.ts'
import { reportFormatOf } from '../outputs/table-outputs.ts'
import { requireTargets, writeFile } from '../outputs/targets.ts'
import { settingsText } from '../render/settings.ts'
import { askFor } from '../returns/init-questions.ts'
import { configName, settingsOf } from '../returns/settings.ts'
import { programmeFor } from '../returns/setup.ts'
import { shownSettings } from '../returns/shown-settings.ts'
import { defineCommand, logOperand } from './command.ts'
import * as option from './options.ts'

export default defineCommand({
  operands: [logOperand],
  options: {
    show: { kind: 'flag', flags: '--show', summary: '不写文件，列出现在生效的设置和各自的来处' },
    unit: option.unitOption,
    programme: option.programmeOption,
    outputs: option.outputOption,
    archive: option.archiveOption,
    force: option.forceOption,
    config: option.configOption,
  },
  examples: [
    { line: 'init', does: `问几个问题，写出 ${configName}，以后只打 ipcase report` },
    { line: 'init 台账.xlsx --unit 凌源市市场监督管理局 -o 统计表.xlsx', does: '不问，照写' },
    { line: 'init --show', does: '看现在用的是哪些设置、从哪里来' },
  ],
  async run({ operands, options }, io) {
    if (options.show) {
      const settings = await settingsOf({ config: options.config }, io)
      await io.out.write(settingsText(shownSettings(settings, io)))
      return ExitCode.done
    }
    await requireTargets({ outputs: [configName], force: options.force }, io)
    const { unit, programme, outputs, archive } = options
    const given: Config = {
      ...(unit !== undefined && { unit }),
      ...(programme !== undefined && { programme }),
      ...(operands.length > 0 && { logs: [...operands] }),
      ...(outputs.length > 0 && { outputs: [...outputs] }),
      ...(archive !== undefined && { archive }),
    }
    const config = await askFor(given, io)
    if (Object.keys(config).length === 0) {
      throw new UserError(
        '没有可写的设置',
        '请写明台账、--unit、--programme、-o 或 --archive；在终端里运行会逐项询问。',
      )
    }
    if (config.programme !== undefined) await programmeFor(config.programme, io)
    config.outputs?.forEach(reportFormatOf)
    const text = `${JSON.stringify(config, null, 2)}\n`
    await writeFile(configName, Buffer.from(text), { force: options.force, isSaid: true }, io)
    return ExitCode.done
  },
})
