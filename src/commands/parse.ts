import { CommanderError, Option as CommanderOption, Command as Parser } from 'commander'
import { UserError } from '../io/io.ts'
import { nearest } from '../model/nearest.ts'
import type { Input, ListOption, Option, ValueOption } from './command.ts'
import {
  everyFlag,
  isNegatable,
  longFlag,
  type NamedCommand,
  negation,
  operandTerm,
  usageLine,
} from './usage.ts'

function missingValue(flag: string): UserError {
  return new UserError(`选项 ${flag} 后面缺少值`, `请写成 ${flag} <值>。`)
}

function twice(flag: string): UserError {
  return new UserError(`选项 ${flag} 写了两次`, '只能有一个值，请留下要的那一个。')
}

/** What commander asks of an option with a value: the text behind it, and what it held before. */
function reading(option: ValueOption | ListOption, flags: readonly string[]) {
  return (text: string, previous: unknown): unknown => {
    // commander takes whatever comes next, also the next option.
    if (flags.includes(text)) throw missingValue(longFlag(option.flags))
    const value = option.parse(text)
    if (option.kind === 'list') return Array.isArray(previous) ? [...previous, value] : [value]
    // The last would win, and nobody would know which one was meant.
    if (previous !== undefined) throw twice(longFlag(option.flags))
    return value
  }
}

function addOption(parser: Parser, option: Option, flags: readonly string[]): void {
  const added = new CommanderOption(option.flags)
  if (option.kind !== 'flag') added.argParser(reading(option, flags))
  parser.addOption(added)
  if (isNegatable(option)) parser.addOption(new CommanderOption(negation(option)))
}

function buildParser({ command }: NamedCommand): Parser {
  const parser = new Parser().exitOverride().allowExcessArguments(false).showSuggestionAfterError(false)
  parser.configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
  parser
    .version('-', '-V, --version')
    .helpOption('-h, --help')
    .action(() => undefined)
  for (const operand of command.operands) parser.argument(operandTerm(operand))
  const flags = everyFlag(command.options)
  for (const option of Object.values(command.options)) addOption(parser, option, flags)
  return parser
}

function given(option: Option, values: Readonly<Record<string, unknown>>): unknown {
  const value = values[new CommanderOption(option.flags).attributeName()]
  if (option.kind === 'flag')
    return longFlag(option.flags).startsWith('--no-') ? value === false : value === true
  if (option.kind === 'list') return value ?? []
  return value === false ? option.negated : value
}

function unknownOption(flag: string, { name, command }: NamedCommand): UserError {
  const [word = flag] = flag.split('=')
  const flags = everyFlag(command.options)
  if (flags.includes(word)) return new UserError(`选项 ${word} 不带值`, `请只写 ${word}。`)
  const near = nearest(word, flags)
  const guess = near === undefined ? '' : `您要的可能是 ${near}。`
  return new UserError(`${name} 没有选项 ${word}`, `${guess}全部选项见 ipcase ${name} --help。`)
}

/** commander's refusal in our own words; its text names the culprit between quotes. */
function reworded(error: CommanderError, asked: NamedCommand): UserError {
  const culprit = /'(.*)'/s.exec(error.message)?.[1] ?? ''
  const usage = `用法：${usageLine(asked)}`
  switch (error.code) {
    case 'commander.unknownOption':
      return unknownOption(culprit, asked)
    case 'commander.optionMissingArgument':
      return missingValue(longFlag(culprit))
    case 'commander.missingArgument':
      return new UserError(`${asked.name} 缺少参数 <${culprit}>`, usage)
    case 'commander.excessArguments':
      return new UserError(`${asked.name} 的参数太多`, `${usage}。名称里有空格时，请用引号括起来。`)
    default:
      return new UserError(`${asked.name} 的参数写法有误`, usage)
  }
}

export function parseArguments(asked: NamedCommand, args: readonly string[]): Input | 'help' | 'version' {
  const parser = buildParser(asked)
  try {
    parser.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.code === 'commander.helpDisplayed') return 'help'
    if (error.code === 'commander.version') return 'version'
    throw reworded(error, asked)
  }
  const values = parser.opts()
  const options = Object.entries(asked.command.options).map(([key, option]) => [key, given(option, values)])
  const words = [asked.name, ...args]
  return { operands: parser.args, options: Object.fromEntries(options), words }
}
