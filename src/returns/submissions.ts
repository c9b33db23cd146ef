import type { Io } from '../io/io.ts'
import type { Submission } from '../model/round.ts'
import type { Programme } from '../programmes/programme.ts'
import { handedIn, unitMeant, unitsIn, unnamed } from './handed-in.ts'
import type { Settings } from './settings.ts'

export interface Submissions {
  /** undefined: nothing tells. */
  readonly receipts: readonly Submission[] | undefined
  /** Receipts that prove nothing. */
  readonly warnings: readonly string[]
  readonly notes: readonly string[]
}

const silent = { warnings: [], notes: [] } as const

/** What is recorded as handed in by the unit that is named, or by the only one there is. */
export async function submissionsFor(
  { settings: { archive, unit }, programme }: { settings: Settings; programme: Programme },
  io: Io,
): Promise<Submissions> {
  if (archive === undefined) return { receipts: undefined, ...silent }
  const isAsked = unit !== undefined
  const units = isAsked
    ? [await unitMeant({ name: unit, isAsked }, { archive, programme }, io)]
    : await unitsIn(archive, programme, io)
  const [only, ...others] = units
  // Judged without its receipts a round that was handed in would be called overdue.
  if (others.length > 0) throw unnamed(`存档 ${archive} 里有 ${units.length} 个单位的报送记录`, units)
  if (only === undefined) {
    return { ...silent, receipts: [], notes: [`存档 ${archive} 里还没有报送记录。`] }
  }
  const { receipts, submissions, damaged } = await handedIn({ archive, unit: only }, programme, io)
  const called = unit ?? receipts.at(-1)?.unit ?? only
  const about = receipts.length === 0 ? [`存档 ${archive} 里没有${called}的报送记录。`] : []
  const alone = isAsked ? [] : [`报送记录：${called}，存档里只有这一个单位。`]
  const warnings = damaged.map(({ path, reason }) => `${path} ${reason}`)
  return { receipts: submissions, warnings, notes: [...about, ...alone] }
}
