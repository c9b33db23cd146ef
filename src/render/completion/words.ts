/** What a shell may offer behind a command: made from the table of options, never written by hand. */
export interface OptionWords {
  /** `-o`, `--output`. */
  readonly flags: readonly string[]
  readonly summary: string
  /** What stands behind it; null: nothing. */
  readonly value: 'file' | 'folder' | 'text' | null
  readonly choices: readonly string[]
}

export interface CommandWords {
  readonly name: string
  readonly summary: string
  /** What the command takes beside options: words of its own, or files where there are none. */
  readonly operands: readonly string[]
  readonly options: readonly OptionWords[]
}

export type CompletionFormat = (commands: readonly CommandWords[]) => string
