import { basename, extname, join } from 'node:path'
import { attempt, type Entry, type Io, UserError } from '../io/io.ts'
import type { Skipped } from '../model/run.ts'

export type FoundFile =
  | { readonly kind: 'log'; readonly path: string }
  | ({ readonly kind: 'skipped' } & Skipped)
  | { readonly kind: 'failure'; readonly path: string; readonly error: UserError }

export const logExtensions = ['.csv', '.tsv', '.txt', '.xlsx', '.xls', '.et', '.docx']

/** Kinds that cannot be read and may all the same be somebody's return. */
const otherKinds: Readonly<Record<string, string>> = {
  '.doc': '旧版 Word 文件读不了，请另存为 .docx',
  '.wps': 'WPS 文字文件读不了，请另存为 .docx',
  '.pdf': 'PDF 读不了，请改用原来的表格文件',
  ...Object.fromEntries(['.zip', '.rar', '.7z'].map((kind) => [kind, '压缩包，请先解压'])),
  ...Object.fromEntries(['.eml', '.msg'].map((kind) => [kind, '邮件，请把附件另存出来'])),
  ...Object.fromEntries(
    ['.jpg', '.jpeg', '.png', '.bmp', '.tif', '.tiff', '.gif', '.heic'].map((kind) => [
      kind,
      '图片读不了，请改用原来的表格文件',
    ]),
  ),
}

const digits = /\d+|\D+/g

/** 2月 before 10月, the same on every machine. */
function byName(one: Entry, other: Entry): number {
  const left = one.name.match(digits) ?? []
  const right = other.name.match(digits) ?? []
  const at = left.findIndex((part, index) => part !== right[index])
  const [a = '', b = ''] = [left[at], right[at]]
  return Number(a) - Number(b) || (a < b ? -1 : 1)
}

/** Hidden files and the lock files of an open Office document are nobody's logs. */
function isVisible({ name }: Entry): boolean {
  return !name.startsWith('.') && !name.startsWith('~$')
}

/** What ipcase wrote beside a log: its copies, and what stood there before the last output. */
const madeBeside = /^(.+)(?:-编号|-修正|\.上一次)$/

/** The log that this one is a copy of, where it stands beside it. */
function originalOf(path: string, names: ReadonlySet<string>): string | undefined {
  const extension = extname(path)
  const stem = madeBeside.exec(basename(path, extension))?.[1]
  const original = stem === undefined ? undefined : `${stem}${extension}`
  return original !== undefined && names.has(original) ? original : undefined
}

function judged(path: string, names: ReadonlySet<string>): FoundFile {
  const extension = extname(path).toLowerCase()
  const original = originalOf(path, names)
  if (original !== undefined) return { kind: 'skipped', path, reason: `是 ${original} 的副本` }
  if (logExtensions.includes(extension)) return { kind: 'log', path }
  const unread = otherKinds[extension]
  if (unread === undefined) return { kind: 'skipped', path, reason: '不是台账文件' }
  return { kind: 'skipped', path, reason: unread, mayBeReturn: true }
}

/** Every file below a folder, with what becomes of it; `depth` folders down. */
export async function search(folder: string, depth: number, io: Io): Promise<readonly FoundFile[]> {
  const entries = await attempt(() => io.disk.list(folder))
  if (entries instanceof UserError) return [{ kind: 'failure', path: folder, error: entries }]
  const names = new Set(entries.map(({ name }) => name))
  const found: FoundFile[] = []
  for (const { name, kind } of [...entries].filter(isVisible).sort(byName)) {
    const path = join(folder, name)
    if (kind === 'file') found.push(judged(path, names))
    if (kind === 'folder' && depth > 0) {
      for (const each of await search(path, depth - 1, io)) found.push(each)
    }
    if (kind === 'other') found.push({ kind: 'skipped', path, reason: '是链接或设备，不是普通文件' })
  }
  return found
}
