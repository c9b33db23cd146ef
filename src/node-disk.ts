import { closeSync, createReadStream, openSync, readSync, rmSync, statSync } from 'node:fs'
import { link, mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { errnoOf, inWords } from './errno.ts'
import { type Disk, type Entry, type EntryKind, ExitCode, UserError } from './io.ts'
import { wordedStream } from './node-stream.ts'

const unfinished = new Set<string>()

/** What is being written when the run is interrupted. */
export function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true })
}

async function worded<T>(subject: string, deed: 'read' | 'write', work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw inWords(error, subject, deed)
  }
}

async function kindOf(path: string): Promise<EntryKind> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    const code = errnoOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'absent'
    throw error
  }
}

async function identityOf(path: string): Promise<string | undefined> {
  if ((await kindOf(path)) === 'absent') return undefined
  const { dev, ino } = await stat(path, { bigint: true })
  return `${dev}:${ino}`
}

async function list(folder: string): Promise<readonly Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return await Promise.all(
    entries.map(async (entry): Promise<Entry> => {
      const { name } = entry
      if (entry.isDirectory()) return { name, kind: 'folder' }
      if (entry.isFile()) return { name, kind: 'file' }
      const target = entry.isSymbolicLink()
        ? await stat(join(folder, name)).catch(() => undefined)
        : undefined
      return { name, kind: target?.isFile() ? 'file' : 'other' }
    }),
  )
}

/** A dot-file, so that a directory search passes over it while it is there. */
function temporaryBeside(target: string): string {
  return join(dirname(target), `.ipcase-${crypto.randomUUID()}.tmp`)
}

async function writeFlushed(path: string, data: Uint8Array, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode)
  try {
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Takes the name only if nobody has it, however many try at once. */
async function claim(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target)
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') throw error
    await claimWithoutLinks(temporary, target)
  }
}

/** USB sticks and network shares know no hard links: an empty file holds the name until the rename. */
async function claimWithoutLinks(temporary: string, target: string): Promise<void> {
  await (await open(target, 'wx')).close()
  unfinished.add(target)
  try {
    await rename(temporary, target)
  } catch (error) {
    await rm(target, { force: true })
    throw error
  } finally {
    unfinished.delete(target)
  }
}

function alreadyThere(path: string): UserError {
  return new UserError(`${path} 已经存在`, '换一个文件名；确要替换的，加 --force。', ExitCode.failure)
}

async function replaceWhole(target: string, data: Uint8Array, force: boolean): Promise<void> {
  const temporary = temporaryBeside(target)
  const old = await stat(target).catch(() => undefined)
  unfinished.add(temporary)
  try {
    await writeFlushed(temporary, data, old?.mode ?? 0o666)
    await (force ? rename : claim)(temporary, target)
  } finally {
    await rm(temporary, { force: true })
    unfinished.delete(temporary)
  }
}

function folderThere(path: string): UserError {
  return new UserError(`${path} 是文件夹，不是文件`, '请写明文件夹里的文件名。', ExitCode.failure)
}

async function writeNew(path: string, given: string, data: Uint8Array): Promise<boolean> {
  const kind = await kindOf(path)
  if (kind === 'folder') throw folderThere(given)
  if (kind === 'file') return false
  await mkdir(dirname(path), { recursive: true })
  try {
    await replaceWhole(path, data, false)
    return true
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false
    throw error
  }
}

async function write(
  path: string,
  given: string,
  options: { data: Uint8Array; force: boolean },
): Promise<void> {
  if (!options.force) {
    if (!(await writeNew(path, given, options.data))) throw alreadyThere(given)
    return
  }
  const kind = await kindOf(path)
  if (kind === 'folder') throw folderThere(given)
  await mkdir(dirname(path), { recursive: true })
  // What a link points to is replaced, not the link.
  await replaceWhole(kind === 'file' ? await realpath(path) : path, options.data, true)
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = statSync(path)
    return found.isFile() ? found.size : undefined
  } catch {
    return undefined
  }
}

const pieceBytes = 256 * 1024
const idleBuffers: Buffer[] = []

/** Waits for the disk, which costs less than to be called back by it; between two pieces the others have their turn. */
async function* piecesOfFile(path: string, from: number): AsyncGenerator<Uint8Array> {
  const file = openSync(path, 'r')
  const buffer = idleBuffers.pop() ?? Buffer.allocUnsafeSlow(pieceBytes)
  let at = from
  try {
    for (;;) {
      const size = readSync(file, buffer, 0, pieceBytes, at)
      if (size === 0) return
      at += size
      yield buffer.subarray(0, size)
      await new Promise((turn) => setImmediate(turn))
    }
  } finally {
    closeSync(file)
    idleBuffers.push(buffer)
  }
}

async function* piecesOf(path: string, from = 0): AsyncGenerator<Uint8Array> {
  yield* statSync(path).isFile() ? piecesOfFile(path, from) : createReadStream(path)
}

export function nodeDisk(cwd: string): Disk {
  const at = (path: string) => resolve(cwd, path)
  return {
    kindOf: (path) => worded(path, 'read', () => kindOf(at(path))),
    identityOf: (path) => worded(path, 'read', () => identityOf(at(path))),
    list: (folder) => worded(folder, 'read', () => list(at(folder))),
    read: (path) => worded(path, 'read', () => readFile(at(path))),
    stream: (path, from) => wordedStream(path, () => piecesOf(at(path), from)),
    sizeOf: (path) => sizeOf(at(path)),
    write: (path, data, { force }) => worded(path, 'write', () => write(at(path), path, { data, force })),
    claim: (path, data) => worded(path, 'write', () => writeNew(at(path), path, data)),
    move: (from, to) => worded(from, 'write', () => rename(at(from), at(to))),
  }
}

/** The same from `src` and from `dist`, which stand side by side in the package. */
const templates = new URL('../templates/', import.meta.url)

export function readTemplate(name: string): Promise<Uint8Array> {
  return readFile(new URL(name, templates))
}
