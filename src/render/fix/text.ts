import type { Edit, FixedLog } from '../../model/edit.ts'
import type { Failure, Skipped } from '../../model/run.ts'
import { pathName, placeName } from '../findings/place.ts'
import { visible } from '../printable.ts'
import { hang } from '../wrap.ts'

function said(text: string): string {
  return text === '' ? '空白' : `「${visible(text)}」`
}

/** A log with several sheets says which; a reader without colours sees what changes into what. */
function line(edit: Edit, columns: number | undefined): string {
  const place = placeName(edit, { withSheet: edit.sheet !== undefined, short: false })
  const change = `${said(edit.from)} → ${said(edit.to)}（${edit.reason}）`
  return `${hang(`    ${place}  ${change}`, columns, 6)}\n`
}

export function fixText(
  { path, made, proposed }: FixedLog,
  isDryRun: boolean,
  columns: number | undefined,
): string {
  const heading = made.length === 0 ? '没有要改的' : `${isDryRun ? '要改' : '改了'} ${made.length} 处`
  return [
    `${pathName(path)}\n`,
    `  ${heading}\n`,
    ...made.map((edit) => line(edit, columns)),
    ...(proposed.length > 0 ? [`  没有改、请自己决定 ${proposed.length} 处\n`] : []),
    ...proposed.map((edit) => line(edit, columns)),
  ].join('')
}

export function skippedText({ path, reason }: Skipped): string {
  return `没有读 ${pathName(path)}：${reason}\n`
}

export function failureText({ path, message, remedy }: Failure): string {
  return `${pathName(path)}：${message}。${remedy}\n`
}
