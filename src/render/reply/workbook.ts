import type { Finding } from '../../model/finding.ts'
import type { RowSource } from '../../model/read-row.ts'
import type { Reply, ReturnedLog } from '../../model/reply.ts'
import { type ShownLogs, showLogs } from '../findings/shown-logs.ts'
import { addFindings, inOrder, type PlaceIn, placeInShown } from '../findings/xlsx-list.ts'
import { addLogs, markCells } from '../findings/xlsx-logs.ts'
import { addListRow, addListSheet, cellStyles, cellText, fonts } from '../list/xlsx.ts'
import { visible } from '../printable.ts'
import { type ExcelBook, workbookBytes } from '../workbook.ts'
import { remedyForUnit } from './notice-words.ts'
import { mayBeLoaded } from './own-workbook.ts'

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
function addGuide(workbook: ExcelBook, names: Names, reply: Reply, isOwn: boolean): void {
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

/**
 * What a unit gets back: its return with the faulty cells coloured and commented, the list of findings with a column
 * for reasons, and what to do with both. It comes back as the corrected return, so it holds every row and nothing that
 * reads as one beside them. Where the return is a workbook and nothing of it would be lost, it is the unit's own with
 * its widths, formulas and other sheets; else a copy of the rows, which says so.
 */

const sheetNames = { findings: '问题清单', guide: '修改说明' } as const
const reserved: readonly string[] = Object.values(sheetNames)

/** A county's year is a thousand rows; beyond these the workbook would take longer than everything else. */
const mostRows = 20_000

/** A Word file has title, 填报单位 and 时间 in paragraphs; here they need rows, or the copy is nobody's return. */
function linesAbove({ summary, rows }: ReturnedLog, title: string): readonly (readonly string[])[] {
  const { unit, date } = summary
  if (unit === null || rows.some(({ row }) => row.cells.some((cell) => cell.includes(unit)))) return []
  return [[title], [`填报单位：${unit}`], ...(date === null ? [] : [[`时间：${date}`]])]
}

function sheetsRead({ logs }: Reply): readonly string[] {
  const sheets = logs.flatMap(({ summary }) => summary.sheets ?? [])
  return sheets.filter(({ read }) => read).map(({ name }) => name)
}

function showReturn(reply: Reply, isOwn: boolean): ShownLogs {
  const [only] = sheetsRead(reply)
  const nameOf = ({ sheet }: RowSource): string | undefined => (isOwn ? (sheet ?? only) : undefined)
  const shown = showLogs({ reserved, mostRows, nameOf })
  for (const log of reply.logs) {
    for (const { row, source } of log.rows) shown.row(row, source)
    const [first, ...others] = shown.all().filter(({ path }) => path === log.summary.path)
    if (first && !isOwn) first.above = linesAbove(log, reply.title)
    if (first && others.length === 0) first.headingLine = log.summary.headingLine
  }
  return shown
}

const forUnit = (finding: Finding): Finding => ({ ...finding, remedy: remedyForUnit(finding.remedy) })

async function made(reply: Reply, madeOn: string, from: Uint8Array | undefined): Promise<ReplyWorkbook> {
  const shown = showReturn(reply, from !== undefined)
  const paths = reply.logs.map(({ summary }) => summary.path)
  const explained = new Set<Finding>(reply.explained.map(forUnit))
  const isExplained = (finding: Finding): boolean => explained.has(finding)
  const all = inOrder([...reply.findings.map(forUnit), ...explained], paths)
  const placeIn = placeInShown(shown)
  const look = { isToBeMended: true }
  const isLog = (sheet: string): boolean => !reserved.includes(sheet)
  const bytes = await workbookBytes({ madeOn, from, isLog }, (workbook: ExcelBook) => {
    if (from === undefined) addLogs(workbook, shown, all, isExplained, look)
    else markCells(({ name }) => workbook.getWorksheet(name), shown, all, isExplained, look)
    addFindings(workbook, all, isExplained, {
      mended: shown.all().length > 1 ? 'sheets' : 'sheet',
      placeIn,
      hidden: ['规则', '所据内容', '文件', '工作表'],
      whatNext: '写好后随本工作簿一并报回。',
    })
    addGuide(workbook, sheetNames, reply, from !== undefined)
  })
  return { bytes, placeIn }
}

interface ReplyWorkbook {
  readonly bytes: Uint8Array
  /** Where a finding stands in it. */
  readonly placeIn: PlaceIn
}

interface ReplyLook {
  readonly madeOn: string
  /** Whether a workbook reads back as the rows that were returned. */
  readonly readsBack: (bytes: Uint8Array) => Promise<boolean>
}

/** undefined where the library fails on the unit's own workbook, or would write another. */
async function madeOfOwn(reply: Reply, { madeOn, readsBack }: ReplyLook): Promise<ReplyWorkbook | undefined> {
  const { own } = reply
  const isTaken = reply.logs.some(({ summary }) =>
    summary.sheets?.some(({ name }) => reserved.includes(name)),
  )
  if (own === undefined || isTaken || !mayBeLoaded(own)) return undefined
  try {
    const workbook = await made(reply, madeOn, own)
    return (await readsBack(workbook.bytes)) ? workbook : undefined
  } catch {
    // What the library stumbles over is somebody else's file; the copy of the rows goes the same way without it.
    return undefined
  }
}

export async function replyWorkbook(reply: Reply, look: ReplyLook): Promise<ReplyWorkbook> {
  return (await madeOfOwn(reply, look)) ?? (await made(reply, look.madeOn, undefined))
}
