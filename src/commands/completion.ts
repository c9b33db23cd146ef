import { ExitCode } from '../io/io.ts'
import { type CommandWords, completionFormats } from '../render/completion.ts'
import { rules } from '../rules/index.ts'
import { defineCommand, oneOf } from './command.ts'
import { commands } from './index.ts'
import { optionWords } from './usage.ts'

const shells = Object.keys(completionFormats) as readonly (keyof typeof completionFormats)[]

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
    {
      line: 'completion powershell',
      does: '打印 PowerShell 的补全脚本；在 $PROFILE 里写 ipcase completion powershell | Out-String | Invoke-Expression',
    },
  ],
  async run({ operands: [word = ''] }, io) {
    const shell = oneOf('completion', word, shells)
    await io.out.write(completionFormats[shell](await allWords()))
    return ExitCode.done
  },
})
