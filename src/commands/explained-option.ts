import { type ListOption, textOption } from './command.ts'

/** Of the commands that tell what is wrong and can be told why it is so. */
export const explainedOption: ListOption<string> = {
  ...textOption('--explained <文件>', '填了说明的问题清单（validate -o 写出的），或放着它们的文件夹'),
  kind: 'list',
}
