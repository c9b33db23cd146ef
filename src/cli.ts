import { type CommandEntry, commands } from './commands/index.ts'
import { ExitCode, type Io, UserError } from './io/io.ts'
import { harmless } from './io/terminal-text.ts'
import { tool } from './model/tool.ts'

const seeAll = '全部命令见 ipcase --help。'

async function unknownCommand(word: string, io: Io): Promise<UserError> {
  const { nearest } = await import('./model/nearest.ts')
  const near = nearest(
    word,
    commands.map(({ name }) => name),
  )
  const isPath = near === undefined && (await io.disk.kindOf(word)) !== 'absent'
  const meant = isPath ? `validate ${word}` : near
  const guess = meant === undefined ? '' : `您要的可能是 ipcase ${meant}。`
  return new UserError(`没有命令 ${word}`, `${guess}${seeAll}`)
}

async function optionAlone(word: string): Promise<UserError> {
  if (word === '-v') return new UserError('没有选项 -v', `您要的可能是 -V（显示版本号）。${seeAll}`)
  const { nearest } = await import('./model/nearest.ts')
  const near = nearest(word, ['--help', '--version'])
  return near === undefined
    ? new UserError(`选项 ${word} 前面缺少命令`, `请写成 ipcase <命令> ${word}。${seeAll}`)
    : new UserError(`没有选项 ${word}`, `您要的可能是 ${near}。${seeAll}`)
}

async function find(word: string, io: Io): Promise<CommandEntry> {
  const entry = commands.find(({ name }) => name === word)
  if (entry === undefined) throw await unknownCommand(word, io)
  return entry
}

function isOption(word: string): boolean {
  return word.startsWith('-')
}

function isCommand(word: string): boolean {
  return commands.some(({ name }) => name === word)
}

/** The command's name to the front, where options were written before it. */
function nameFirst(args: readonly string[]): readonly string[] {
  if (!args[0]?.startsWith('-')) return args
  const at = args.findIndex(isCommand)
  const [name, ...rest] = at < 0 ? [] : args.slice(at)
  return name === undefined ? args : [name, ...args.slice(0, at), ...rest]
}

async function showOverview(io: Io): Promise<ExitCode> {
  const { overview } = await import('./commands/help.ts')
  await io.out.write(overview(commands, io.out.columns))
  return ExitCode.done
}

async function showVersion(io: Io): Promise<ExitCode> {
  await io.out.write(`${tool.version}\n`)
  return ExitCode.done
}

async function runCommand(entry: CommandEntry, args: readonly string[], io: Io): Promise<ExitCode> {
  const [{ default: command }, { parseArguments }] = await Promise.all([
    entry.load(),
    import('./commands/parse.ts'),
  ])
  const asked = { ...entry, command }
  const input = parseArguments(asked, args)
  if (input === 'version') return await showVersion(io)
  if (input !== 'help') return await command.run(input, io)
  const { commandHelp } = await import('./commands/help.ts')
  await io.out.write(commandHelp(asked, io.out.columns))
  return ExitCode.done
}

async function dispatch(args: readonly string[], io: Io): Promise<ExitCode> {
  const [word, ...rest] = nameFirst(args)
  if (word === undefined) {
    await showOverview({ ...io, out: io.err })
    return ExitCode.usage
  }
  if (word === '-V' || word === '--version') return await showVersion(io)
  if (word === '-h' || word === '--help') return await showOverview(io)
  if (word === 'help') {
    const [topic] = rest.filter((each) => !isOption(each))
    return topic === undefined
      ? await showOverview(io)
      : await runCommand(await find(topic, io), ['--help'], io)
  }
  if (isOption(word)) throw await optionAlone(word)
  return await runCommand(await find(word, io), rest, io)
}

export function bugReport(error: unknown): string {
  const stack = error instanceof Error ? error.stack : String(error)
  return `${stack}\nipcase 自身出错，不是台账的问题。请把以上文字和所用的命令一并发给向您提供本程序的人。\n`
}

/** The whole program: arguments in, exit code out; everything else goes through `io`. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(args, io)
  } catch (error) {
    if (!(error instanceof UserError)) {
      await io.err.write(bugReport(error))
      return ExitCode.bug
    }
    await io.err.write(harmless(`ipcase：${error.message}\n  ${error.remedy}\n`))
    return error.exitCode
  }
}
