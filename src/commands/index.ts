import type { Command } from './command.ts'

export interface CommandEntry {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<{ readonly default: Command }>
}

/** In the order of the help; a command's file is loaded only when it is asked for. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'report',
    summary: '核对台账，生成知识产权行政案件统计表',
    load: async () => import('./report.ts'),
  },
  { name: 'validate', summary: '核对案件台账，列出问题', load: async () => import('./validate.ts') },
  {
    name: 'number',
    summary: '按案件类型编好序号，另存一份台账',
    load: async () => import('./number.ts'),
  },
  {
    name: 'fix',
    summary: '把写法不合规范的格子改好，另存一份台账',
    load: async () => import('./fix.ts'),
  },
  {
    name: 'deadline',
    summary: '列出各期报送期限，说明本期还剩几天',
    load: async () => import('./deadline.ts'),
  },
  {
    name: 'record',
    summary: '登记一份已经报送的台账或报表',
    load: async () => import('./record.ts'),
  },
  {
    name: 'collect',
    summary: '汇总各单位的报送：谁没有报、哪里有错，合成一张表',
    load: async () => import('./collect.ts'),
  },
  {
    name: 'explain',
    summary: '说明一条规则：为什么、怎么改、正反例',
    load: async () => import('./explain.ts'),
  },
  {
    name: 'diff',
    summary: '逐件比较两次报送',
    load: async () => import('./diff.ts'),
  },
  {
    name: 'template',
    summary: '写一份空白台账，从列表里选着填',
    load: async () => import('./template.ts'),
  },
  {
    name: 'init',
    summary: '写配置文件，以后少打字；--show 看现在的设置',
    load: async () => import('./init.ts'),
  },
  {
    name: 'completion',
    summary: '打印命令行的补全脚本（bash、PowerShell）',
    load: async () => import('./completion.ts'),
  },
]
