import { type FlagOption, type ListOption, textOption } from './command.ts'
import { redactOption } from './findings-options.ts'
import * as option from './options.ts'
import { fontOption, sortOption, templateOption } from './report-options.ts'

const receivedOption = textOption(
  '--received <文件>',
  '收文登记（.csv 或 .xlsx，有单位、收到日期两栏）：没有它，迟报只是推定',
)

const replacesOption: ListOption<string> = {
  ...textOption('--replaces <文件>', '更正后重报的一份：同一单位被它重复的那一份不列入'),
  kind: 'list',
}

const repliesOption = textOption(
  '--replies <文件夹>',
  '写要发给各单位的：退回的标好问题的工作簿和修改通知，没有报的催报通知',
)

const allowErrorsOption: FlagOption = {
  ...option.allowErrorsOption,
  summary: '有错误也汇总：有错误的案件不列入，并逐一列出；退出码仍为 1',
}

/** What `collect` takes. */
export function collectOptions<T extends string>(formats: readonly T[]) {
  return {
    round: option.roundOption,
    received: receivedOption,
    replaces: replacesOption,
    replies: repliesOption,
    outputs: option.outputOption,
    force: option.forceOption,
    format: option.formatOption(formats),
    period: option.periodOption,
    sort: sortOption,
    allowErrors: allowErrorsOption,
    unit: {
      ...option.unitOption,
      summary: '汇总表上的填报单位，不写时为方案的接收单位；--rounds 时只看这一个单位',
    },
    archive: { ...option.archiveOption, summary: '报送存档：逐个单位与以往的报送比对' },
    template: templateOption,
    font: fontOption,
    explained: option.explainedOption,
    redact: redactOption,
    skip: option.skipOption,
    ...option.checkingOptions,
    ...option.sayingOptions,
  } as const
}
