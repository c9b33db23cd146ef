import { type SortOrder, sortOrders } from '../model/table.ts'
import { type FlagOption, textOption, type ValueOption } from './command.ts'
import * as option from './options.ts'

export const sortOption: ValueOption<SortOrder> = {
  ...option.choiceOption(
    '--sort <次序>',
    '同一类型内的次序：input 按台账原来的次序，filed 按立案时间',
    sortOrders,
  ),
  default: 'input',
}

const recordOption: FlagOption = {
  kind: 'flag',
  flags: '--record',
  summary: '出表后一并登记到存档：今天报送的就是 -o 写出的表',
}

export const templateOption = textOption('--template <文件>', '填写本单位自己的表（.xlsx 或 .docx）')

export const fontOption = textOption('--font <文件>', 'PDF 所用的字体文件（.ttf 或 .otf）')

const briefOption = textOption('--brief <文件>', '另写一份工作进展情况的草稿（.docx 或 .md）')

/** What `report` takes; only it makes a table. */
export function reportOptions<T extends string>(formats: readonly T[]) {
  return {
    unit: option.unitOption,
    round: option.roundOption,
    archive: option.archiveOption,
    outputs: option.outputOption,
    force: option.forceOption,
    format: option.formatOption(formats),
    period: option.periodOption,
    sort: sortOption,
    allowErrors: option.allowErrorsOption,
    template: templateOption,
    font: fontOption,
    brief: briefOption,
    record: recordOption,
    explained: option.explainedOption,
    skip: option.skipOption,
    ...option.checkingOptions,
    ...option.sayingOptions,
  } as const
}

/** Where a form without markers takes what, found as in a log. */
export async function findPlaces(form: Uint8Array) {
  return (await import('../log/form-places.ts')).findFormPlaces(form)
}
