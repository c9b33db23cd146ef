import { daysBetween } from '../../../model/date.ts'
import type { Table, Totals } from '../../../model/table.ts'
import { type HtmlElement, tag } from '../../html.ts'
import { listTable } from '../../list/html.ts'
import { numbers, words } from '../../list/list.ts'
import { barChart, type Chart } from './bars.ts'

function enumerated(parts: readonly string[]): string {
  return `${parts.join('，')}。`
}

function casesChart({ byType, all }: Totals): Chart {
  return {
    id: 'chart-cases',
    title: '各类型案件数',
    gist: `共 ${all.cases} 件。`,
    description: enumerated(byType.map(({ type, cases }) => `${type} ${cases} 件`)),
    names: '案件类型',
    series: ['案件数'],
    bars: byType.map(({ type, cases }) => ({ name: type, values: [cases], label: String(cases) })),
  }
}

function closedChart({ byType, all }: Totals): Chart {
  const parts = byType.map(({ type, closed, open }) => `${type}结案 ${closed} 件、在办 ${open} 件`)
  return {
    id: 'chart-closed',
    title: '结案与在办',
    gist: `结案 ${all.closed} 件，在办 ${all.open} 件。`,
    description: enumerated(parts),
    names: '案件类型',
    series: ['结案', '在办'],
    bars: byType.map(({ type, closed, open }) => ({
      name: type,
      values: [closed, open],
      label: `结案 ${closed}　在办 ${open}`,
    })),
  }
}

function daysChart({ cases, spans }: Durations, { all: { medianDays } }: Totals): Chart {
  const median = medianDays === null ? '' : `，中位数 ${medianDays} 天`
  return {
    id: 'chart-days',
    title: '已结案件的办理天数',
    gist: `立案至结案的自然日，共 ${cases} 件${median}。`,
    description: enumerated(spans.map((span) => `${span.name} ${span.cases} 件`)),
    names: '办理天数',
    series: ['案件数'],
    bars: spans.map(({ name, cases: count }) => ({ name, values: [count], label: String(count) })),
  }
}

function figure(chart: Chart): HtmlElement {
  return tag(
    'figure',
    {},
    tag('figcaption', {}, chart.title),
    barChart(chart),
    tag('p', {}, chart.gist),
    tag(
      'details',
      {},
      tag('summary', {}, `${chart.title}：数据表`),
      listTable({
        columns: [...words(chart.names), ...numbers(...chart.series)],
        rows: chart.bars.map(({ name, values }) => [name, ...values]),
      }),
    ),
  )
}

export function figures(table: Table, totals: Totals): readonly HtmlElement[] {
  const durations = durationsOf(table)
  const days = durations.cases === 0 ? [] : [daysChart(durations, totals)]
  return [casesChart(totals), closedChart(totals), ...days].map(figure)
}

interface NamedSpan {
  readonly name: string
  readonly cases: number
}

interface Durations {
  /** Closed cases whose two days are known and in order. */
  readonly cases: number
  readonly spans: readonly NamedSpan[]
}

// Among the bounds are the limits of the law: 90 days, with extensions 120; about 3 and 6 months.
const bounds = [30, 60, 90, 120, 180] as const

function spansOf(days: readonly number[]): readonly NamedSpan[] {
  const last = bounds[bounds.length - 1] ?? 0
  const inside = bounds.map((upper, index) => {
    const lower = index === 0 ? 0 : (bounds[index - 1] ?? 0) + 1
    const name = index === 0 ? `${upper} 天以内` : `${lower}–${upper} 天`
    return { name, cases: days.filter((count) => count >= lower && count <= upper).length }
  })
  return [...inside, { name: `${last} 天以上`, cases: days.filter((count) => count > last).length }]
}

/** Calendar days from 立案 to 结案. */
export function durationsOf({ sections }: Pick<Table, 'sections'>): Durations {
  const days = sections
    .flatMap(({ rows }) => rows)
    .flatMap(({ open, filed, closed }) => (open || !filed || !closed ? [] : [daysBetween(filed, closed)]))
    .filter((count) => count >= 0)
  return { cases: days.length, spans: spansOf(days) }
}
