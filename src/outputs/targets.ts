import { dirname, extname, resolve, sep } from 'node:path'
import { ExitCode, type Io, identitiesOf, UserError } from '../io/io.ts'
import { visible } from '../render/printable.ts'

export interface Targets {
  readonly outputs: readonly string[]
  readonly force: boolean
  /** Written again and again, as the configuration says: what stood there is kept beside it. */
  readonly keepsFormer?: boolean
}

function requireOnce(outputs: readonly string[], io: Io): void {
  const places = outputs.map((path) => resolve(io.cwd, path))
  const again = outputs.find((_, at) => places.indexOf(places[at] ?? '') < at)
  if (again !== undefined) throw new UserError(`${again} 写了两次`, '同一个文件只写一次 -o。')
}

function requireFileName(path: string): void {
  if (!path.endsWith('/') && !path.endsWith(sep)) return
  throw new UserError(`${path} 是文件夹，不是文件`, '请写明文件夹里的文件名。', ExitCode.failure)
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
export async function requireTargets(
  { outputs, force, keepsFormer = false }: Targets,
  io: Io,
): Promise<void> {
  requireOnce(outputs, io)
  for (const path of outputs) {
    requireFileName(path)
    const kind = await io.disk.kindOf(path)
    if (kind === 'absent') await requireFolder(path, io)
    if (kind === 'folder') {
      throw new UserError(`${path} 是文件夹，不是文件`, '请写明文件夹里的文件名。', ExitCode.failure)
    }
    if (kind === 'file' && !force && !keepsFormer) {
      throw new UserError(`${path} 已经存在`, '换一个文件名；确要替换的，加 --force。', ExitCode.failure)
    }
  }
}

/** Not even `--force` may cost what the result is made from. */
export async function keepSources(
  outputs: readonly string[],
  sources: readonly string[],
  io: Io,
): Promise<void> {
  const read = await identitiesOf(sources, io)
  for (const path of outputs) {
    const [own] = await identitiesOf([path], io)
    if (own === undefined || !read.has(own)) continue
    throw new UserError(`${path} 是要读取的文件，不能替换它`, '请换一个文件名。', ExitCode.failure)
  }
}

export interface Writing {
  readonly force: boolean
  readonly keepsFormer?: boolean
  /** Whether standard output has a line for it: not where a result stands there alone. */
  readonly isSaid: boolean
  readonly says?: string
}

/** `统计表.xlsx` as it was before this run: `统计表.上一次.xlsx`. */
function formerPath(path: string): string {
  const extension = extname(path)
  return `${path.slice(0, path.length - extension.length)}.上一次${extension}`
}

/**
 * Whether the file there holds these bytes already; of another one a copy is kept. It is not moved aside: should the
 * new one not be written, the old one still stands where it is looked for.
 */
async function isThere(path: string, bytes: Uint8Array, io: Io): Promise<boolean> {
  if ((await io.disk.kindOf(path)) !== 'file') return false
  const former = await io.disk.read(path)
  if (Buffer.compare(former, bytes) === 0) return true
  await io.disk.write(formerPath(path), former, { force: true })
  return false
}

/** The one place that writes what is asked for. Said at once: should the next fail, this one is known to be there. */
export async function writeFile(
  path: string,
  bytes: Uint8Array,
  { force, keepsFormer, isSaid, says }: Writing,
  io: Io,
): Promise<void> {
  const isSame = keepsFormer === true && (await isThere(path, bytes, io))
  if (!isSame) await io.disk.write(path, bytes, { force: force || keepsFormer === true })
  if (isSaid) await io.out.write(`已写入 ${visible(path)}${says === undefined ? '' : `（${says}）`}\n`)
}
