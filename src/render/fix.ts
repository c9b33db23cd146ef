import { headings } from '../model/case.ts'
import type { FixDocument } from '../model/documents/fix.ts'
import type { Edit, FixedFile, FixedLog } from '../model/edit.ts'
import type { Failure, RunHead, Skipped } from '../model/run.ts'
import { cellName } from '../office/reference.ts'
import { slashed } from './findings/json.ts'
import { pathName, placeName } from './findings/words.ts'
import { visible } from './printable.ts'
import { hang } from './wrap.ts'

function said(text: string): string {
  return text === '' ? '空白' : `「${visible(text)}」`
}

/** As people are told of it: E7 of a sheet, under the name that the log itself gives the column. */
function told({ layout, line, row, column, from, to, reason }: Edit) {
  const { sheet, index, heading } = layout
  const cell = cellName({ row, column: (index[column] ?? 0) + 1 })
  const place = { line, cell, column, heading: heading[column] ?? headings[column] }
  return { ...(sheet !== undefined && { sheet }), ...place, from, to, reason }
}

/** A log with several sheets says which; a reader without colours sees what changes into what. */
function line(edit: Edit, columns: number | undefined): string {
  const { path, sheet } = edit.layout
  const place = placeName({ path, ...told(edit) }, { withSheet: sheet !== undefined, short: false })
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
      made: made.map(told),
      proposed: proposed.map(told),
    })),
    skipped: skipped.map(({ path, reason }) => ({ path: slashed(path), reason })),
    failures: failures.map(({ path, message, remedy }) => ({ path: slashed(path), message, remedy })),
    exitCode,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
