import type { Finding } from '../../model/finding.ts'
import type { RowSource } from '../../model/read-row.ts'
import type { Reply, ReturnedLog } from '../../model/reply.ts'
import { inOrder } from '../findings/in-order.ts'
import { type ShownLogs, showLogs } from '../findings/shown-logs.ts'
import { addFindings, type PlaceIn, placeInShown } from '../findings/xlsx-list.ts'
import { addLogs, markCells } from '../findings/xlsx-logs.ts'
import { type Workbook, workbookBytes } from '../workbook.ts'
import { addGuide } from './guide-sheet.ts'
import { mayBeLoaded } from './own-workbook.ts'
import { remedyForUnit } from './remedy-for-unit.ts'

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
  const bytes = await workbookBytes({ madeOn, from, isLog }, (workbook: Workbook) => {
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

export interface ReplyWorkbook {
  readonly bytes: Uint8Array
  /** Where a finding stands in it. */
  readonly placeIn: PlaceIn
}

export interface ReplyLook {
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
