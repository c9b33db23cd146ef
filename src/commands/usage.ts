import type { OptionWords } from '../render/completion.ts'
import type { Command, Operand, Option, Options } from './command.ts'

export interface NamedCommand {
  readonly name: string
  readonly command: Command
}

/** An option's name as people say it: `--as-of` of `--as-of <日期>`. */
export function longFlag(flags: string): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags
}

/** Every spelling of an option: `-o`, `--output`; `--color`, `--no-color`. */
function flagsOf(option: Option): readonly string[] {
  const own = option.flags.match(/(?<![\w-])--?[A-Za-z-]+/g) ?? []
  return isNegatable(option) ? [...own, negation(option)] : own
}

export function everyFlag(options: Options): readonly string[] {
  return [...Object.values(options).flatMap(flagsOf), '-h', '--help', '-V', '--version']
}

export function isNegatable(option: Option): boolean {
  return option.kind === 'value' && option.negated !== undefined
}

export function negation(option: Option): string {
  return longFlag(option.flags).replace('--', '--no-')
}

export function operandTerm({ name, required, many }: Operand): string {
  const term = many ? `${name}...` : name
  return required ? `<${term}>` : `[${term}]`
}

export function usageLine({ name, command }: NamedCommand): string {
  return ['ipcase', name, '[选项]', ...command.operands.map(operandTerm)].join(' ')
}

function wanted({ kind, flags }: Option): OptionWords['value'] {
  if (kind === 'flag') return null
  if (/<[^>]*文件夹/.test(flags)) return 'folder'
  return /<[^>]*文件/.test(flags) ? 'file' : 'text'
}

/** `--color` takes a value, `--no-color` none. */
export function optionWords(option: Option): readonly OptionWords[] {
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
