import type { Receipt } from '../archive/receipt.ts'
import { ExitCode, type Io, UserError } from '../io/io.ts'
import { columns, headings } from '../model/case.ts'
import { parseIsoDate } from '../model/date.ts'
import type { ReportDocument } from '../model/documents/report.ts'
import { type OneLog, readOneLog } from './read-log.ts'

const openBrace = 0x7b
const firstByteOfMark = 0xef

type ReportRows = readonly (readonly string[])[]

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
  /** The file is a receipt of the archive, as it was sealed or not. */
  readonly receipt?: { readonly isIntact: boolean }
}

const form = columns.map((column) => headings[column])

function rowsOfReport({ unit, date, sections }: ReportDocument): ReportRows {
  const rows = sections.flatMap((section) => section.rows)
  return [
    [`填报单位：${unit ?? ''}`, `时间：${date}`],
    form,
    ...rows.map((row) => columns.map((column) => String(row[column] ?? ''))),
  ]
}

/** A receipt's cases as rows under the form's headings, to be read like any log: in words that clerks write. */
function rowsOfReceipt({ unit, cases }: Receipt): ReportRows {
  const rows = cases.map((c) =>
    [
      '',
      ...[c.type, c.caseNumber ?? c.filingNumber, c.filed, c.closed, c.outcome],
      c.published === '尚未' ? '拟公开' : c.published,
      c.links.join('；'),
      c.remark,
    ].map((cell) => cell ?? ''),
  )
  return [[`填报单位：${unit}`], form, ...rows]
}

function withReport(file: OneLog, report: ReportDocument): ReturnedFile {
  if (report.sections.length === 0) {
    throw new UserError(
      `${file.path} 里没有报表：当时因为有错误没有出表`,
      '请改正台账，重新出表。',
      ExitCode.failure,
    )
  }
  const { period: name, periodFrom: from, periodTo: to, leftOut } = report
  const rows = rowsOfReport(report)
  const end = parseIsoDate(to)
  // Such a day no report of ours has: somebody wrote it, and it proves nothing of the table.
  if (end === undefined) return { ...file, rows }
  const period = { name, from: parseIsoDate(from ?? '') ?? null, to: end }
  return { ...file, rows, table: { period, leftOut: leftOut.length } }
}

async function withReceipt(file: OneLog, receipt: Receipt): Promise<ReturnedFile> {
  const { isIntact } = await import('../archive/receipt-file.ts')
  const { period, leftOut = 0 } = receipt
  const known = { ...file, rows: rowsOfReceipt(receipt), receipt: { isIntact: isIntact(receipt) } }
  return period === undefined ? known : { ...known, table: { period, leftOut } }
}

async function readJson(file: OneLog): Promise<ReturnedFile> {
  const json = parsed(file.bytes)
  const { reportDocument } = await import('../model/documents/report.ts')
  const report = reportDocument.safeParse(json)
  if (report.success) return withReport(file, report.data)
  const { receiptSchema } = await import('../archive/receipt.ts')
  const receipt = receiptSchema.safeParse(json)
  if (receipt.success) return await withReceipt(file, receipt.data)
  throw new UserError(
    `${file.path} 不是 ipcase report 写出的 JSON`,
    '可用的有台账、报表（.xlsx、.docx、.csv，或 report -f json 的结果）。',
    ExitCode.failure,
  )
}

/** A return in whatever shape it is kept: a log, the report in JSON that was made of one, a receipt. */
export async function returnedFile(file: OneLog): Promise<ReturnedFile> {
  return isJson(file.bytes) ? await readJson(file) : file
}

export async function readReturnedFile(word: string, io: Io): Promise<ReturnedFile> {
  return await returnedFile(await readOneLog(word, io))
}

/** A file that was handed in. A receipt is what is made of one. */
export async function readHandedIn(word: string, io: Io): Promise<ReturnedFile> {
  const file = await readReturnedFile(word, io)
  if (file.receipt === undefined) return file
  throw new UserError(
    `${file.path} 是存档里的报送记录，不是报送的文件`,
    '请写上报送的台账或报表。',
    ExitCode.failure,
  )
}
