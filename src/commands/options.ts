import type { IsoDate } from '../model/date.ts'
import { type FailLevel, failLevels, type RuleOverride, ruleLevels } from '../model/finding.ts'
import { type Encoding, encodingAliases, encodings } from '../model/log.ts'
import { type ColorChoice, colorChoices } from '../model/look.ts'
import { type AskedPeriod, periodSpellings, readPeriod } from '../model/period.ts'
import { dayOf } from '../returns/settings.ts'
import { type FlagOption, type ListOption, oneOf, refusal, textOption, type ValueOption } from './command.ts'

export const programmeOption = {
  ...textOption('--programme <编号|文件>', '报送方案的编号，或 .json 方案文件'),
  default: 'chaoyang',
}

export const asOfOption: ValueOption<IsoDate> = {
  kind: 'value',
  flags: '--as-of <YYYY-MM-DD>',
  summary: '以哪一天为准判断',
  default: '北京时间今天',
  parse: (text) => dayOf('--as-of', text),
}

export const unitOption = textOption('--unit <名称>', '填报单位')

export const roundOption: ValueOption<string> = {
  kind: 'value',
  flags: '--round <轮次>',
  summary: '哪一期：2024-06、2024-06-10，或当年第几期',
  parse(text) {
    if (/^(\d{4}-\d{2}(-\d{2})?|[1-9]\d?)$/.test(text.trim())) return text.trim()
    throw refusal('--round', text, '请写成 2024-06、2024-06-10，或 1、2、3 这样的期次。')
  },
}

export const outputOption: ListOption<string> = {
  ...textOption('-o, --output <文件>', '写入文件，由扩展名决定格式'),
  kind: 'list',
}

export const copyOption: ListOption<string> = {
  ...outputOption,
  summary: '写入哪个文件，扩展名与台账相同',
  default: '台账旁的 <名称>-编号；标准输入的写到标准输出',
}

export const dryRunOption: FlagOption = {
  kind: 'flag',
  flags: '--dry-run',
  summary: '只列出要改的地方，不写文件',
}

export const inPlaceOption: FlagOption = {
  kind: 'flag',
  flags: '--in-place',
  summary: '直接改台账；原来的一份留作 <台账>.bak',
}

export const forceOption: FlagOption = { kind: 'flag', flags: '--force', summary: '文件已存在时替换它' }

export function choiceOption<T extends string>(
  flags: string,
  summary: string,
  choices: readonly T[],
): ValueOption<T> {
  const speaker = flags.replace(/^-\w, | <.*$/g, '')
  return { kind: 'value', flags, summary, choices, parse: (text) => oneOf(speaker, text, choices) }
}

export function formatOption<T extends string>(choices: readonly T[]): ValueOption<T> {
  return choiceOption('-f, --format <格式>', '标准输出的格式', choices)
}

export const failOnOption: ValueOption<FailLevel> = {
  ...choiceOption('--fail-on <级别>', '有这一级或更重的问题时，退出码为 1', failLevels),
  default: 'error',
}

export const ruleOption: ListOption<RuleOverride> = {
  kind: 'list',
  flags: '--rule <规则=级别>',
  summary: '改变一条规则的级别',
  choices: ruleLevels,
  parse(text) {
    const [rule = '', level, ...rest] = text.split('=').map((part) => part.trim())
    if (rule === '' || level === undefined || rest.length > 0) {
      throw refusal('--rule', text, '请写成 url-missing=off 这样；规则名称见 ipcase explain。')
    }
    return { rule, severity: oneOf(`--rule ${rule}`, level, ruleLevels) }
  },
}

export const archiveOption = textOption('--archive <文件夹>', '报送存档所在的文件夹')

export const holidaysOption = textOption('--holidays <文件.json>', '补充一年的放假和调休安排')

export const colorOption: ValueOption<ColorChoice> = {
  ...choiceOption('--color <时机>', '是否用颜色', colorChoices),
  default: 'auto',
  negated: 'never',
}

export const quietOption: FlagOption = {
  kind: 'flag',
  flags: '-q, --quiet',
  summary: '没有事一个字不说，有事只说要处理的',
}

export const noProgressOption: FlagOption = { kind: 'flag', flags: '--no-progress', summary: '不显示进度' }

/** false: no configuration file at all. */
export const configOption: ValueOption<string | false> = {
  ...textOption('--config <文件>', '配置文件'),
  default: '从当前文件夹向上最近的 ipcase.config.json',
  negated: false,
}

export const encodingOption: ValueOption<Encoding> = {
  ...choiceOption('--encoding <编码>', '文本台账的编码', encodings),
  default: '自动识别',
  parse: (text) => encodingAliases[text.trim().toLowerCase()] ?? oneOf('--encoding', text, encodings),
}

export const delimiterOption: ValueOption<string> = {
  kind: 'value',
  flags: '--delimiter <分隔符>',
  summary: '文本台账的分隔符，制表符写作 tab',
  default: '自动识别',
  parse(text) {
    if (text === 'tab' || text === '\\t') return '\t'
    if ([...text].length === 1 && !/["\r\n]/.test(text)) return text
    throw refusal('--delimiter', text, '请写一个字符，例如 , 或 ;；制表符写作 tab。')
  },
}

export const periodOption: ValueOption<AskedPeriod> = {
  kind: 'value',
  flags: '--period <期间>',
  summary:
    '统计哪些案件：all 全部，year-to-date 本年，2024、2024-Q2、2024-05 一段时间，since-last 还没有报过结案的',
  default: '方案规定，一般为 all',
  parse(text) {
    const period = readPeriod(text)
    if (period !== undefined) return period
    throw refusal('--period', text, `请写成 ${periodSpellings} 这样。`)
  },
}

export const allowErrorsOption: FlagOption = {
  kind: 'flag',
  flags: '--allow-errors',
  summary: '有错误也出表：有错误的行不列入，并逐一列出；退出码仍为 1',
}

const sheetOption: ListOption<string> = {
  ...textOption('--sheet <名称>', '工作簿里只读这张工作表，隐藏的也读；可写几次，* 代替名称的一部分'),
  kind: 'list',
  default: '看得见、有表头的各张',
}

/** How a log is read. */
export const readingOptions = {
  sheets: sheetOption,
  encoding: encodingOption,
  delimiter: delimiterOption,
  config: configOption,
} as const

/** Options of every command that reads logs and checks them. */
export const checkingOptions = {
  programme: programmeOption,
  asOf: asOfOption,
  failOn: failOnOption,
  rules: ruleOption,
  holidays: holidaysOption,
  ...readingOptions,
} as const

export const skipOption: ListOption<string> = {
  ...textOption('--skip <通配符>', '文件夹里的这些文件不是台账，不读也不提'),
  kind: 'list',
}

/** Of the commands that tell what is wrong and can be told why it is so. */
export const explainedOption: ListOption<string> = {
  ...textOption('--explained <文件>', '填了说明的问题清单（validate -o 写出的），或放着它们的文件夹'),
  kind: 'list',
}

/** And how it is said. */
export const sayingOptions = { color: colorOption, quiet: quietOption, noProgress: noProgressOption } as const

export const withinOption: ValueOption<number> = {
  kind: 'value',
  flags: '--within <天数>',
  summary: '截止前不多于这么多天、又没有报送记录时，退出码也为 4',
  parse(text) {
    if (/^\d{1,4}$/.test(text.trim())) return Number(text)
    throw refusal('--within', text, '请写成 0、7 这样的天数。')
  },
}
