import type { Reply } from '../../model/reply.ts'
import { addListRow, addListSheet, cellStyles, cellText, fonts } from '../list/xlsx.ts'
import { visible } from '../printable.ts'
import type { Workbook } from '../workbook.ts'

type Lines = readonly (readonly [string, string])[]

interface Names {
  readonly findings: string
  readonly guide: string
}

function sourceText({ logs, own }: Reply, isOwn: boolean): string {
  const names = logs.map(({ summary }) => visible(summary.path.slice(summary.path.lastIndexOf('/') + 1)))
  if (isOwn) return `就是报来的 ${names.join('、')}，只加了颜色、批注和这两张表。`
  const why = own === undefined ? '' : '原工作簿里有照搬会丢失的内容（如图表、图片、批注），所以'
  return `${names.join('、')}。${why}台账表是照原件的行和列另写的，文字没有改；格式、公式和其他工作表没有带过来。`
}

function linesOf(reply: Reply, { findings }: Names, isOwn: boolean): Lines {
  return [
    [
      '怎样改',
      '直接在本工作簿的台账表里改：红色是错误，必须改正；黄色是警告，蓝色是提示，填错的改正，确实如此的写说明。把鼠标停在有颜色的格子上，可以看到问题和处理办法。',
    ],
    [
      '怎样说明',
      `在“${findings}”表的“说明”一栏写明具体原因，例如“复议期间暂缓公开”。只写“核实无误”“属实”“同上”的不算说明；错误不能用说明代替改正。`,
    ],
    ['不要动', `不要改台账的表头，也不要删“${findings}”里的行和栏（有几栏是隐藏的）：再核对时要用。`],
    ['报回', reply.answer],
    ['台账来源', sourceText(reply, isOwn)],
  ]
}

const columns = [
  { heading: '项目', width: 14 },
  { heading: '内容', width: 96 },
]

/** What to do with the workbook, for who opens it without the letter. */
export function addGuide(workbook: Workbook, names: Names, reply: Reply, isOwn: boolean): void {
  const sheet = addListSheet(workbook, names.guide, columns)
  for (const line of linesOf(reply, names, isOwn)) {
    const row = addListRow(
      sheet,
      line.map(cellText),
      columns.map(({ width }) => width),
    )
    // Not its font alone: the style is one object for every plain cell.
    row.getCell(1).style = { ...cellStyles.plain, font: fonts.bold }
  }
}
