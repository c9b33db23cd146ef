import { type HtmlElement, hatch, tag } from '../../html.ts'
import { displayWidth } from '../../width.ts'

export interface Bar {
  readonly name: string
  /** One length a series. */
  readonly values: readonly number[]
  readonly label: string
}

export interface Chart {
  /** Unique in the page. */
  readonly id: string
  readonly title: string
  readonly gist: string
  /** All of it in words, for those who do not see it. */
  readonly description: string
  readonly names: string
  readonly series: readonly string[]
  readonly bars: readonly Bar[]
}

const width = 420
const nameWidth = 136
const barHeight = 20
const lineHeight = 32
const legendHeight = 30
const gap = 8
/** Of half an em of the page's 14 px, with a little free for other fonts. */
const letterWidth = 7.5

function fillOf(chart: Chart, index: number): string {
  return index === 0 ? 'solid' : `url(#${chart.id}-hatch)`
}

function box(
  chart: Chart,
  series: number,
  place: Readonly<Record<'x' | 'y' | 'width', number>>,
): HtmlElement {
  const fill = fillOf(chart, series)
  const look = fill === 'solid' ? { class: 'bar' } : { class: 'outline', fill }
  return tag('rect', { ...place, height: barHeight, ...look })
}

function legend(chart: Chart): readonly HtmlElement[] {
  return chart.series.flatMap((name, index) => {
    const x = nameWidth + index * 90
    return [box(chart, index, { x, y: 0, width: 28 }), tag('text', { x: x + 28 + gap, y: 15 }, name)]
  })
}

function drawBar(chart: Chart, bar: Bar, place: { readonly y: number; readonly unit: number }): HtmlElement {
  const { y, unit } = place
  let x = nameWidth
  const boxes = bar.values.flatMap((value, series) => {
    const start = x
    const length = Math.round(value * unit * 100) / 100
    x += length
    return value === 0 ? [] : [box(chart, series, { x: start, y, width: length })]
  })
  const middle = y + barHeight / 2 + 5
  return tag(
    'g',
    {},
    tag('text', { x: nameWidth - gap, y: middle, class: 'name' }, bar.name),
    ...boxes,
    tag('text', { x: Math.round((x + gap) * 100) / 100, y: middle }, bar.label),
  )
}

/** As long as a bar may be for its label to fit behind it, for each case. */
function unitFor({ values, label }: Bar): number {
  const free = width - nameWidth - gap - displayWidth(label) * letterWidth
  const total = values.reduce((sum, value) => sum + value, 0)
  return free / Math.max(1, total)
}

/** Horizontal bars, names at the left, numbers behind: readable in black and white. */
export function barChart(chart: Chart): HtmlElement {
  const isLegendary = chart.series.length > 1
  const top = isLegendary ? legendHeight : 0
  const unit = Math.min(...chart.bars.map(unitFor))
  const ids = [`${chart.id}-title`, `${chart.id}-desc`] as const
  return tag(
    'svg',
    {
      role: 'img',
      viewBox: `0 0 ${width} ${top + chart.bars.length * lineHeight}`,
      'aria-labelledby': ids.join(' '),
    },
    tag('title', { id: ids[0] }, chart.title),
    tag('desc', { id: ids[1] }, chart.description),
    ...(isLegendary ? [hatch(chart.id), ...legend(chart)] : []),
    ...chart.bars.map((bar, index) => drawBar(chart, bar, { y: top + index * lineHeight, unit })),
    tag('line', { x1: nameWidth, y1: top, x2: nameWidth, y2: top + chart.bars.length * lineHeight - gap }),
  )
}
