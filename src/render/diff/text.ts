import { type Finding, isAtLeast } from '../../model/finding.ts'
import type { Look } from '../../model/look.ts'
import { pathName, placeName, severityMark } from '../findings/words.ts'
import type { ListCell } from '../list/list.ts'
import { paintOf } from '../paint.ts'
import { visible } from '../printable.ts'
import { hang } from '../wrap.ts'
import type { DiffFormat } from './index.ts'
import { type DiffList, diffLists, diffNotes, diffSummary, toCheck } from './lists.ts'

/** By its number; one that has none, by the day it was filed. */
function whoIs(type: string, number: string, day: string): string {
  return `${type}  ${number || `（没有编号${day && `，${day}`}）`}`
}

function lineOf({ title }: DiffList, cells: readonly ListCell[]): string {
  const [type = '', number = '', filed = '', what = '', from = '', to = ''] = cells.map((cell) =>
    visible(String(cell)),
  )
  const day = filed && `${filed} 立案`
  const who = whoIs(type, number, day)
  switch (title) {
    case '改动':
      return `${who}  ${what}：${from || '（空）'} → ${to || '（空）'}`
    case '疑似换了编号':
      return `${type}  ${number} → ${what}${day && `  ${day}`}`
    case '新办结':
      return `${who}  ${what} 结案${from && `，${from}`}`
    default:
      return number && day ? `${who}  ${day}` : who
  }
}

function findingLines(findings: readonly Finding[], { columns, color }: Look): readonly string[] {
  const paint = paintOf(color)
  return findings.map((finding) => {
    const place = placeName(finding, { withSheet: true, short: false })
    const words = `${visible(finding.message)} → ${visible(finding.remedy)} [${finding.rule}]`
    return `  ${severityMark(finding.severity, paint)}  ${hang(`${place}  ${words}`, columns, 10)}`
  })
}

/** A quiet run says nothing of two returns that differ in nothing. */
export const diffText: DiffFormat = (report, look) => {
  const { columns, quiet } = look
  const lists = diffLists(report)
    .filter(({ rows }) => rows.length > 0)
    .flatMap((list) => [
      '',
      `${list.title} ${list.rows.length} ${list.counter}`,
      ...list.rows.map((cells) => `  ${hang(lineOf(list, cells), columns, 4)}`),
    ])
  const findings = quiet
    ? report.findings.filter(({ severity }) => isAtLeast(severity, report.failOn))
    : report.findings
  const notes = diffNotes(report)
  if (quiet && lists.length + findings.length + notes.length === 0) return ''
  const said = findingLines(findings, look)
  const checks = said.length === 0 ? [] : ['', toCheck(report).title, ...said]
  const title = `${pathName(report.old.path)} → ${pathName(report.new.path)}`
  const noted = notes.map((note) => hang(visible(note), columns, 0))
  return [title, diffSummary(report), ...noted, ...lists, ...checks, ''].join('\n')
}
