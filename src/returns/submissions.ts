import type { Receipt } from '../archive/receipt.ts'
import type { Io } from '../io/io.ts'
import { harmless } from '../io/terminal-text.ts'
import type { IsoDate } from '../model/date.ts'
import type { Deadline } from '../model/deadline.ts'
import type { UnitSubmission } from '../model/roster.ts'
import type { Submission } from '../model/round.ts'
import type { Skipped } from '../model/run.ts'
import type { Programme } from '../programmes/programme.ts'
import { isCollector, unitsNamed } from '../programmes/roster.ts'
import { type Roster, wholeRounds, withRoster } from '../rounds/roster.ts'
import { handedIn, readArchive, unitMeant, unitsIn, unnamed } from './handed-in.ts'
import { deadlineFor } from './history.ts'
import type { Setup } from './setup.ts'

type Known = Pick<Setup, 'settings' | 'programme' | 'calendar'>

export interface Submissions {
  /** undefined: nothing tells. */
  readonly receipts: readonly Submission[] | undefined
  /** Of whoever collects: the units that the notice names, and what each of them handed in. */
  readonly roster?: Roster
  /** Receipts that prove nothing. */
  readonly warnings: readonly string[]
  readonly notes: readonly string[]
}

const silent = { warnings: [], notes: [] } as const

function warned(damaged: readonly Skipped[]): readonly string[] {
  return damaged.map(({ path, reason }) => `${path} ${reason}`)
}

/** Older receipts lie under whatever spelling was not known to be the unit. */
function unitOf({ unitKey }: Receipt, programme: Programme): string {
  const [unit, ...others] = unitsNamed(programme, unitKey)
  return others.length === 0 ? unit : unitKey
}

/** Of each unit and round the day of the first return, and the cases as last corrected. */
async function unitSubmissions(
  receipts: readonly Receipt[],
  programme: Programme,
  asOf: IsoDate,
): Promise<readonly UnitSubmission[]> {
  const { returnsBy } = await import('../archive/history.ts')
  const known = receipts.filter((receipt) => receipt.programme === programme.id && receipt.day <= asOf)
  const units = [...new Set(known.map((receipt) => unitOf(receipt, programme)))]
  return units.flatMap((unit) => {
    const own = known.filter((receipt) => unitOf(receipt, programme) === unit)
    return returnsBy(asOf, own).map((latest) => {
      const { round, cases, counts } = latest
      const first = own
        .filter((receipt) => receipt.round === round)
        .reduce((one, other) => (other.day < one.day ? other : one), latest)
      return {
        unit,
        round,
        submittedOn: first.day,
        isOfFile: first.dayFrom === 'file',
        isPresumed: first.dayFrom === 'form' || first.dayFrom === 'file',
        cases: cases.length,
        isNil: cases.length === 0 && counts.error === 0,
      }
    })
  })
}

async function submissionsOfAll(
  archive: string,
  { programme, settings: { asOf } }: Known,
  io: Io,
): Promise<Submissions> {
  const { stored, damaged } = await readArchive(archive, io)
  const receipts = stored.map(({ receipt }) => receipt)
  const returns = await unitSubmissions(receipts, programme, asOf)
  const expected = programme.units.map(({ name }) => name)
  const recorded = new Set(returns.map(({ unit }) => unit)).size
  const note = `报送记录：存档 ${archive} 里有 ${recorded} 个单位的，按方案的名单逐一核对；只看一个单位的，用 --unit 写明。`
  return { receipts: undefined, roster: { expected, returns }, warnings: warned(damaged), notes: [note] }
}

async function submissionsOfOne(
  archive: string,
  name: string,
  { programme, settings: { unit } }: Known,
  io: Io,
): Promise<Submissions> {
  const { receipts, submissions, damaged } = await handedIn({ archive, unit: name }, programme, io)
  const called = unit ?? receipts.at(-1)?.unit ?? name
  const about = receipts.length === 0 ? [`存档 ${archive} 里没有${called}的报送记录。`] : []
  const alone = unit === undefined ? [`报送记录：${called}，存档里只有这一个单位。`] : []
  return {
    receipts: submissions,
    warnings: warned(damaged).map(harmless),
    notes: [...about, ...alone].map(harmless),
  }
}

/**
 * What is recorded as handed in: by the unit that is named, by the only one there is, or by all, where the archive is
 * that of whoever collects. Its own returns do not tell whether the others' are there.
 */
export async function submissionsFor(known: Known, io: Io): Promise<Submissions> {
  const { settings, programme } = known
  const { archive, unit } = settings
  if (archive === undefined) return { receipts: undefined, ...silent }
  const named = unit && (await unitMeant({ name: unit, isAsked: true }, { archive, programme }, io))
  if (named && !isCollector(programme, named)) return await submissionsOfOne(archive, named, known, io)
  const units = await unitsIn(archive, programme, io)
  const [only, ...others] = units.filter((one) => one !== named)
  const isListedThere = units.some((one) => programme.units.some(({ name }) => name === one))
  const isSeveral = only !== undefined && (named !== undefined || others.length > 0)
  if (isSeveral && isListedThere) return await submissionsOfAll(archive, known, io)
  if (named) return await submissionsOfOne(archive, named, known, io)
  // Judged without its receipts a round that was handed in would be called overdue.
  if (others.length > 0) throw unnamed(`存档 ${archive} 里有 ${units.length} 个单位的报送记录`, units)
  if (only !== undefined) return await submissionsOfOne(archive, only, known, io)
  return { ...silent, receipts: [], notes: [`存档 ${archive} 里还没有报送记录。`] }
}

/**
 * How the rounds stand by what is recorded. For whoever collects the current round goes by the calendar, as it does
 * where the returns are collected: one unit that never hands in must not hold back the question about the next round.
 */
export function deadlineBy(
  { receipts, roster }: Submissions,
  known: Known,
  round: string | undefined,
  yearsAhead = 0,
): Deadline {
  if (roster === undefined) return deadlineFor(known, round, receipts, yearsAhead)
  const { current, reason } = deadlineFor(known, round)
  const judged = deadlineFor(known, round ?? current?.id, wholeRounds(roster), yearsAhead)
  return withRoster({ ...judged, reason }, roster)
}
