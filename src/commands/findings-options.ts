import { type FlagOption, type ListOption, textOption } from './command.ts'

// Which findings are told, and how much of them.

export const onlyOption: ListOption<string> = {
  ...textOption('--only <规则>', '只看这一条规则的问题，可写几次：一类一类地改'),
  kind: 'list',
}

export const redactOption: FlagOption = {
  kind: 'flag',
  flags: '--redact',
  summary: '给别人看的：问题里不写各格的内容，备注的数字换成 *；人名认不出来',
}
