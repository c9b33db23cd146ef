import { ExitCode, type Io, UserError } from '../io/io.ts'
import { columns, headings } from '../model/case.ts'
import type { ReportDocument } from '../model/documents/report.ts'
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

function rowsOf({ unit, sections }: ReportDocument): readonly (readonly string[])[] {
  const rows = sections.flatMap((section) => section.rows)
  return [
    [`填报单位：${unit ?? ''}`],
    columns.map((column) => headings[column]),
    ...rows.map((row) => columns.map((column) => String(row[column] ?? ''))),
  ]
}

async function readReport({ path, bytes }: OneLog): Promise<readonly (readonly string[])[]> {
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
  return rowsOf(report.data)
}

/** A file that was handed in: a log, or the report in JSON that was made of one. */
export async function readReturnedFile(word: string, io: Io): Promise<OneLog> {
  const file = await readOneLog(word, io)
  return isJson(file.bytes) ? { ...file, rows: await readReport(file) } : file
}
