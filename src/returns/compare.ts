import { receiptSchema } from '../archive/receipt.ts'
import { compareReturns } from '../check/compare-returns.ts'
import { ExitCode, type Io, UserError } from '../io/io.ts'
import { columns, headings } from '../model/case.ts'
import { type Difference, differenceOf } from '../model/difference.ts'
import type { Finding } from '../model/finding.ts'
import { previousCaseOf } from '../model/previous-case.ts'
import { allRules } from '../rules/index.ts'
import { findInputs, type Inputs } from './inputs.ts'
import { failed } from './read-log.ts'
import { type Return, readReturn, type Sink } from './read-return.ts'
import { readReturnedFile } from './returned-file.ts'
import type { Setup } from './setup.ts'

/** A receipt's cases as rows under the form's headings, to be read like any log. */
function rowsOfReceipt(bytes: Uint8Array): readonly (readonly string[])[] | undefined {
  const receipt = receiptSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
  if (!receipt.success) return undefined
  const { unit, cases } = receipt.data
  return [
    [`填报单位：${unit}`],
    columns.map((column) => headings[column]),
    ...cases.map((c) => [
      '',
      ...[c.type, c.caseNumber ?? c.filingNumber, c.filed, c.closed, c.outcome, c.published].map(
        (cell) => cell ?? '',
      ),
      c.links.join('；'),
      c.remark ?? '',
    ]),
  ]
}

function isJson(bytes: Uint8Array): boolean {
  return bytes.find((byte) => byte > 0x20) === 0x7b
}

/** Logs, a folder of them, a report in JSON or a receipt of the archive. */
async function inputsOf(word: string, io: Io): Promise<Inputs> {
  if ((await io.disk.kindOf(word)) !== 'file') return await findInputs([word], [], io)
  const bytes = await io.disk.read(word)
  const rows = isJson(bytes) ? rowsOfReceipt(bytes) : undefined
  const log = rows
    ? { path: word, open: async function* () {}, rows }
    : isJson(bytes)
      ? await readReturnedFile(word, io)
      : undefined
  return log ? { logs: [log], skipped: [], failures: [] } : await findInputs([word], [], io)
}

const nobody: Sink = { finding: () => undefined, log: () => undefined, ready: async () => undefined }

/** One of two returns: what it says of itself is for `validate`; here only that it was read whole matters. */
async function readSide(word: string, setup: Setup, io: Io): Promise<Return> {
  const alone = { ...setup, settings: { ...setup.settings, archive: undefined } }
  const made = await readReturn(await inputsOf(word, io), alone, nobody, { saysUnit: false }, io)
  const [failure] = made.failures
  if (failure) throw failed(failure)
  if (made.logs.some(({ headingLine }) => headingLine !== null)) return made
  throw new UserError(`${word} 里没有认出台账`, '请检查是不是选错了文件。', ExitCode.failure)
}

export interface Compared {
  readonly difference: Difference
  /** What the rules that compare returns say of it. */
  readonly findings: readonly Finding[]
}

/** Two returns case by case, each read once. */
export async function compareFiles(
  [old, current]: readonly [string, string],
  setup: Setup,
  io: Io,
): Promise<Compared> {
  const before = await readSide(old, setup, io)
  const after = await readSide(current, setup, io)
  const layout = { path: after.logs.at(-1)?.path ?? '', index: {}, heading: {} }
  const previous = before.cases.map(previousCaseOf)
  const circumstances = { ...setup.circumstances, previous }
  const findings = compareReturns(allRules, circumstances, setup.settings.rules, { ...after, layout })
  return { difference: differenceOf(before.cases, after.cases), findings }
}
