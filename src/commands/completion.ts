import { ExitCode } from '../io/io.ts'
import { completionFormats } from '../render/completion/index.ts'
import type { CommandWords, OptionWords } from '../render/completion/words.ts'
import { rules } from '../rules/index.ts'
import { defineCommand, type Option } from './command.ts'
import { commands } from './index.ts'
import { oneOf } from './option-value.ts'
import { flagsOf, isNegatable } from './usage.ts'

const shells = Object.keys(completionFormats) as readonly (keyof typeof completionFormats)[]

function wanted({ kind, flags }: Option): OptionWords['value'] {
  if (kind === 'flag') return null
  if (/<[^>]*文件夹/.test(flags)) return 'folder'
  return /<[^>]*文件/.test(flags) ? 'file' : 'text'
}

/** `--color` takes a value, `--no-color` none. */
function optionWords(option: Option): readonly OptionWords[] {
  const { summary } = option
  const flags = flagsOf(option)
  const own = isNegatable(option) ? flags.slice(0, -1) : flags
  // 规则=级别: the levels alone would be half a value.
  const choices = option.flags.includes('=') ? [] : (option.choices ?? [])
  const spelt = { flags: own, summary, value: wanted(option), choices }
  return isNegatable(option)
    ? [spelt, { flags: flags.slice(-1), summary: `不用${summary}`, value: null, choices: [] }]
    : [spelt]
}

/** What stands for itself instead of naming a file: rules, shells. */
const operandsOf: Readonly<Record<string, readonly string[]>> = {
  explain: rules.flatMap((group) => group.rules.map(({ id }) => id)),
  completion: shells,
}

async function allWords(): Promise<readonly CommandWords[]> {
  const all = commands.map(async ({ name, summary, load }) => {
    const { default: command } = await load()
    const options = Object.values(command.options).flatMap(optionWords)
    return { name, summary, operands: operandsOf[name] ?? [], options }
  })
  return await Promise.all(all)
}

export default defineCommand({
  operands: [{ name: 'bash|powershell', summary: '哪一种命令行', required: true, many: false }],
  options: {},
  examples: [
    {
      line: 'completion bash',
      does: '打印 bash 的补全脚本；在 ~/.bashrc 里写 source <(ipcase completion bash)',
    },
    { line: 'completion powershell', does: '打印 PowerShell 的补全脚本' },
  ],
  async run({ operands: [word = ''] }, io) {
    const shell = oneOf('completion', word, shells)
    await io.out.write((await completionFormats[shell]())(await allWords()))
    return ExitCode.done
  },
})
