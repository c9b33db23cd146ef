import { basename, dirname, extname, resolve, sep } from 'node:path'
import { attempt, ExitCode, type Io, identitiesOf, UserError } from '../io/io.ts'
import type { Refused } from '../log/refusal.ts'
import type { LogSink } from '../log/table-reader.ts'
import type { Case } from '../model/case.ts'
import type { LogSummary } from '../model/log.ts'
import { anyOf, withoutGroups } from '../model/name-pattern.ts'
import { nearest } from '../model/nearest.ts'
import type { Failure, Skipped } from '../model/run.ts'
import type { Period } from '../model/table.ts'
import { type FoundFile, logExtensions, search } from './folder-files.ts'

/**
 * A log that was read before it is known whose it is. Its bytes are read once; what reading had to tell is kept in its
 * order and told to whoever checks the return that it turns out to belong to.
 */
export interface HeldLog {
  readonly summary: LogSummary | Refused | UserError
  readonly tell: (sink: Pick<LogSink, 'fault'> & { readonly case: (c: Case) => void }) => void
}

export interface LogInput {
  /** As given, with `/`; `-` is standard input. */
  readonly path: string
  readonly open: () => AsyncIterable<Uint8Array>
  /** What stands in a report's JSON, which needs no reading. */
  readonly rows?: readonly (readonly string[])[]
  /** What a report or a receipt says of its table; absent for a log. */
  readonly table?: { readonly period: Period; readonly leftOut: number }
  /** Read already, before it was known whose it is. */
  readonly held?: HeldLog
}

/** What `log...` stands for, in a fixed order, each log once. */
export interface Inputs {
  readonly logs: readonly LogInput[]
  readonly skipped: readonly Skipped[]
  readonly failures: readonly Failure[]
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}

/** Nothing to read where something was asked for is a failure, never a clean result. */
function orNothing(found: readonly FoundFile[], path: string, error: UserError): readonly FoundFile[] {
  return found.some(({ kind }) => kind !== 'skipped') ? found : [...found, { kind: 'failure', path, error }]
}

async function folderLogs(folder: string, io: Io): Promise<readonly FoundFile[]> {
  const found = await search(folder, Number.POSITIVE_INFINITY, io)
  const remedy = `台账文件以 ${logExtensions.join(' ')} 结尾。`
  return orNothing(found, folder, new UserError('没有台账', remedy, ExitCode.failure))
}

async function globLogs(pattern: string, io: Io): Promise<readonly FoundFile[]> {
  const { default: picomatch } = await import('picomatch')
  const whole = withoutGroups(pattern.replace(/^\.\//, ''))
  const isMatch = picomatch(whole, { nocase: true })
  const { base, glob } = picomatch.scan(whole)
  const depth = glob.includes('**') ? Number.POSITIVE_INFINITY : glob.split('/').length - 1
  // `E:` alone is wherever one last was on that drive, not its root.
  const from = /^[A-Za-z]:$/.test(base) ? `${base}/` : base || '.'
  const isThere = (await io.disk.kindOf(from)) === 'folder'
  const found = isThere ? await search(from, depth, io) : []
  const matching = found.filter(({ kind, path }) => kind === 'failure' || isMatch(slashed(path)))
  const nothing = new UserError('没有符合的台账', '请检查通配符和所在的文件夹。', ExitCode.failure)
  return orNothing(matching, pattern, nothing)
}

/** An extension in common is no likeness. */
function isLike(one: string, other: string): boolean {
  const stem = other.slice(0, other.length - extname(other).length)
  return [...one.slice(0, one.length - extname(one).length)].some((sign) => stem.includes(sign))
}

async function guessOf(path: string, io: Io): Promise<string> {
  // Word turns two hyphens into one long dash.
  if (/^[—–―－]/.test(path)) return '选项前面要用英文短横线，例如 --unit。'
  const siblings = await attempt(() => io.disk.list(dirname(path)))
  const names = siblings instanceof UserError ? [] : siblings.map(({ name }) => name)
  const name = basename(path)
  const near = nearest(
    name,
    names.filter((other) => isLike(name, other)),
  )
  return near === undefined ? '请检查路径和文件名是否写对。' : `您要的可能是 ${near}。`
}

async function absent(path: string, io: Io): Promise<FoundFile> {
  const error = new UserError('不存在', await guessOf(path, io), ExitCode.failure)
  return { kind: 'failure', path, error }
}

async function foundAt(path: string, io: Io): Promise<readonly FoundFile[] | undefined> {
  const kind = await attempt(() => io.disk.kindOf(path))
  if (kind instanceof UserError) return [{ kind: 'failure', path, error: kind }]
  if (kind === 'folder') return await folderLogs(path, io)
  return kind === 'file' ? [{ kind: 'log', path }] : undefined
}

async function expand(word: string, io: Io): Promise<readonly FoundFile[]> {
  if (word === '-') return [{ kind: 'log', path: word }]
  // What exists under this very name is meant, brackets or not.
  const literal = await foundAt(word, io)
  if (literal !== undefined) return literal
  const forward = word.replaceAll('\\', '/')
  const path = forward === word ? undefined : await foundAt(forward, io)
  if (path !== undefined) return path
  return /[*?[{]/.test(forward) ? await globLogs(forward, io) : [await absent(forward, io)]
}

/** Why an input cannot be read; its path stands beside the sentence, not in it. */
export function failureOf(path: string, { message, remedy }: UserError): Failure {
  return { path, message: message.replace(`${path === '-' ? '标准输入' : path} `, ''), remedy }
}

function sorted(found: readonly FoundFile[], io: Io): Inputs {
  const logs: LogInput[] = []
  const skipped: Skipped[] = []
  const failures: Failure[] = []
  for (const each of found) {
    const path = slashed(each.path)
    if (each.kind === 'skipped') {
      skipped.push({ path, reason: each.reason, ...(each.mayBeReturn && { mayBeReturn: true }) })
    } else if (each.kind === 'failure') failures.push(failureOf(path, each.error))
    else logs.push({ path, open: () => (path === '-' ? io.stdin() : io.disk.stream(path)) })
  }
  return { logs, skipped, failures }
}

/** `words`: files, folders, globs and `-`. One that cannot be found never hides the others. */
export async function expandInputs(words: readonly string[], io: Io): Promise<Inputs> {
  if (words.length === 0) {
    throw new UserError('没有台账可读', '请写上台账文件、文件夹或 -（标准输入），或在配置里写 logs。')
  }
  const unique = new Map<string, FoundFile>()
  for (const word of words) {
    for (const found of await expand(word, io)) {
      const key = resolve(io.cwd, found.path)
      // A file passed over in a folder is read all the same when it is named.
      if (unique.get(key)?.kind !== 'log') unique.set(key, found)
    }
  }
  return sorted([...unique.values()], io)
}

/** Files that `--skip` says are nobody's return; by their whole path or by their name alone. */
async function withoutSkipped(inputs: Inputs, skip: readonly string[]): Promise<Inputs> {
  if (skip.length === 0) return inputs
  const isMatch = await anyOf(skip.map((pattern) => pattern.replaceAll('\\', '/').replace(/^\.\//, '')))
  const isSkipped = ({ path }: { readonly path: string }) => isMatch(path) || isMatch(basename(path))
  const reason = '按 --skip 跳过'
  const skippedLogs = inputs.logs.filter(isSkipped).map(({ path }) => ({ path, reason }))
  const skipped = inputs.skipped.map((one) => (isSkipped(one) ? { path: one.path, reason } : one))
  return {
    ...inputs,
    logs: inputs.logs.filter((log) => !isSkipped(log)),
    skipped: [...skipped, ...skippedLogs],
  }
}

/** Files that are no logs and lie among them all the same: what the last run wrote, a list that is given beside. */
export async function passOver(
  inputs: Inputs,
  paths: readonly string[],
  io: Io,
  reason = '收文登记、问题清单，不是报送',
): Promise<Inputs> {
  const known = await identitiesOf(paths, io)
  if (known.size === 0) return inputs
  const places = await Promise.all(inputs.logs.map(async ({ path }) => [...(await identitiesOf([path], io))]))
  const isLog = places.map(([own]) => own === undefined || !known.has(own))
  const logs = inputs.logs.filter((_, at) => isLog[at])
  const passed = inputs.logs.filter((_, at) => !isLog[at])
  if (logs.length === 0 && passed.length > 0) {
    throw new UserError(`除了${reason.slice(1)}，没有台账可读`, '请检查文件夹里的台账。', ExitCode.failure)
  }
  return { ...inputs, logs, skipped: [...inputs.skipped, ...passed.map(({ path }) => ({ path, reason }))] }
}

/** The same; but in a folder of logs what the last run wrote is passed over, and what `--skip` names. */
export async function findInputs(
  words: readonly string[],
  outputs: readonly string[],
  io: Io,
  skip: readonly string[] = [],
): Promise<Inputs> {
  const inputs = await withoutSkipped(await expandInputs(words, io), skip)
  return await passOver(inputs, outputs, io, '是要写入的文件')
}
