import type { Command } from './command.ts'

export interface CommandEntry {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<{ readonly default: Command }>
}

/** In the order of the help; a command's file is loaded only when it is asked for. */
export const commands: readonly CommandEntry[] = [
  { name: 'validate', summary: '核对案件台账，列出问题', load: async () => import('./validate.ts') },
  {
    name: 'explain',
    summary: '说明一条规则：为什么、怎么改、正反例',
    load: async () => import('./explain.ts'),
  },
]
