import {
  closeSync,
  type Dirent,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { type Deed, errnoOf, inWords } from './errno.ts'
import { type Disk, type Entry, type EntryKind, ExitCode, UserError } from './io.ts'
import { piecesOf, turnOfOthers, wholeFile } from './node-file.ts'
import { wordedStream } from './node-stream.ts'

/** The disk is waited for: to be called back by it costs more, and lets interruptions in when things are half done. */
async function worded<T>(subject: string, deed: Deed, work: () => T | Promise<T>): Promise<T> {
  await turnOfOthers()
  try {
    return await work()
  } catch (error) {
    throw inWords(error, subject, deed)
  }
}

function kindOf(path: string): EntryKind {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    const code = errnoOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'absent'
    throw error
  }
}

function identityOf(path: string): string | undefined {
  if (kindOf(path) === 'absent') return undefined
  const { dev, ino } = statSync(path, { bigint: true })
  return `${dev}:${ino}`
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function kindIn(folder: string, entry: Dirent): Entry['kind'] {
  if (entry.isDirectory()) return 'folder'
  if (entry.isFile()) return 'file'
  return entry.isSymbolicLink() && isFile(join(folder, entry.name)) ? 'file' : 'other'
}

function list(folder: string): readonly Entry[] {
  const there = readdirSync(folder, { withFileTypes: true })
  return there.map((entry) => ({ name: entry.name, kind: kindIn(folder, entry) }))
}

/** A dot-file, so that a directory search passes over it while it is there. */
function temporaryBeside(target: string): string {
  return join(dirname(target), `.ipcase-${crypto.randomUUID()}.tmp`)
}

function writeFlushed(path: string, data: Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', mode)
  try {
    writeFileSync(file, data)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Takes the name only if nobody has it, however many try at once. */
function claim(temporary: string, target: string): void {
  try {
    linkSync(temporary, target)
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') throw error
    claimWithoutLinks(temporary, target)
  }
}

/** USB sticks and network shares know no hard links: an empty file holds the name until the rename. */
function claimWithoutLinks(temporary: string, target: string): void {
  closeSync(openSync(target, 'wx'))
  try {
    renameSync(temporary, target)
  } catch (error) {
    rmSync(target, { force: true })
    throw error
  }
}

function alreadyThere(path: string): UserError {
  return new UserError(`${path} 已经存在`, '换一个文件名；确要替换的，加 --force。', ExitCode.failure)
}

function replaceWhole(target: string, data: Uint8Array, force: boolean): void {
  const temporary = temporaryBeside(target)
  const old = statSync(target, { throwIfNoEntry: false })
  try {
    writeFlushed(temporary, data, old?.mode ?? 0o666)
    if (force) renameSync(temporary, target)
    else claim(temporary, target)
  } finally {
    rmSync(temporary, { force: true })
  }
}

function folderThere(path: string): UserError {
  return new UserError(`${path} 是文件夹，不是文件`, '请写明文件夹里的文件名。', ExitCode.failure)
}

function writeNew(path: string, given: string, data: Uint8Array): boolean {
  const kind = kindOf(path)
  if (kind === 'folder') throw folderThere(given)
  if (kind === 'file') return false
  mkdirSync(dirname(path), { recursive: true })
  try {
    replaceWhole(path, data, false)
    return true
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false
    throw error
  }
}

function writeOver(path: string, given: string, data: Uint8Array): void {
  const kind = kindOf(path)
  if (kind === 'folder') throw folderThere(given)
  mkdirSync(dirname(path), { recursive: true })
  // What a link points to is replaced, not the link.
  replaceWhole(kind === 'file' ? realpathSync(path) : path, data, true)
}

function write(path: string, given: string, { data, force }: { data: Uint8Array; force: boolean }): void {
  if (force) writeOver(path, given, data)
  else if (!writeNew(path, given, data)) throw alreadyThere(given)
}

/** Relative paths start at the working folder, which need not be there for the others. */
export function nodeDisk(cwd: () => string): Disk {
  const at = (path: string) => (isAbsolute(path) ? resolve(path) : resolve(cwd(), path))
  const reading = <T>(path: string, read: (path: string) => T | Promise<T>) =>
    worded(path, 'read', () => read(at(path)))
  return {
    kindOf: (path) => reading(path, kindOf),
    identityOf: (path) => reading(path, identityOf),
    list: (folder) => reading(folder, list),
    writtenAt: (path) => reading(path, (file) => statSync(file, { throwIfNoEntry: false })?.mtime),
    read: (path) => reading(path, (file) => wholeFile(file, path)),
    stream: (path) => wordedStream(path, () => piecesOf(at(path), path)),
    write: (path, data, { force }) => worded(path, 'write', () => write(at(path), path, { data, force })),
    claim: (path, data) => worded(path, 'write', () => writeNew(at(path), path, data)),
    move: (from, to) => worded(from, 'write', () => renameSync(at(from), at(to))),
  }
}

// The program that users run stands in dist, the source one folder deeper.
const above = import.meta.url.endsWith('/src/io/node-disk.ts') ? '../..' : '..'

export async function readTemplate(name: string): Promise<Uint8Array> {
  return readFileSync(new URL(`${above}/templates/${name}`, import.meta.url))
}
