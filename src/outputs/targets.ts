import { dirname, resolve } from 'node:path'
import { attempt, ExitCode, type Io, UserError } from '../io/io.ts'
import { expandInputs, type Inputs } from '../returns/inputs.ts'

export interface Targets {
  readonly outputs: readonly string[]
  readonly force: boolean
}

function requireOnce(outputs: readonly string[], io: Io): void {
  const places = outputs.map((path) => resolve(io.cwd, path))
  const again = outputs.find((_, at) => places.indexOf(places[at] ?? '') < at)
  if (again !== undefined) throw new UserError(`${again} 写了两次`, '同一个文件只写一次 -o。')
}

async function requireFolder(path: string, io: Io): Promise<void> {
  const above = dirname(path)
  const kind = await io.disk.kindOf(above)
  if (kind === 'file') {
    throw new UserError(`${above} 是文件，不是文件夹`, '请检查路径是否写对。', ExitCode.failure)
  }
  if (kind === 'absent' && above !== path) await requireFolder(above, io)
}

/** What can be refused is refused before anything is read or written, not after the work is done. */
export async function requireTargets({ outputs, force }: Targets, io: Io): Promise<void> {
  requireOnce(outputs, io)
  for (const path of outputs) {
    const kind = await io.disk.kindOf(path)
    if (kind === 'absent') await requireFolder(path, io)
    if (kind === 'folder') {
      throw new UserError(`${path} 是文件夹，不是文件`, '请写明文件夹里的文件名。', ExitCode.failure)
    }
    if (kind === 'file' && !force) {
      throw new UserError(`${path} 已经存在`, '换一个文件名；确要替换的，加 --force。', ExitCode.failure)
    }
  }
}

async function identityOf(path: string, io: Io): Promise<string | undefined> {
  const identity = await attempt(() => io.disk.identityOf(path))
  return identity instanceof UserError ? undefined : identity
}

async function identitiesOf(paths: readonly string[], io: Io): Promise<ReadonlySet<string>> {
  const identities = await Promise.all(paths.map((path) => identityOf(path, io)))
  return new Set(identities.filter((identity) => identity !== undefined))
}

/** Not even `--force` may cost what the result is made from. */
export async function keepSources(
  outputs: readonly string[],
  sources: readonly string[],
  io: Io,
): Promise<void> {
  const read = await identitiesOf(sources, io)
  for (const path of outputs) {
    if (!read.has((await identityOf(path, io)) ?? '')) continue
    throw new UserError(`${path} 是要读取的文件，不能替换它`, '请换一个文件名。', ExitCode.failure)
  }
}

/** What the words stand for; but in a folder of logs the result of the last run is passed over. */
export async function inputsBeside(
  outputs: readonly string[],
  words: readonly string[],
  io: Io,
): Promise<Inputs> {
  const [inputs, written] = [await expandInputs(words, io), await identitiesOf(outputs, io)]
  if (written.size === 0) return inputs
  await keepSources(outputs, words, io)
  const places = await Promise.all(inputs.logs.map(({ path }) => identityOf(path, io)))
  const isLog = places.map((place) => !written.has(place ?? ''))
  const logs = inputs.logs.filter((_, at) => isLog[at])
  const passed = inputs.logs.filter((_, at) => !isLog[at])
  if (logs.length === 0 && passed.length > 0) {
    throw new UserError('除了要写入的文件，没有台账可读', '请检查文件夹里的台账。', ExitCode.failure)
  }
  const skipped = passed.map(({ path }) => ({ path, reason: '是要写入的文件' }))
  return { ...inputs, logs, skipped: [...inputs.skipped, ...skipped] }
}
