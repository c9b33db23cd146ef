import type { Table, Totals } from '../../../model/table.ts'
import { type HtmlElement, tag } from '../../html.ts'
import { barChart, type Chart } from './bars.ts'
import { dataTable } from './data-table.ts'
import { type Durations, durationsOf } from './durations.ts'

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
      dataTable(
        [chart.names, ...chart.series],
        chart.bars.map(({ name, values }) => ({ name, cells: values })),
      ),
    ),
  )
}

export function figures(table: Table, totals: Totals): readonly HtmlElement[] {
  const durations = durationsOf(table)
  const days = durations.cases === 0 ? [] : [daysChart(durations, totals)]
  return [casesChart(totals), closedChart(totals), ...days].map(figure)
}
