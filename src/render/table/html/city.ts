import type { City, UnitReturn } from '../../../model/collected.ts'
import type { Totals } from '../../../model/table.ts'
import { cityLists } from '../../collect/desk-lists.ts'
import { rosterLists, statusText } from '../../collect/roster.ts'
import { type HtmlElement, tag } from '../../html.ts'
import { headRow, listSection, scrolling } from '../../list/html.ts'
import type { List } from '../../list/list.ts'
import { printable } from '../../printable.ts'

interface CitySection {
  readonly id: string
  readonly title: string
  readonly node: HtmlElement
}

/** From white to the colour of the bars; the number itself stands in the cell, for print and for who sees no colours. */
function heatOf(cases: number, most: number): string {
  if (cases === 0 || most === 0) return 'text-align:center'
  const share = 0.12 + 0.88 * (cases / most)
  const channel = (dark: number): number => Math.round(255 - (255 - dark) * share)
  const [red, green, blue] = [channel(0x1f), channel(0x4e), channel(0x79)]
  const letters = share > 0.55 ? '#fff' : '#000'
  return `text-align:center;background:rgb(${red},${green},${blue});color:${letters};print-color-adjust:exact;-webkit-print-color-adjust:exact`
}

/** What has not come is no 0. */
function absentRow(one: UnitReturn, types: number): HtmlElement {
  const none = Array.from({ length: types + 1 }, () => tag('td', { style: 'text-align:center' }, '—'))
  const name = `${printable(one.unit)}（${statusText(one)}）`
  return tag('tr', {}, tag('th', { scope: 'row' }, name), ...none)
}

/** Which unit has how many cases of which type, at a glance. */
function heatMap({ byUnit, units }: City, totals: Totals): CitySection {
  const most = Math.max(0, ...byUnit.flatMap(({ byType }) => byType.map(({ cases }) => cases)))
  const heading = ['单位', ...totals.byType.map(({ type }) => type), '合计']
  const absent = new Map(units.filter(({ logs }) => logs.length === 0).map((one) => [one.unit, one]))
  const row = (name: string, { byType, all }: Totals, isSum: boolean): HtmlElement =>
    tag(
      'tr',
      {},
      tag('th', { scope: 'row' }, printable(name)),
      ...byType.map(({ cases }) =>
        tag('td', { style: isSum ? 'text-align:center' : heatOf(cases, most) }, String(cases)),
      ),
      tag('td', { style: 'text-align:center' }, String(all.cases)),
    )
  const rows = byUnit.map((one) => {
    const gone = absent.get(one.unit)
    return gone ? absentRow(gone, one.byType.length) : row(one.unit, one, false)
  })
  const table = tag(
    'table',
    { class: 'data' },
    headRow(heading),
    tag('tbody', {}, ...rows, row('合计', totals, true)),
  )
  const [id, title] = ['heat', '各单位各类型案件数'] as const
  const node = tag(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    tag('h2', { id: `${id}-title` }, title),
    tag('p', {}, '列入汇总表的案件数，格子越深案件越多。'),
    scrolling(id, table),
  )
  return { id, title, node }
}

function sectionOf(list: List): CitySection {
  return { id: list.id, title: list.title, node: listSection(list) }
}

export interface CitySections {
  /** The roster, and who has what: before the form. */
  readonly first: readonly CitySection[]
  readonly behind: readonly CitySection[]
}

export function citySections(city: City, totals: Totals): CitySections {
  return {
    first: [...rosterLists(city).map(sectionOf), heatMap(city, totals)],
    behind: cityLists(city, totals).map(sectionOf),
  }
}
