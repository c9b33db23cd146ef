import { listText } from '../list/text.ts'
import { paintOf } from '../paint.ts'
import { visible } from '../printable.ts'
import { hang } from '../wrap.ts'
import type { RenderTrend } from './index.ts'
import { mainLists, yearOnYearList } from './lists.ts'
import { cautions, titleOf, whatIsCounted } from './words.ts'

/** For a terminal: what is counted, the figures, and what to mind before comparing them. */
export const trendText: RenderTrend = ({ head, programme, unit, trend }, { look }) => {
  const paint = paintOf(look.color)
  const said = (sentence: string) => hang(visible(sentence), look.columns, 0)
  const latest = trend.yearOnYear.at(-1)
  const earlier = trend.yearOnYear.length - 1
  const lists = [...mainLists(trend), ...(latest ? [yearOnYearList(latest)] : [])]
  const blocks = [
    [paint.bold(said(titleOf(programme, unit, trend, head.asOf)))],
    whatIsCounted.map(said),
    ...lists.map((list) => listText(list, look)),
    ...(latest ? [] : [['同比：没有两年都报过的期次。']]),
    ...(earlier > 0 ? [[`更早的 ${earlier} 期同比，写成 .html 或 .json 可见。`]] : []),
    cautions(trend).map(said),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n')
}
