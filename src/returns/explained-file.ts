import { attempt, ExitCode, type Io, UserError } from '../io/io.ts'
import { refusalText } from '../log/refusal.ts'
import { explanationsIn, listHeadings } from '../log/returned-list.ts'
import { sheetsIn } from '../log/sheets-in-file.ts'
import type { Explanation } from '../model/explanation.ts'
import { failed } from './read-log.ts'

/** undefined: no list of findings. */
async function readList(path: string, io: Io): Promise<readonly Explanation[] | undefined> {
  const sheets = await sheetsIn(await io.disk.read(path))
  if ('refused' in sheets) throw failed({ path, ...refusalText(sheets) })
  for (const sheet of sheets) {
    const found = explanationsIn(path, sheet)
    if (found) return found
  }
  return undefined
}

const extensions = /\.(xlsx|csv|tsv|txt|xls|et)$/i

/** Of a folder every list that stands in it; a log beside them is none. */
async function readFolder(folder: string, io: Io): Promise<readonly Explanation[]> {
  const lists: (readonly Explanation[])[] = []
  for (const { name, kind } of await io.disk.list(folder)) {
    if (kind !== 'file' || !extensions.test(name) || /^(\.|~\$)|\.上一次\.\w+$/.test(name)) continue
    const list = await attempt(() => readList(`${folder.replace(/[\\/]$/, '')}/${name}`, io))
    if (list !== undefined && !(list instanceof UserError)) lists.push(list)
  }
  const found = lists.flat()
  if (found.length > 0) return found
  throw new UserError(`${folder} 里没有问题清单`, '请写明 validate -o 写出的问题清单。', ExitCode.failure)
}

/** `mayBeAbsent`: what the run itself is going to write need not be there the first time. */
export async function readExplanations(
  paths: readonly string[],
  mayBeAbsent: (path: string) => boolean,
  io: Io,
): Promise<readonly Explanation[] | undefined> {
  const lists: (readonly Explanation[])[] = []
  for (const path of paths) {
    const kind = await io.disk.kindOf(path)
    if (kind === 'absent' && mayBeAbsent(path)) continue
    const list = kind === 'folder' ? await readFolder(path, io) : await readList(path, io)
    if (list === undefined) {
      throw new UserError(
        `${path} 不是问题清单：没有一行表头同时写着${listHeadings.map((name) => `“${name}”`).join('')}`,
        '请用 validate -o 写出的清单，在“说明”一栏填写；表头的名称不要改。',
        ExitCode.failure,
      )
    }
    lists.push(list)
  }
  return lists.length > 0 ? lists.flat() : undefined
}
