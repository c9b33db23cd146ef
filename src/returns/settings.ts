import { ExitCode, type Io, UserError } from '../io/io.ts'
import { dayInShanghai, type IsoDate, parseIsoDate } from '../model/date.ts'
import type { FailLevel, RuleOverride, Severity } from '../model/finding.ts'
import { meansUnreadRows } from '../model/log-fault.ts'
import { nearest } from '../model/nearest.ts'
import { type AskedPeriod, readPeriod } from '../model/period.ts'
import { isFileName, readConfig } from './config.ts'
import type { Config } from './config-schema.ts'

export interface Given {
  readonly config?: string | false | undefined
  readonly programme?: string | undefined
  readonly unit?: string | undefined
  readonly asOf?: IsoDate | undefined
  readonly failOn?: FailLevel | undefined
  readonly rules?: readonly RuleOverride[]
  readonly holidays?: string | undefined
  readonly archive?: string | undefined
  readonly period?: AskedPeriod | undefined
  /** undefined: a command that asks for no explanations. */
  readonly explained?: readonly string[] | undefined
  readonly outputs?: readonly string[] | undefined
  readonly only?: readonly string[] | undefined
}

/** Option before environment before configuration before built-in. */
export interface Settings {
  /** An id, or a file. */
  readonly programme: string
  readonly unit: string | undefined
  readonly asOf: IsoDate
  readonly failOn: FailLevel
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  readonly holidays: string | undefined
  readonly archive: string | undefined
  /** undefined: as the programme has it. */
  readonly period: AskedPeriod | undefined
  /** Lists of findings with what the unit says to them. */
  readonly explained: readonly string[]
  /** The rules whose findings alone are shown; none: all. */
  readonly only: readonly string[]
  /** For the keys that only one command reads. */
  readonly config: Config
  /** The file that `config` was read from. */
  readonly configPath: string | undefined
  /** What these come from; no output may replace it. */
  readonly files: readonly string[]
}

/** `speaker`: the option or the variable of the environment that said it. */
export function dayOf(speaker: string, text: string): IsoDate {
  const date = parseIsoDate(text.trim())
  if (date !== undefined) return date
  throw new UserError(`${speaker} 的值“${text}”不对`, '请写成 2024-06-07 这样的日期。')
}

/** An empty variable is one that is not set. */
function variable(name: string, io: Io): string | undefined {
  return io.env[name]?.trim() || undefined
}

function asOf(given: Given, io: Io): IsoDate {
  const fromEnvironment = variable('IPCASE_AS_OF', io)
  if (given.asOf !== undefined) return given.asOf
  if (fromEnvironment !== undefined) return dayOf('环境变量 IPCASE_AS_OF', fromEnvironment)
  return dayInShanghai(io.now())
}

function explainedOf({ explained }: Given, config: Config): readonly string[] {
  if (explained === undefined || explained.length > 0) return explained ?? []
  return config.explained === undefined ? [] : [config.explained]
}

export async function settingsOf(given: Given, io: Io): Promise<Settings> {
  const { config, path } = await readConfig(given.config, io)
  const programme = given.programme ?? variable('IPCASE_PROGRAMME', io) ?? config.programme ?? 'chaoyang'
  const holidays = given.holidays ?? config.holidays
  const files = [path, holidays, isFileName(programme) ? programme : undefined]
  const overrides = (given.rules ?? []).map(({ rule, severity }) => [rule, severity] as const)
  return {
    programme,
    unit: given.unit ?? variable('IPCASE_UNIT', io) ?? config.unit,
    asOf: asOf(given, io),
    failOn: given.failOn ?? config.failOn ?? 'error',
    rules: { ...config.rules, ...Object.fromEntries(overrides) },
    holidays,
    archive: given.archive ?? variable('IPCASE_ARCHIVE', io) ?? config.archive,
    period: given.period ?? (config.period === undefined ? undefined : readPeriod(config.period)),
    explained: explainedOf(given, config),
    only: given.only ?? [],
    config,
    configPath: path,
    files: files.filter((file) => file !== undefined),
  }
}

/** Called less than an error, it would still leave out cases, and nobody would be told. */
function requireLevels(rules: Settings['rules']): void {
  const lowered = Object.entries(rules).find(([rule, level]) => level !== 'error' && meansUnreadRows(rule))
  if (lowered === undefined) return
  throw new UserError(
    `规则 ${lowered[0]} 不能降级或关闭（现在写的是 ${lowered[1]}）`,
    '它说的是台账里有的行没有读到，不报出来，表就会少列案件。请删去 --rule 或配置文件 rules 里的这一项，并改正台账。',
    ExitCode.usage,
  )
}

/** A misspelt rule would otherwise stay as it was, and nobody would notice. */
export function requireKnownRules(
  rules: Settings['rules'],
  known: readonly string[],
  only: readonly string[] = [],
): void {
  requireLevels(rules)
  const unknown = [...Object.keys(rules), ...only].find((rule) => !known.includes(rule))
  if (unknown === undefined) return
  const near = nearest(unknown, known)
  const guess = near === undefined ? '' : `您要的可能是 ${near}。`
  throw new UserError(`没有规则 ${unknown}`, `${guess}全部规则见 ipcase explain。`, ExitCode.usage)
}
