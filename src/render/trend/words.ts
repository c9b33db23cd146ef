import { chineseDate, dayOf, type IsoDate, monthOf } from '../../model/date.ts'
import type { Figures, Pair, RoundTotal, Trend, TrendCell } from '../../model/trend.ts'

export const untyped = '类型不详'
export const noReturn = '未报'
/** Behind a figure that does not reach back to the first of January. */
export const partMark = '*'

/** 立案/结案/在办, in one cell. */
export function figuresText({ filed, closed, open }: Omit<Figures, 'cases'>, isWhole: boolean): string {
  return `${filed}/${closed}/${open}${isWhole ? '' : partMark}`
}

/** 上年 → 本年, with the growth where there is something to grow from. */
export function pairText({ now, before }: Pair): string {
  if (before === 0) return `${before} → ${now}`
  const share = (Math.abs(now - before) / before) * 100
  if (share === 0) return `${before} → ${now}（持平）`
  return `${before} → ${now}（${now > before ? '+' : '−'}${share.toFixed(1)}%）`
}

/** Of `06-07`. */
export function untilText(until: string): string {
  const day = `2024-${until}` as IsoDate
  return `${monthOf(day)}月${dayOf(day)}日`
}

export const whatIsCounted: readonly string[] = [
  '数字是 立案/结案/在办。立案、结案从当年 1 月 1 日累计到该期的统计截止日，按立案时间、结案时间算，不是表中的件数（没有立案时间的，按结案时间算立案）；在办是统计截止日表中还没有结案的。',
  '同一期更正过的，以最后一次为准。没有报送记录的写“未报”，不算 0，也不在合计里。',
]

interface Told {
  readonly unit: string
  readonly cell: TrendCell
}

/** All cells, round after round. */
function cellsIn({ rounds, units }: Trend): readonly Told[] {
  return rounds.flatMap((_, at) =>
    units.flatMap(({ unit, cells }) => (cells[at] ? [{ unit, cell: cells[at] }] : [])),
  )
}

function spanOf(days: readonly IsoDate[]): string {
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)]
  return first === last ? `${first}` : `${first} 至 ${last}`
}

/** `all 6 个单位，since-last 1 个（龙城区）`: who is few is named. */
function periodNames(told: readonly Told[]): string {
  const names = told.map(({ cell }) => cell.period?.name ?? '不详')
  const kinds = [...new Set(names)].sort((one, other) => {
    const times = (kind: string) => names.filter((name) => name === kind).length
    return times(other) - times(one)
  })
  return kinds
    .map((kind, at) => {
      const units = told.filter((_, index) => names[index] === kind).map(({ unit }) => unit)
      if (kinds.length === 1) return kind
      return `${kind} ${units.length} 个${at === 0 ? '单位' : `（${units.join('、')}）`}`
    })
    .join('，')
}

/** A row a round: who returned, up to which day, which period. */
export function periodRows(trend: Trend): readonly (readonly string[])[] {
  return trend.rounds.map(({ id, due }, at) => {
    const told = trend.units.flatMap(({ unit, cells }) => (cells[at] ? [{ unit, cell: cells[at] }] : []))
    if (told.length === 0) return [id, due ?? '', `0/${trend.units.length}`, '', '']
    return [
      id,
      due ?? '',
      `${told.length}/${trend.units.length}`,
      spanOf(told.map(({ cell }) => cell.end)),
      periodNames(told),
    ]
  })
}

function partSentence({ unit, cell }: Told): string {
  const from = cell.period?.from ?? null
  const since = from === null ? '' : `，只有 ${from} 以后的`
  return `${cell.round} 期 ${unit} 的统计期间是 ${cell.period?.name ?? '不详'}${since}：立案、结案不是全年累计，数字后标 ${partMark}，不参加同比。`
}

function otherYearSentence({ round, otherYear }: RoundTotal, year: number): readonly string[] {
  if (otherYear.length === 0) return []
  return [
    `${round} 期 ${otherYear.join('、')} 的表算的不是 ${year} 年（统计截止日在另一年），不在这一期的合计里。`,
  ]
}

/** What must be known before two of the figures are set side by side. */
export function cautions(trend: Trend): readonly string[] {
  const told = cellsIn(trend)
  const kinds = new Set(told.map(({ cell }) => cell.period?.name ?? '不详'))
  const differ =
    kinds.size > 1
      ? [`各期、各单位的统计期间不全相同（${[...kinds].join('、')}，见上），表中的件数不可相比。`]
      : []
  const partial = trend.totals.flatMap(({ round, units }) =>
    units.length > 0 && units.length < trend.units.length ? [`${round}（${units.length} 个）`] : [],
  )
  const uneven =
    partial.length > 0
      ? [`合计只加有报送记录的单位，没有报齐的各期不可直接相比：${partial.join('、')}。`]
      : []
  return [
    ...differ,
    ...uneven,
    ...told.filter(({ cell }) => !cell.isWhole).map(partSentence),
    ...trend.totals.flatMap((total, at) => otherYearSentence(total, trend.rounds[at]?.year ?? 0)),
    ...trend.toldLater.map(
      ({ year, filed, closed }) =>
        `${year} 年还有立案 ${filed} 件、结案 ${closed} 件，到下一年的表里才报来（末次报送以后到年底的，和补录的），不在 ${year} 年各期的数里。`,
    ),
  ]
}

export function titleOf(programme: string, unit: string | null, { rounds }: Trend, asOf: IsoDate): string {
  const [first, last] = [rounds[0]?.id ?? '', rounds.at(-1)?.id ?? '']
  const span = first === last ? `${first} 期` : `${first} 期至 ${last} 期`
  const about = unit === null ? '' : `，${unit}`
  return `${programme}：各期办案趋势${about}（${span}，以 ${chineseDate(asOf)}为准）`
}
