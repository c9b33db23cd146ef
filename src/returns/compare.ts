import { compareReturns } from '../check/compare-returns.ts'
import { ExitCode, type Io, UserError } from '../io/io.ts'
import { type Compared, type ComparedSide, differenceOf } from '../model/difference.ts'
import { previousCaseOf } from '../model/previous-case.ts'
import { unitsNamed } from '../programmes/roster.ts'
import { allRules } from '../rules/index.ts'
import { findInputs, type Inputs } from './inputs.ts'
import { failed } from './read-log.ts'
import { type Return, readReturn, type Sink } from './read-return.ts'
import { type ReturnedFile, readReturnedFile } from './returned-file.ts'
import type { Setup } from './setup.ts'

interface FoundSide {
  readonly inputs: Inputs
  /** The one file there is, where it is one that is named; read already. */
  readonly file: ReturnedFile | undefined
}

/** A log, standard input, a report in JSON or a receipt; or a folder of logs, and what a glob names. */
async function findSide(word: string, io: Io): Promise<FoundSide> {
  const isFile = word === '-' || (await io.disk.kindOf(word)) === 'file'
  if (!isFile) return { inputs: await findInputs([word], [], io), file: undefined }
  const file = await readReturnedFile(word, io)
  return { inputs: { logs: [file], skipped: [], failures: [] }, file }
}

interface Side extends ComparedSide {
  readonly made: Return
  readonly isReceipt: boolean
}

const nobody: Sink = { finding: () => undefined, log: () => undefined, ready: async () => undefined }

function faultyIn({ findings }: Return): number {
  const errors = findings.filter(({ severity, line }) => severity === 'error' && line !== undefined)
  return new Set(errors.map(({ path, sheet = '', line }) => `${path}\n${sheet}\n${line}`)).size
}

/** One of two returns: what it says of itself is for `validate`; here only that it was read whole matters. */
async function readSide(word: string, setup: Setup, io: Io): Promise<Side> {
  // Whose return it is, it says itself: the unit of the configuration would make one of any two.
  const alone = { ...setup, settings: { ...setup.settings, archive: undefined, unit: undefined } }
  const { inputs, file } = await findSide(word, io)
  const made = await readReturn(inputs, alone, nobody, { saysUnit: false }, io)
  const [failure, ...others] = made.failures
  if (failure) {
    const more = others.map(({ path }) => path).join('、')
    const { message, remedy } = failed(failure)
    const also = more === '' ? message : `${message}；${more} 也读不了`
    throw new UserError(also, remedy, ExitCode.failure)
  }
  if (made.logs.every(({ headingLine }) => headingLine === null)) {
    throw new UserError(`${word} 里没有认出台账`, '请检查是不是选错了文件。', ExitCode.failure)
  }
  return {
    path: word,
    unit: made.unit,
    period: file?.table?.period ?? null,
    isWhole: made.isWhole,
    faulty: faultyIn(made),
    saysLeftOut: made.logs.some(({ leftOut }) => leftOut.length > 0),
    isAltered: file?.receipt?.isIntact === false,
    skipped: made.skipped.filter(({ mayBeReturn }) => mayBeReturn),
    made,
    isReceipt: file?.receipt !== undefined,
  }
}

function sideOf({ made: _, isReceipt: __, ...side }: Side): ComparedSide {
  return side
}

/** Two returns case by case, each read once. */
export async function compareFiles(
  [old, current]: readonly [string, string],
  setup: Setup,
  io: Io,
): Promise<Compared> {
  if (old === '-' && current === '-') {
    throw new UserError('标准输入只能作一边', '请把另一边写成文件。')
  }
  const before = await readSide(old, setup, io)
  const after = await readSide(current, setup, io)
  const { programme } = setup
  const layout = { path: after.made.logs.at(-1)?.path ?? '', index: {}, heading: {} }
  const previous = before.made.cases.map(previousCaseOf)
  const circumstances = { ...setup.circumstances, previous }
  const places = [before.unit, after.unit].map((unit) => unit && unitsNamed(programme, unit)[0])
  const comparing = { types: programme.types, isByLinksAlone: before.isReceipt || after.isReceipt }
  return {
    old: sideOf(before),
    new: sideOf(after),
    isOfTwoUnits: !places.includes(null) && places[0] !== places[1],
    difference: differenceOf(before.made.cases, after.made.cases, comparing),
    findings: compareReturns(allRules, circumstances, setup.settings.rules, { ...after.made, layout }),
  }
}
