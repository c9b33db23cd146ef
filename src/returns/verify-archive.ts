import { createHash } from 'node:crypto'
import { ExitCode, type Io } from '../io/io.ts'
import { readArchive } from './handed-in.ts'
import { readOneLog } from './read-log.ts'

/** Every receipt of an archive as it is; `word` names a file that should be one that was handed in. */
export async function verifyArchive(archive: string, word: string | undefined, io: Io) {
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
  const isSound = damaged.length === 0 && asked?.isKnown !== false
  return {
    verified: { archive, receipts, damaged, file: asked },
    exitCode: isSound ? ExitCode.done : ExitCode.findings,
  }
}
