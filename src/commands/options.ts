import type { IsoDate } from '../model/date.ts'
import { type Severity, severities } from '../model/finding.ts'
import type { Encoding } from '../model/log.ts'
import { type AskedPeriod, periodSpellings, readPeriod } from '../model/period.ts'
import type { FlagOption, ListOption, ValueOption } from './command.ts'
import { dayOf, oneOf, refusal, textOption } from './option-value.ts'

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

export const forceOption: FlagOption = { kind: 'flag', flags: '--force', summary: '文件已存在时替换它' }

export function formatOption<T extends string>(choices: readonly T[]): ValueOption<T> {
  return {
    kind: 'value',
    flags: '-f, --format <格式>',
    summary: '标准输出的格式',
    choices,
    parse: (text) => oneOf('--format', text, choices),
  }
}

export const failLevels = [...severities, 'never'] as const

export type FailLevel = (typeof failLevels)[number]

export const failOnOption: ValueOption<FailLevel> = {
  kind: 'value',
  flags: '--fail-on <级别>',
  summary: '有这一级或更重的问题时，退出码为 1',
  default: 'error',
  choices: failLevels,
  parse: (text) => oneOf('--fail-on', text, failLevels),
}

export const ruleLevels = ['off', ...severities] as const

export interface RuleOverride {
  readonly rule: string
  readonly severity: Severity | 'off'
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

const colorChoices = ['auto', 'always', 'never'] as const

export type ColorChoice = (typeof colorChoices)[number]

export const colorOption: ValueOption<ColorChoice> = {
  kind: 'value',
  flags: '--color <时机>',
  summary: '是否用颜色',
  default: 'auto',
  choices: colorChoices,
  parse: (text) => oneOf('--color', text, colorChoices),
  negated: 'never',
}

export const quietOption: FlagOption = { kind: 'flag', flags: '-q, --quiet', summary: '只显示结果和错误' }

export const noProgressOption: FlagOption = { kind: 'flag', flags: '--no-progress', summary: '不显示进度' }

/** false: no configuration file at all. */
export const configOption: ValueOption<string | false> = {
  ...textOption('--config <文件>', '配置文件'),
  default: '从当前文件夹向上最近的 ipcase.config.json',
  negated: false,
}

const encodings: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']

const encodingAliases: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'utf-16': 'utf-16le',
}

export const encodingOption: ValueOption<Encoding> = {
  kind: 'value',
  flags: '--encoding <编码>',
  summary: '文本台账的编码',
  default: '自动识别',
  choices: encodings,
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

export const sortOrders = ['input', 'filed'] as const

export type SortOrder = (typeof sortOrders)[number]

export const sortOption: ValueOption<SortOrder> = {
  kind: 'value',
  flags: '--sort <次序>',
  summary: '同一类型内的次序：input 按台账原来的次序，filed 按立案时间',
  default: 'input',
  choices: sortOrders,
  parse: (text) => oneOf('--sort', text, sortOrders),
}

export const allowErrorsOption: FlagOption = {
  kind: 'flag',
  flags: '--allow-errors',
  summary: '有错误也出表：有错误的行不列入，并逐一列出；退出码仍为 1',
}

export const recordOption: FlagOption = {
  kind: 'flag',
  flags: '--record',
  summary: '出表后一并登记到存档：今天报送的就是 -o 写出的表',
}

export const templateOption = textOption('--template <文件>', '填写本单位自己的表（.xlsx 或 .docx）')

export const fontOption = textOption('--font <文件>', 'PDF 所用的字体文件（.ttf 或 .otf）')

export const briefOption = textOption('--brief <文件>', '另写一份工作进展情况的草稿（.docx 或 .md）')
