import { extname } from 'node:path'
import { ExitCode, type Io, UserError } from '../io/io.ts'
import { keepSources, requireTargets } from '../outputs/targets.ts'
import type { EntryFormatName } from '../render/entry/index.ts'
import { entryFormats } from '../render/entry/index.ts'
import { programmeFor } from '../returns/programme-file.ts'
import { settingsOf } from '../returns/settings.ts'
import { allRules } from '../rules/index.ts'
import { defineCommand } from './command.ts'
import { textOption } from './option-value.ts'
import * as option from './options.ts'

const formatNames = Object.keys(entryFormats) as readonly EntryFormatName[]

const usualFile = '台账.xlsx'

function formatOf(path: string): EntryFormatName {
  const format = formatNames.find((name) => `.${name}` === extname(path).toLowerCase())
  if (format) return format
  const known = formatNames.map((name) => `.${name}`).join('、')
  throw new UserError(`${path} 的扩展名不对，不知道写成什么格式`, `空白台账可写成 ${known} 文件。`)
}

async function write(path: string, content: string | Uint8Array, force: boolean, io: Io): Promise<void> {
  await io.disk.write(path, Buffer.from(content), { force })
  await io.out.write(`已写入 ${path}\n`)
}

export default defineCommand({
  operands: [],
  options: {
    columns: {
      ...textOption('--column <名称>', '在表后加一栏本单位自己要记的，如 当事人；不印在统计表里'),
      kind: 'list',
    },
    outputs: option.outputOption,
    force: option.forceOption,
    format: option.formatOption(formatNames),
    unit: option.unitOption,
    programme: option.programmeOption,
    asOf: option.asOfOption,
    config: option.configOption,
  },
  examples: [
    { line: 'template', does: `写一份空白台账 ${usualFile}，类型、结案方式、是否公开从列表里选` },
    { line: 'template -o 2025台账.xlsx --column 当事人 --column 承办人', does: '另加两栏' },
  ],
  async run({ options }, io) {
    const { format, force, columns } = options
    const usual = format === undefined ? [usualFile] : []
    const outputs = options.outputs.length > 0 ? options.outputs : usual
    const formats = outputs.map(formatOf)
    await requireTargets({ outputs, force }, io)
    const settings = await settingsOf(options, io)
    await keepSources(outputs, settings.files, io)
    const { types } = await programmeFor(settings.programme, io)
    const unit = settings.unit ?? null
    const entry = { unit, types, ownColumns: columns, rules: allRules, madeOn: settings.asOf }
    for (const [at, name] of formats.entries()) {
      await write(outputs[at] ?? usualFile, await (await entryFormats[name]())(entry), force, io)
    }
    if (format !== undefined) await io.out.write(await (await entryFormats[format]())(entry))
    return ExitCode.done
  },
})
