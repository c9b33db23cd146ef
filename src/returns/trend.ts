import type { Receipt } from '../archive/receipt.ts'
import type { Io } from '../io/io.ts'
import { addDays, type IsoDate, isoDate, yearOf } from '../model/date.ts'
import type { Skipped } from '../model/run.ts'
import type { CountedReturn, Trend } from '../model/trend.ts'
import type { Programme } from '../programmes/programme.ts'
import { isCollector, unitsNamed } from '../programmes/roster.ts'
import { roundsOfYears } from '../rounds/rounds.ts'
import { trendOf } from '../table/trend.ts'
import { readArchive, unitMeant } from './handed-in.ts'
import type { Setup } from './setup.ts'

/** The earliest day that these returns, one behind the other, tell of without a gap; null: however long ago. */
function toldFrom(returns: readonly Receipt[]): IsoDate | null {
  const [last, ...before] = returns.toReversed()
  let from = last?.period?.from ?? null
  for (const { period, day } of before) {
    if (from === null || (period?.to ?? day) < addDays(from, -1)) break
    const start = period?.from ?? null
    from = start === null || start < from ? start : from
  }
  return from
}

/** Whether the table alone tells of all the year; one that lists what is new since the last return does not. */
function tellsOfYear({ period, day }: Receipt, round: string): boolean {
  if (period === undefined || period.name === 'all') return true
  const first = isoDate(Math.min(Number(round.slice(0, 4)), yearOf(period.to ?? day)), 1, 1)
  return period.from !== null && first !== undefined && period.from <= first
}

function countedReturns(
  unit: string,
  returns: readonly Receipt[],
  roundOf: (receipt: Receipt) => string,
  lastShown: (returns: readonly Receipt[]) => CountedReturn['known'],
): readonly CountedReturn[] {
  return returns.map((receipt, at) => {
    const { day, period = null, cases } = receipt
    const round = roundOf(receipt)
    const upToHere = returns.slice(0, at + 1)
    const isAlone = tellsOfYear(receipt, round)
    return {
      unit,
      round,
      day,
      period,
      end: period?.to ?? day,
      cases,
      known: isAlone ? cases : lastShown(upToHere),
      knownFrom: isAlone ? (period?.from ?? null) : toldFrom(upToHere),
    }
  })
}

/** Without due days every return is a round of its own, named by its day: the last of a month stands for the month. */
function columnOf({ round }: Receipt, { due }: Programme): string {
  return due === null ? round.slice(0, 7) : round
}

function roundsBetween(ids: readonly string[], programme: Programme) {
  const [first = '', last = ''] = [ids[0], ids.at(-1)]
  const years = [first, last].map((id) => Number(id.slice(0, 4)))
  const [from = 0, to = 0] = years
  const planned = roundsOfYears(programme, from, to).filter(({ id }) => id >= first && id <= last)
  const all = [...new Set([...ids, ...planned.map(({ id }) => id)])].sort()
  return all.map((id) => ({ id, due: planned.find((round) => round.id === id)?.due ?? null }))
}

export interface TrendRead {
  /** Without a round where the archive holds no return of this programme. */
  readonly trend: Trend
  readonly damaged: readonly Skipped[]
}

/** Of several returns of one month, the last. */
function onePerRound(returns: readonly Receipt[], programme: Programme): readonly Receipt[] {
  return returns.filter((one, at) => {
    const next = returns[at + 1]
    return next === undefined || columnOf(next, programme) !== columnOf(one, programme)
  })
}

/** All that an archive holds of this programme by the day to judge by, or of one of its units, counted. */
export async function readTrend(
  archive: string,
  { programme, settings: { asOf, unit: asked } }: Pick<Setup, 'programme' | 'settings'>,
  io: Io,
): Promise<TrendRead> {
  const { lastShown, returnsBy } = await import('../archive/history.ts')
  const named = asked && (await unitMeant({ name: asked, isAsked: true }, { archive, programme }, io))
  const { stored, damaged } = await readArchive(archive, io)
  const receipts = stored.map(({ receipt }) => receipt).filter((one) => one.programme === programme.id)
  const unitOf = ({ unitKey }: Receipt) => unitsNamed(programme, unitKey)[0]
  const expected = programme.units.map(({ name }) => name)
  const all = [...new Set([...expected, ...receipts.map(unitOf)])]
  const units = named && !isCollector(programme, named) ? [named] : all
  const returns = units.flatMap((unit) => {
    const own = receipts.filter((receipt) => unitOf(receipt) === unit)
    const last = onePerRound(returnsBy(asOf, own), programme)
    return countedReturns(unit, last, (receipt) => columnOf(receipt, programme), lastShown)
  })
  const ids = [...new Set(returns.map(({ round }) => round))].sort()
  const trend = trendOf({
    returns,
    rounds: ids.length === 0 ? [] : roundsBetween(ids, programme),
    units: units.map((unit) => ({ unit, isExpected: expected.includes(unit) })),
    types: programme.types,
  })
  return { trend, damaged }
}
