import { ExitCode, UserError } from './io.ts'

export type Deed = 'read' | 'write'

interface Wording {
  readonly what: string
  readonly remedy: string
}

const openElsewhere: Wording = {
  what: '正被其他程序占用',
  remedy: '请先在 Excel/WPS 中关闭该文件，再运行一次。',
}

const notFolder: Wording = { what: '的上级路径不是文件夹', remedy: '请检查路径是否写对。' }

const wordings: Readonly<Record<string, Wording>> = {
  ENOENT: { what: '不存在', remedy: '请检查路径和文件名是否写对。' },
  ENOTDIR: notFolder,
  EEXIST: notFolder,
  EISDIR: { what: '是文件夹，不是文件', remedy: '请写明文件夹里的文件名。' },
  EBUSY: openElsewhere,
  ENOSPC: { what: '写不下：磁盘空间已满', remedy: '请清理磁盘，或用 -o 改写到别处。' },
  EDQUOT: { what: '写不下：磁盘配额已用完', remedy: '请清理磁盘，或用 -o 改写到别处。' },
  EFBIG: { what: '太大，磁盘格式存不下', remedy: '请用 -o 改写到别处。' },
  EROFS: { what: '所在的磁盘是只读的', remedy: '请用 -o 改写到可以写入的文件夹。' },
  EMFILE: { what: '打不开：同时打开的文件太多', remedy: '请关闭一些程序，或分批处理。' },
  ENFILE: { what: '打不开：同时打开的文件太多', remedy: '请关闭一些程序，或分批处理。' },
  ENAMETOOLONG: { what: '名称太长', remedy: '请把文件名或路径改短。' },
  ELOOP: { what: '的符号链接绕成了圈', remedy: '请改用真实的路径。' },
  EINVAL: { what: '的名称不合规', remedy: '请检查文件名中是否有不能用的字符。' },
  EIO: { what: '读写出错', remedy: '请检查磁盘、U 盘或网络是否正常。' },
}

const denied: Readonly<Record<Deed, Wording>> = {
  read: { what: '没有读取权限', remedy: '请让文件的主人开放权限，或把文件复制到自己的文件夹。' },
  write: {
    what: '没有写入权限',
    remedy: '请先在 Excel/WPS 中关闭该文件；仍不行，请用 -o 改写到自己的文件夹。',
  },
}

function wordingOf(code: string, deed: Deed): Wording {
  if (code === 'EACCES' || code === 'EPERM') return denied[deed]
  const verb = deed === 'read' ? '无法读取' : '无法写入'
  return wordings[code] ?? { what: `${verb}（${code}）`, remedy: '请检查磁盘和文件是否正常。' }
}

export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  // Node itself refuses a path with a NUL in it, before the system does.
  if (error.code === 'ERR_INVALID_ARG_VALUE') return 'EINVAL'
  return typeof error.code === 'string' && 'syscall' in error ? error.code : undefined
}

/** The system's refusal as a sentence; anything else is a bug and comes back as it was. */
export function inWords(error: unknown, subject: string, deed: Deed): unknown {
  const code = errnoOf(error)
  if (code === undefined) return error
  const { what, remedy } = wordingOf(code, deed)
  return new UserError(`${subject} ${what}`, remedy, ExitCode.failure)
}
