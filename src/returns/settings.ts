import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { ruleProblems } from '../check/rule-levels.ts'
import { type Io, UserError } from '../io/io.ts'
import { readJson } from '../io/json-file.ts'
import { readDate } from '../log/spell/date.ts'
import { dayInShanghai, type IsoDate } from '../model/date.ts'
import type { Config } from '../model/documents/config.ts'
import type { FailLevel, RuleOverride, Severity } from '../model/finding.ts'
import { type AskedPeriod, readPeriod } from '../model/period.ts'
import type { SchemaProblem } from '../model/schema-problem.ts'

export const configName = 'ipcase.config.json'

function fromCwd(path: string, cwd: string): string {
  return (relative(cwd, path) || '.').split(sep).join('/')
}

async function nearestUpward(folder: string, io: Io): Promise<string | undefined> {
  const candidate = join(folder, configName)
  if ((await io.disk.kindOf(candidate)) === 'file') return fromCwd(candidate, io.cwd)
  const parent = dirname(folder)
  return parent === folder ? undefined : await nearestUpward(parent, io)
}

async function read(path: string, io: Io): Promise<Config> {
  const [{ configSchema }, { checkedBy }, { allRules }] = await Promise.all([
    import('../model/documents/config.ts'),
    import('../model/schema-problem.ts'),
    import('../rules/index.ts'),
  ])
  const ids = allRules.map(({ id }) => id)
  const check = (json: unknown): Config | { readonly problems: readonly SchemaProblem[] } => {
    const config = checkedBy(configSchema, json)
    const problems = [...('problems' in config ? config.problems : []), ...ruleProblems(json, ids)]
    return problems.length > 0 || 'problems' in config ? { problems } : config
  }
  return await readJson(path, check, io)
}

/** A programme is named by its id or by its file. */
export function isFileName(programme: string): boolean {
  return /[/\\]|\.json$/i.test(programme)
}

/** Paths in the file are written from its own folder; the rest of the program starts at `cwd`. */
function fromHere(config: Config, folder: string, cwd: string): Config {
  const moved = (path: string) =>
    path === '-' || isAbsolute(path) ? path : fromCwd(resolve(folder, path), cwd)
  const { logs, outputs, archive, holidays, programme, explained } = config
  return {
    ...config,
    ...(logs && { logs: logs.map(moved) }),
    ...(outputs && { outputs: outputs.map(moved) }),
    ...(archive && { archive: moved(archive) }),
    ...(explained && { explained: moved(explained) }),
    ...(holidays && { holidays: moved(holidays) }),
    ...(programme && { programme: isFileName(programme) ? moved(programme) : programme }),
  }
}

export interface FoundConfig {
  readonly config: Config
  readonly path?: string
}

/** The configuration that holds here: the named file, none (`false`), or the nearest upward. */
export async function readConfig(named: string | false | undefined, io: Io): Promise<FoundConfig> {
  const path = named ?? (await nearestUpward(io.cwd, io))
  if (path === undefined || path === false) return { config: {} }
  const config = await read(path, io)
  return { config: fromHere(config, dirname(resolve(io.cwd, path)), io.cwd), path }
}

export interface SettingsGiven {
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
  readonly sheets?: readonly string[] | undefined
  readonly only?: readonly string[] | undefined
  readonly redact?: boolean
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
  /** The sheets of a workbook that alone are read; none: as they are found. */
  readonly sheets: readonly string[]
  /** The rules whose findings alone are shown; none: all. */
  readonly only: readonly string[]
  /** Whether findings are told without what stands in the cells. */
  readonly redact: boolean
  /** For the keys that only one command reads. */
  readonly config: Config
  /** The file that `config` was read from. */
  readonly configPath: string | undefined
  /** What these come from; no output may replace it. */
  readonly files: readonly string[]
}

/** `speaker`: the option or the variable of the environment that said it. */
export function dayOf(speaker: string, text: string): IsoDate {
  // Whoever types 2024/6/7 means that day; five digits are a spreadsheet's day, which nobody types.
  const date = /^\s*\d{5}\s*$/.test(text) ? undefined : readDate(text)
  if (date !== undefined) return date
  throw new UserError(`${speaker} 的值“${text}”不对`, '请写成 2024-06-07 这样的日期。')
}

/** An empty variable is one that is not set. */
function variable(name: string, io: Io): string | undefined {
  return io.env[name]?.trim() || undefined
}

function asOf(given: SettingsGiven, io: Io): IsoDate {
  const fromEnvironment = variable('IPCASE_AS_OF', io)
  if (given.asOf !== undefined) return given.asOf
  if (fromEnvironment !== undefined) return dayOf('环境变量 IPCASE_AS_OF', fromEnvironment)
  return dayInShanghai(io.now())
}

function explainedOf({ explained }: SettingsGiven, config: Config): readonly string[] {
  if (explained === undefined || explained.length > 0) return explained ?? []
  return config.explained === undefined ? [] : [config.explained]
}

export async function settingsOf(given: SettingsGiven, io: Io): Promise<Settings> {
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
    sheets: given.sheets?.length ? given.sheets : (config.sheets ?? []),
    only: given.only ?? [],
    redact: given.redact === true,
    config,
    configPath: path,
    files: files.filter((file) => file !== undefined),
  }
}
