import type { Io } from '../io/io.ts'
import type { Config } from '../model/documents/config.ts'
import type { ShownSetting } from '../model/shown-setting.ts'
import type { Settings } from './settings.ts'

interface Source {
  readonly key: keyof Config
  readonly name: string
  readonly variable?: string
  readonly value: (settings: Settings) => string | readonly string[] | undefined
  readonly usual: string
}

/** Option before environment before configuration before built-in; init takes no options that settle these. */
const sources: readonly Source[] = [
  {
    key: 'programme',
    name: '报送方案',
    variable: 'IPCASE_PROGRAMME',
    value: ({ programme }) => programme,
    usual: '内置',
  },
  {
    key: 'unit',
    name: '填报单位',
    variable: 'IPCASE_UNIT',
    value: ({ unit }) => unit,
    usual: '以台账写明的为准',
  },
  { key: 'logs', name: '台账', value: ({ config }) => config.logs, usual: '每次写明' },
  { key: 'sheets', name: '工作表', value: ({ config }) => config.sheets, usual: '看得见、有表头的各张' },
  {
    key: 'outputs',
    name: '写入的文件',
    value: ({ config }) => config.outputs,
    usual: '每次写明，不写的显示在屏幕上',
  },
  {
    key: 'archive',
    name: '报送存档',
    variable: 'IPCASE_ARCHIVE',
    value: ({ archive }) => archive,
    usual: '没有',
  },
  { key: 'period', name: '统计期间', value: ({ config }) => config.period, usual: '方案规定' },
  { key: 'sort', name: '表内次序', value: ({ config }) => config.sort, usual: '按台账' },
  { key: 'failOn', name: '算作不通过的级别', value: ({ failOn }) => failOn, usual: '内置' },
  {
    key: 'explained',
    name: '说明清单',
    value: ({ config }) => config.explained,
    usual: '每次写明',
  },
  { key: 'holidays', name: '补充的放假安排', value: ({ holidays }) => holidays, usual: '没有' },
  {
    key: 'rules',
    name: '改变的规则级别',
    value: ({ rules }) => Object.entries(rules).map(([rule, level]) => `${rule}=${level}`),
    usual: '没有',
  },
]

function isGiven(variable: string | undefined, io: Io): variable is string {
  return variable !== undefined && (io.env[variable] ?? '').trim() !== ''
}

/** What holds in this folder, and who said so. */
export function shownSettings(settings: Settings, io: Io): readonly ShownSetting[] {
  const known = sources.map(({ key, name, variable, value, usual }): ShownSetting => {
    const found = [value(settings) ?? []].flat().join('、')
    if (isGiven(variable, io)) return { name, value: found, from: `环境变量 ${variable}` }
    if (settings.config[key] !== undefined) return { name, value: found, from: settings.configPath ?? '' }
    return { name, value: found, from: usual }
  })
  const day = isGiven('IPCASE_AS_OF', io) ? '环境变量 IPCASE_AS_OF' : '北京时间今天'
  return [...known, { name: '以哪一天为准', value: settings.asOf, from: day }]
}
