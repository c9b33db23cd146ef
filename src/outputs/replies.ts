import { join, resolve, sep } from 'node:path'
import { ExitCode, type Io, UserError } from '../io/io.ts'
import { isWithoutFile, type UnitReturn } from '../model/collected.ts'
import type { LetterHead } from '../model/notice.ts'
import type { Reply } from '../model/reply.ts'
import { noticeDocx, noticeTemplate } from '../render/reply/notice-docx.ts'
import { answerText, daysLate } from '../render/reply/notice-words.ts'
import { reminderNotice } from '../render/reply/reminder-notice.ts'
import { returnedNotice } from '../render/reply/returned-notice.ts'
import { replyWorkbook } from '../render/reply/workbook.ts'
import type { Progress } from './progress.ts'
import { requireTargets, writeFile } from './targets.ts'

export interface RepliesGiven {
  /** The folder to write to; undefined where nobody is to be written to. */
  readonly replies: string | undefined
  readonly force: boolean
  /** Whether standard output has a line for each file. */
  readonly isSaid: boolean
}

/** Read with the returns, a reply would be its unit's second return: it belongs elsewhere. */
async function requireApart(folder: string, words: readonly string[], io: Io): Promise<void> {
  const place = `${resolve(io.cwd, folder)}${sep}`
  for (const word of words) {
    if ((await io.disk.kindOf(word)) !== 'folder') continue
    if (!place.startsWith(`${resolve(io.cwd, word)}${sep}`)) continue
    throw new UserError(
      `${folder} 在 ${word} 里面：退回的文件下次会被当作报送读进来`,
      '请换一个放退回文件的文件夹，例如与它并排。',
    )
  }
}

/** What can be refused is refused before the first return is read. */
export async function requireRepliesFolder(
  { replies: folder, force, redact }: Pick<RepliesGiven, 'replies' | 'force'> & { readonly redact: boolean },
  words: readonly string[],
  io: Io,
): Promise<void> {
  if (folder === undefined) return
  if (redact) {
    throw new UserError(
      '--redact 和 --replies 不能一起用：退回给单位的文件要写明它自己的内容',
      '请分两次运行。',
    )
  }
  if (words.includes('-')) {
    throw new UserError(
      '标准输入读来的报送退不回去：不知道是哪一份文件',
      '请写明文件或文件夹，或不写 --replies。',
    )
  }
  if ((await io.disk.kindOf(folder)) === 'file') {
    throw new UserError(`${folder} 是文件，不是文件夹`, '请写明一个文件夹。', ExitCode.failure)
  }
  await requireApart(folder, words, io)
  const former = force ? [] : await formerLetters(folder, io)
  if (former.length > 0) {
    throw new UserError(
      `${folder} 里已有退回、催报的文件 ${former.length} 个，如 ${former[0]}`,
      '换一个文件夹；确要替换的，加 --force。',
      ExitCode.failure,
    )
  }
}

const kinds = { workbook: '退回修改.xlsx', returned: '退回修改通知.docx', reminder: '催报通知.docx' } as const

function fileName({ unit }: UnitReturn, kind: keyof typeof kinds): string {
  return `${unit.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')}-${kinds[kind]}`
}

export interface ReplyFile {
  readonly name: string
  readonly bytes: Uint8Array
}

type Files = Pick<Reply, 'logs' | 'own'> & {
  readonly readsBack: (bytes: Uint8Array) => Promise<boolean>
}

export interface Replying {
  readonly head: LetterHead
  /** Every row of a return that goes back. */
  readonly filesOf: (returned: UnitReturn) => Promise<Files>
  readonly templates: ReadonlyMap<string, Uint8Array>
}

async function returnedFiles(returned: UnitReturn, replying: Replying): Promise<readonly ReplyFile[]> {
  const { head, filesOf, templates } = replying
  const { unit, findings, explained } = returned
  const { readsBack, ...files } = await filesOf(returned)
  const answer = answerText(head, `把本工作簿报回${head.collector}`)
  const reply = { unit, title: head.title, findings, explained, answer, ...files }
  const look = { madeOn: head.asOf, readsBack }
  const isRead = files.logs.length > 0 && findings.length > 0
  const workbook = isRead ? await replyWorkbook(reply, look) : undefined
  const name = workbook && fileName(returned, 'workbook')
  const placeIn = workbook?.placeIn ?? (() => undefined)
  const notice = returnedNotice({ returned, workbook: name, placeIn }, head)
  return [
    ...(workbook && name !== undefined ? [{ name, bytes: workbook.bytes }] : []),
    { name: fileName(returned, 'returned'), bytes: noticeDocx(notice, templates) },
  ]
}

/** A return in order and in time gets no letter. */
async function filesFor(returned: UnitReturn, replying: Replying): Promise<readonly ReplyFile[]> {
  const { status } = returned
  const { head, templates } = replying
  if (isWithoutFile(returned)) return []
  if (status === 'faulty' || status === 'unreadable') return await returnedFiles(returned, replying)
  const isDue = status === 'missing' || daysLate(returned, head) > 0
  if (!isDue) return []
  const bytes = noticeDocx(reminderNotice(returned, head), templates)
  return [{ name: fileName(returned, 'reminder'), bytes }]
}

/** Letters of an earlier run. */
async function formerLetters(folder: string, io: Io): Promise<readonly string[]> {
  if ((await io.disk.kindOf(folder)) !== 'folder') return []
  const names = (await io.disk.list(folder)).map(({ name }) => name)
  return names.filter((name) => Object.values(kinds).some((kind) => name.endsWith(`-${kind}`))).sort()
}

/** Nothing is written before it is known that all can be. */
export async function writeReplies(
  { replies: folder, force, isSaid }: RepliesGiven,
  { units, ...replying }: Omit<Replying, 'templates'> & { readonly units: readonly UnitReturn[] },
  { io, making }: { readonly io: Io } & Pick<Progress, 'making'>,
): Promise<void> {
  if (folder === undefined) return
  const templates = new Map([[noticeTemplate, await io.template(noticeTemplate)]])
  const files: ReplyFile[] = []
  for (const returned of units) {
    const make = () => filesFor(returned, { ...replying, templates })
    files.push(...(await (returned.findings.length > 0 ? making(join(folder, returned.unit), make) : make())))
  }
  await requireTargets({ outputs: files.map(({ name }) => join(folder, name)), force }, io)
  const names = files.map(({ name }) => name)
  const old = (await formerLetters(folder, io)).filter((name) => !names.includes(name))
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes, { force, isSaid }, io)
  if (files.length === 0 && isSaid) await io.out.write('没有要退回或催报的单位\n')
  // Nobody should send them again.
  if (old.length > 0) {
    await io.err.write(`${folder} 里还有以前写的、这次没有理由再发的：${old.join('、')}\n`)
  }
}
