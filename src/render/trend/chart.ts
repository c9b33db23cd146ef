import type { Figures, Trend } from '../../model/trend.ts'
import { type HtmlElement, hatch, tag } from '../html.ts'
import { noReturn, partMark, untyped } from './words.ts'

/** null: no return; not whole: does not reach back to the first of January. */
type Dot = (Figures & { readonly isWhole: boolean }) | null

/** Whose figures: all units', a type's, a unit's; one point a round of the trend. */
export interface Subject {
  /** Unique in the page. */
  readonly id: string
  readonly name: string
  readonly points: readonly Dot[]
}

export function subjectsOf({ units, totals, types }: Trend): readonly Subject[] {
  const isOne = units.length === 1
  const sums = totals.map(({ units: counted, all, isWhole }) =>
    counted.length === 0 ? null : { ...all, isWhole },
  )
  const ofType = types.map((type, at) => ({
    id: `type-${at}`,
    name: type ?? untyped,
    points: totals.map(({ units: counted, byType, isWhole }) => {
      const own = byType.find((one) => one.type === type)
      return counted.length === 0 || own === undefined ? null : { ...own, isWhole }
    }),
  }))
  const ofUnit = units.map(({ unit, cells }, at) => ({
    id: `unit-${at}`,
    name: unit,
    points: cells.map((cell) => cell && { ...cell.all, isWhole: cell.isWhole }),
  }))
  const all = { id: 'all', name: `合计（${units.length} 个单位中有记录的）`, points: sums }
  return [...(isOne ? [] : [all]), ...(isOne ? ofUnit : []), ...ofType, ...(isOne ? [] : ofUnit)]
}

const measures = [
  { key: 'filed', name: '立案' },
  { key: 'closed', name: '结案' },
] as const

type Figure = (typeof measures)[number]

const width = 420
const panelWidth = 200
const gap = 20
const top = 40
const plotHeight = 84
const bottom = 18
/** Of a group of bars, for its numbers to stand above it without touching the next. */
const widthForNumber = 30
/** And for `06 期` below it. */
const roomForLabel = 36

interface BarGroup {
  /** `06` of 2024-06; the year where a year has one round. */
  readonly label: string
  /** By the years of the legend; undefined: there is no such round in the archive. */
  readonly points: readonly (Dot | undefined)[]
}

interface Bars {
  readonly legend: readonly string[]
  readonly groups: readonly BarGroup[]
}

/** A group a round of the year with a bar a year, so that the same rounds of two years stand side by side. */
function layoutOf(rounds: Trend['rounds'], { points }: Subject): Bars {
  const years = [...new Set(rounds.map(({ id }) => id.slice(0, 4)))].sort().slice(-2)
  const slots = [...new Set(rounds.map(({ id }) => id.slice(5)))].sort()
  const pointOf = (id: string): Dot | undefined => {
    const at = rounds.findIndex((round) => round.id === id)
    return at < 0 ? undefined : (points[at] ?? null)
  }
  const groups = slots.map((slot) => ({
    label: slot,
    points: years.map((year) => pointOf(`${year}-${slot}`)),
  }))
  return { legend: years, groups }
}

function numberText(point: NonNullable<Dot>, { key }: Figure): string {
  return `${point[key]}${point.isWhole ? '' : partMark}`
}

interface Slot {
  readonly x: number
  readonly width: number
  readonly unit: number
}

const rounded = (value: number): number => Math.round(value * 100) / 100

function bar(point: Dot | undefined, measure: Figure, look: HtmlElement['attributes'], place: Slot) {
  if (point === undefined) return []
  const { x, width, unit } = place
  const middle = rounded(x + width / 2)
  const base = top + plotHeight
  const hasNumber = width * 2 >= widthForNumber
  if (point === null) {
    const text = hasNumber ? noReturn : '×'
    return [tag('text', { x: middle, y: base - 4, class: 'number absent' }, text)]
  }
  const height = rounded(point[measure.key] * unit)
  const box = tag('rect', {
    x: rounded(x + 1),
    y: rounded(base - height),
    width: rounded(width - 2),
    height,
    ...look,
  })
  const number = tag(
    'text',
    { x: middle, y: rounded(base - height - 4), class: 'number' },
    numberText(point, measure),
  )
  return [...(height > 0 ? [box] : []), ...(hasNumber ? [number] : [])]
}

/** This year full, the year before hatched: told apart in print and without colours. */
function lookOf(id: string, year: number, years: number): HtmlElement['attributes'] {
  return year === years - 1 ? { class: 'bar' } : { class: 'outline', fill: `url(#${id}-hatch)` }
}

function panel(subject: Subject, { groups, legend }: Bars, measure: Figure, at: number, unit: number) {
  const left = at * (panelWidth + gap)
  const groupWidth = panelWidth / Math.max(1, groups.length)
  const barWidth = (groupWidth * 0.8) / Math.max(1, legend.length)
  const drawn = groups.flatMap(({ label, points }, index) => {
    const start = left + index * groupWidth + groupWidth * 0.1
    const bars = points.flatMap((point, year) => {
      const look = lookOf(subject.id, year, legend.length)
      return bar(point, measure, look, { x: start + year * barWidth, width: barWidth, unit })
    })
    const middle = rounded(left + (index + 0.5) * groupWidth)
    return [
      ...bars,
      tag(
        'text',
        { x: middle, y: top + plotHeight + 14, class: 'slot' },
        groupWidth < roomForLabel ? label : `${label} 期`,
      ),
    ]
  })
  const base = top + plotHeight
  return tag(
    'g',
    {},
    tag('text', { x: left, y: 14, class: 'measure' }, `${measure.name}（累计）`),
    ...drawn,
    tag('line', { x1: left, y1: base, x2: left + panelWidth, y2: base }),
  )
}

function legendOf({ id }: Subject, { legend }: Bars): readonly HtmlElement[] {
  return legend.flatMap((year, at) => {
    const x = width - (legend.length - at) * 60
    const box = tag('rect', { x, y: 4, width: 16, height: 11, ...lookOf(id, at, legend.length) })
    return [box, tag('text', { x: x + 21, y: 14, class: 'slot start' }, year)]
  })
}

/** All of it in words, for those who do not see it. */
function descriptionOf(rounds: Trend['rounds'], { points }: Subject): string {
  const parts = rounds.map(({ id }, at) => {
    const point = points[at]
    return point ? `${id} 期立案 ${point.filed} 件、结案 ${point.closed} 件` : `${id} 期${noReturn}`
  })
  return `${parts.join('，')}。`
}

export function trendChart(rounds: Trend['rounds'], subject: Subject): HtmlElement {
  const layout = layoutOf(rounds, subject)
  const shown = layout.groups.flatMap(({ points }) => points.flatMap((point) => point ?? []))
  const most = Math.max(1, ...shown.flatMap((point) => measures.map(({ key }) => point[key])))
  const ids = [`${subject.id}-title`, `${subject.id}-desc`] as const
  return tag(
    'svg',
    {
      role: 'img',
      viewBox: `0 0 ${width} ${top + plotHeight + bottom}`,
      'aria-labelledby': ids.join(' '),
    },
    tag('title', { id: ids[0] }, subject.name),
    tag('desc', { id: ids[1] }, descriptionOf(rounds, subject)),
    hatch(subject.id),
    ...legendOf(subject, layout),
    ...measures.map((measure, at) => panel(subject, layout, measure, at, (plotHeight - 14) / most)),
  )
}
