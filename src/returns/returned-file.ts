import { ExitCode, type Io, UserError } from '../io/io.ts'
import { columns, headings } from '../model/case.ts'
import type { ReportDocument } from '../model/documents/report.ts'
import { csvRecord } from '../render/csv.ts'
import { type OneLog, readOneLog } from './one-log.ts'

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

function logOf({ unit, sections }: ReportDocument): Uint8Array {
  const rows = sections.flatMap((section) => section.rows)
  const records = [
    [`填报单位：${unit ?? ''}`],
    columns.map((column) => headings[column]),
    ...rows.map((row) => columns.map((column) => String(row[column] ?? ''))),
  ]
  return new TextEncoder().encode(records.map(csvRecord).join(''))
}

async function readReport({ path, bytes }: OneLog): Promise<Uint8Array> {
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
  return logOf(report.data)
}

export interface ReturnedFile {
  /** The file itself, or the table of a report in JSON. */
  readonly log: OneLog
  /** The file as it was handed in. */
  readonly bytes: Uint8Array
}

export async function readReturnedFile(word: string, io: Io): Promise<ReturnedFile> {
  const file = await readOneLog(word, io)
  if (!isJson(file.bytes)) return { log: file, bytes: file.bytes }
  const bytes = await readReport(file)
  async function* open() {
    yield bytes
  }
  return { log: { path: file.path, bytes, open }, bytes: file.bytes }
}
