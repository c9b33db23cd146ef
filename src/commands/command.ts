import type { ExitCode, Io } from '../io/io.ts'

export interface Operand {
  readonly name: string
  readonly summary: string
  readonly required: boolean
  readonly many: boolean
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
  readonly examples: readonly Example[]
  run(input: Input<O>, io: Io): Promise<ExitCode>
}

export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
  return command
}
