import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Io } from '../io/io.ts'
import { firstProblem, readJson } from '../io/json-file.ts'
import type { Config } from './config-schema.ts'

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
  const [{ configSchema }, { checkedBy }] = await Promise.all([
    import('./config-schema.ts'),
    import('../model/schema-problem.ts'),
  ])
  const config = checkedBy(configSchema, await readJson(path, io))
  if ('problems' in config) throw firstProblem(path, config)
  return config
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
