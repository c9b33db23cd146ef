import { type ExitCode, type Io, UserError } from '../io/io.ts'
import { nearest } from '../model/nearest.ts'

export interface Operand {
  readonly name: string
  readonly summary: string
  readonly required: boolean
  readonly many: boolean
}

export const logOperand: Operand = {
  name: '台账',
  summary: '台账文件、文件夹、通配符，或 -（标准输入）；不写时用配置里的 logs',
  required: false,
  many: true,
}

export const recordOperand: Operand = {
  name: '文件',
  summary: '报送的台账或报表：.xlsx、.docx、.csv 等，或 report 写的 .json',
  required: false,
  many: false,
}

interface OptionText {
  /** As commander reads it: `-o, --output <文件>`. */
  readonly flags: string
  readonly summary: string
  /** Said in the help; the value itself is filled in after environment and configuration were asked. */
  readonly default?: string
  readonly choices?: readonly string[]
}

export interface FlagOption extends OptionText {
  readonly kind: 'flag'
}

export interface ValueOption<T = unknown> extends OptionText {
  readonly kind: 'value'
  /** Throws a UserError for what it cannot read. */
  readonly parse: (text: string) => T
  /** What `--no-…` stands for, where that spelling exists. */
  readonly negated?: T
}

export interface ListOption<T = unknown> extends OptionText {
  readonly kind: 'list'
  readonly parse: (text: string) => T
}

export type Option = FlagOption | ValueOption | ListOption

export type Options = Readonly<Record<string, Option>>

type ValueOf<O> = O extends FlagOption
  ? boolean
  : O extends ValueOption<infer T>
    ? T | undefined
    : O extends ListOption<infer T>
      ? readonly T[]
      : never

export type ValuesOf<O extends Options> = { readonly [Key in keyof O]: ValueOf<O[Key]> }

export interface Input<O extends Options = Options> {
  readonly operands: readonly string[]
  readonly options: ValuesOf<O>
  /** All that was typed behind `ipcase`, to be said again. */
  readonly words: readonly string[]
}

export interface Example {
  /** After `ipcase`. */
  readonly line: string
  readonly does: string
}

/** What a command's own file holds; its name and summary stand in the list, which loads no command. */
export interface Command<O extends Options = Options> {
  readonly operands: readonly Operand[]
  readonly options: O
  /** The few that most people need, shown first; absent where all are few. */
  readonly usual?: readonly string[]
  readonly examples: readonly Example[]
  run(input: Input<O>, io: Io): Promise<ExitCode>
}

export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
  return command
}

/** Who said it, for the sentence about a wrong value: an option, a variable of the environment. */
type Speaker = string

export function refusal(speaker: Speaker, text: string, remedy: string): UserError {
  return new UserError(`${speaker} 的值“${text}”不对`, remedy)
}

function misspelt(speaker: Speaker, text: string, choices: readonly string[]): UserError {
  const near = nearest(text, choices)
  const guess = near === undefined ? '' : `您要的可能是 ${near}。`
  return refusal(speaker, text, `${guess}可选：${choices.join('、')}。`)
}

export function oneOf<T extends string>(speaker: Speaker, text: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === text.trim().toLowerCase())
  if (choice === undefined) throw misspelt(speaker, text, choices)
  return choice
}

function filled(speaker: Speaker, text: string): string {
  if (text.trim() !== '') return text
  throw new UserError(`${speaker} 的值是空的`, `不需要时请去掉 ${speaker}。`)
}

export function textOption(flags: string, summary: string): ValueOption<string> {
  const speaker = flags.replace(/^-\w, | <.*$/g, '')
  return { kind: 'value', flags, summary, parse: (text) => filled(speaker, text) }
}
