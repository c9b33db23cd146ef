import { ExitCode, type Io, UserError } from '../io/io.ts'
import { columns, headings } from '../model/case.ts'
import { parseIsoDate } from '../model/date.ts'
import type { ReportDocument } from '../model/documents/report.ts'
import type { Period } from '../model/table.ts'
import { type OneLog, readOneLog } from './read-log.ts'

const openBrace = 0x7b
const firstByteOfMark = 0xef

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function isJson(bytes: Uint8Array): boolean {
  const text = bytes[0] === firstByteOfMark ? bytes.subarray(3) : bytes
  return text.find((byte) => byte > 0x20) === openBrace
}

export interface ReturnedFile extends OneLog {
  /** What the report says of its table; absent for a log. */
  readonly table?: { readonly period: Period; readonly leftOut: number }
}

function rowsOf({ unit, sections }: ReportDocument): readonly (readonly string[])[] {
  const rows = sections.flatMap((section) => section.rows)
  return [
    [`填报单位：${unit ?? ''}`],
    columns.map((column) => headings[column]),
    ...rows.map((row) => columns.map((column) => String(row[column] ?? ''))),
  ]
}

async function readReport(file: OneLog): Promise<ReturnedFile> {
  const { path, bytes } = file
  const { reportDocument } = await import('../model/documents/report.ts')
  const report = reportDocument.safeParse(parsed(bytes))
  if (!report.success) {
    const remedy = '请登记台账或报表文件（.xlsx、.docx、.csv，或 report -f json 的结果）。'
    throw new UserError(`${path} 不是 ipcase report 写出的 JSON`, remedy, ExitCode.failure)
  }
  if (report.data.sections.length === 0) {
    throw new UserError(
      `${path} 里没有报表：当时因为有错误没有出表`,
      '请改正台账，重新出表后再登记。',
      ExitCode.failure,
    )
  }
  const { period: name, periodFrom: from, periodTo: to, leftOut } = report.data
  const end = parseIsoDate(to)
  // Such a day no report of ours has: somebody wrote it, and it proves nothing of the table.
  if (end === undefined) return { ...file, rows: rowsOf(report.data) }
  const period = { name, from: parseIsoDate(from ?? '') ?? null, to: end }
  return { ...file, rows: rowsOf(report.data), table: { period, leftOut: leftOut.length } }
}

/** A file that was handed in: a log, or the report in JSON that was made of one. */
export async function readReturnedFile(word: string, io: Io): Promise<ReturnedFile> {
  const file = await readOneLog(word, io)
  return isJson(file.bytes) ? await readReport(file) : file
}
