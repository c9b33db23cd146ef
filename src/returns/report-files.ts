import { extname } from 'node:path'
import { attempt, type Io, UserError } from '../io/io.ts'
import type { Failure, Skipped } from '../model/run.ts'
import { failureOf, type Inputs, type LogInput } from './inputs.ts'
import { bytesOf } from './read-log.ts'
import { type ReturnedFile, returnedFile } from './returned-file.ts'

function isNamedJson(path: string): boolean {
  return extname(path).toLowerCase() === '.json'
}

async function reportAt(log: LogInput): Promise<ReturnedFile | UserError> {
  return await attempt(async () => await returnedFile(await bytesOf(log)))
}

/** A file that merely lies in a folder is a return only where it is the report of one. */
async function strayReport(path: string, io: Io): Promise<ReturnedFile | undefined> {
  if (!isNamedJson(path)) return undefined
  const file = await reportAt({ path, open: () => io.disk.stream(path) })
  return file instanceof UserError || file.receipt || !file.table ? undefined : file
}

/**
 * Reports in JSON among the returns, to be read as the tables they are. One that is named and is none is a failure; of
 * those that merely lie in a folder nothing is known, and they are passed over as other files are. A receipt of the
 * archive is nobody's return.
 */
export async function withReports(inputs: Inputs, io: Io): Promise<Inputs> {
  const logs: LogInput[] = []
  const failures: Failure[] = [...inputs.failures]
  for (const log of inputs.logs) {
    const file = isNamedJson(log.path) ? await reportAt(log) : log
    if (file instanceof UserError) failures.push(failureOf(log.path, file))
    else logs.push(file)
  }
  const skipped: Skipped[] = []
  for (const one of inputs.skipped) {
    const report = await strayReport(one.path, io)
    if (report) logs.push(report)
    else skipped.push(one)
  }
  return { logs, failures, skipped }
}
