import type { FixDocument } from '../model/documents/fix.ts'
import type { Edit, FixedFile, FixedLog } from '../model/edit.ts'
import type { Failure, RunHead, Skipped } from '../model/run.ts'
import { slashed } from './findings/json.ts'
import { pathName, placeName } from './findings/words.ts'
import { visible } from './printable.ts'
import { hang } from './wrap.ts'

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

function edit({ sheet, line, cell, column, heading, from, to, reason }: Edit) {
  return { ...(sheet !== undefined && { sheet }), line, cell, column, heading, from, to, reason }
}

export interface FixReport {
  readonly head: RunHead
  readonly logs: readonly FixedFile[]
  readonly skipped: readonly Skipped[]
  readonly failures: readonly Failure[]
  readonly exitCode: number
}

export function fixJson({ head, logs, skipped, failures, exitCode }: FixReport): string {
  const document: FixDocument = {
    schemaVersion: 1,
    ...head,
    logs: logs.map(({ path, outputs, made, proposed }) => ({
      path: slashed(path),
      outputs: outputs.map(slashed),
      made: made.map(edit),
      proposed: proposed.map(edit),
    })),
    skipped: skipped.map(({ path, reason }) => ({ path: slashed(path), reason })),
    failures: failures.map(({ path, message, remedy }) => ({ path: slashed(path), message, remedy })),
    exitCode,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
