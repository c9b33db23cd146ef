import type { Command } from './command.ts'

export interface CommandEntry {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<{ readonly default: Command }>
}

/** In the order of the help; a command's file is loaded only when it is asked for. */
export const commands: readonly CommandEntry[] = []
