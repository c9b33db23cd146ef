import { explainedTitle } from '../../model/explanation.ts'
import { fillSkeleton, htmlText, tag } from '../html.ts'
import { listTable } from '../list/html.ts'
import { printable } from '../printable.ts'
import type { RenderTable } from './format.ts'
import { figures } from './html/charts.ts'
import { citySections } from './html/city.ts'
import { explainedSection, formNodes } from './html/form.ts'
import { page } from './page.ts'
import { periodText, totalsList, totalsTitle } from './totals.ts'

const skeletonName = 'report.html'

const pageRule = `<style>
@page {
  size: ${page.width}mm ${page.height}mm; margin: ${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm;
  @bottom-center {
    content: "第 " counter(page) " 页　共 " counter(pages) " 页";
    font: 9pt "宋体", SimSun, "Noto Serif CJK SC", serif;
  }
}
</style>`

/** One file that opens anywhere, needs no network and runs no script. */
export const renderHtml: RenderTable = ({ table, totals, explained, city }, { files }) => {
  const skeleton = files.get(skeletonName)
  if (skeleton === undefined) throw new TypeError(`templates/${skeletonName} was not read`)
  const name = [table.title, table.unit ?? '', table.date].filter((part) => part !== '').join(' ')
  const sums = tag('figure', { class: 'totals' }, listTable(totalsList(totals)))
  const charts = table.nil ? [] : figures(table, totals)
  const summary = [
    tag('h2', {}, totalsTitle),
    tag('p', {}, periodText(table.period)),
    tag('div', { class: 'figures' }, sums, ...charts),
  ]
  const { first, behind } = city ? citySections(city, totals) : { first: [], behind: [] }
  const links = (sections: typeof first) =>
    sections.map(({ id, title }) => htmlText(tag('a', { href: `#${id}` }, title))).join('')
  const nodes = (sections: typeof first) => sections.map(({ node }) => `${htmlText(node)}\n`).join('')
  return fillSkeleton(new TextDecoder().decode(skeleton), {
    name: htmlText(printable(name)),
    page: pageRule,
    form: formNodes(table, city !== undefined)
      .map(htmlText)
      .join(''),
    summary: summary.map(htmlText).join(''),
    before: links(first),
    more:
      links(behind) +
      (explained.length === 0 ? '' : htmlText(tag('a', { href: '#explained' }, explainedTitle))),
    roster: nodes(first),
    explained:
      nodes(behind) + (explained.length === 0 ? '' : `${htmlText(explainedSection(table, explained))}\n`),
  })
}
