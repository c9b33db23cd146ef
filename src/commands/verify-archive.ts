import { createHash } from 'node:crypto'
import { ExitCode, type Io } from '../io/io.ts'
import { verificationText } from '../render/record/verification.ts'
import { readArchive } from '../returns/archive-folder.ts'
import { readOneLog } from '../returns/one-log.ts'

export interface Verifying {
  readonly archive: string
  /** A file that should be the one that was handed in. */
  readonly word: string | undefined
  readonly quiet: boolean
}

export async function verifyArchive({ archive, word, quiet }: Verifying, io: Io): Promise<ExitCode> {
  const file = word === undefined ? undefined : await readOneLog(word, io)
  const { stored, damaged } = await readArchive(archive, io)
  const sha256 = file && createHash('sha256').update(file.bytes).digest('hex')
  const receipts = stored.map(({ path, receipt }) => ({
    path,
    unit: receipt.unit,
    day: receipt.day,
    cases: receipt.cases.length,
    isOfFile: [receipt.file, ...(receipt.others ?? [])].some((known) => known.sha256 === sha256),
  }))
  const asked = file && { name: file.path, isKnown: receipts.some(({ isOfFile }) => isOfFile) }
  await io.out.write(verificationText({ archive, receipts, damaged, file: asked, quiet }))
  return damaged.length > 0 || asked?.isKnown === false ? ExitCode.findings : ExitCode.done
}
