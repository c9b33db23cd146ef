import { fillSkeleton, type HtmlElement, htmlText, tag } from '../html.ts'
import { listSection } from '../list/html.ts'
import { printable } from '../printable.ts'
import { type Subject, subjectsOf, trendChart } from './chart.ts'
import type { RenderTrend, TrendReport } from './index.ts'
import { mainLists, unitTypeLists, yearOnYearList } from './lists.ts'
import { cautions, titleOf, whatIsCounted } from './words.ts'

const skeletonName = 'trend.html'

function paragraphs(sentences: readonly string[]): readonly HtmlElement[] {
  return sentences.map((sentence) => tag('p', {}, printable(sentence)))
}

function figure(rounds: TrendReport['trend']['rounds'], subject: Subject): HtmlElement {
  const named = { ...subject, name: printable(subject.name) }
  return tag('figure', {}, tag('figcaption', {}, named.name), trendChart(rounds, named))
}

function chartSection({ rounds, ...trend }: TrendReport['trend']): HtmlElement {
  const years = [...new Set(rounds.map(({ id }) => id.slice(0, 4)))]
  const drawn = years.length > 2 ? [`图中只画 ${years.slice(-2).join('、')} 两年，更早的见后面的表。`] : []
  return tag(
    'section',
    { class: 'charts' },
    tag('h2', {}, '趋势图'),
    ...paragraphs([...drawn, '每组是一期，从当年 1 月 1 日累计到统计截止日；没有报送记录的写“未报”。']),
    tag('div', { class: 'figures' }, ...subjectsOf({ rounds, ...trend }).map((one) => figure(rounds, one))),
  )
}

/** One file that opens anywhere, needs no network and runs no script. */
export const trendHtml: RenderTrend = ({ head, programme, unit, trend }, { files }) => {
  const skeleton = files.get(skeletonName)
  if (skeleton === undefined) throw new TypeError(`templates/${skeletonName} was not read`)
  const title = printable(titleOf(programme, unit, trend, head.asOf))
  const [periods, ...figures] = mainLists(trend)
  const nodes = [
    tag('h1', {}, title),
    ...paragraphs([...whatIsCounted, ...cautions(trend)]),
    ...(periods ? [listSection(periods)] : []),
    chartSection(trend),
    ...figures.map(listSection),
    ...trend.yearOnYear.toReversed().map((one) => listSection(yearOnYearList(one))),
    ...(trend.units.length === 1
      ? []
      : [tag('div', { class: 'units' }, ...unitTypeLists(trend).map(listSection))]),
  ]
  return fillSkeleton(new TextDecoder().decode(skeleton), {
    name: htmlText(title),
    content: nodes.map(htmlText).join(''),
  })
}
