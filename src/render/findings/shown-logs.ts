import type { Finding } from '../../model/finding.ts'
import type { ReadRow, RowSource } from '../../model/read-row.ts'
import { cellText } from '../list/xlsx.ts'

/**
 * The logs as they were read, each row in its row and each cell under its letter, so that E7 is E7 here too. Of a long
 * log the rows behind the first thousands are shown only where something was found in them: nobody looks through the
 * others, and they would cost more memory than everything else.
 */

const mostWholeRows = 5000

export interface ShownLog extends RowSource {
  readonly name: string
  /** Rows of their own above the first; what a Word file has before its table stands in no row. */
  above: readonly (readonly string[])[]
  /** The line of its heading, where that is to stand out. */
  headingLine: number | null
  readonly rows: Map<number, ReadRow>
  /** Rows read, shown or not. */
  read: number
  latest: ReadRow | undefined
  before: ReadRow | undefined
  /** The row behind this one is kept, too: it is the neighbour of a faulty one. */
  isNextKept: boolean
  readonly rowOfLine: Map<number, number>
}

/** Excel allows 31 characters, and not these. */
function sheetName({ path, sheet }: RowSource, taken: ReadonlySet<string>): string {
  const file = path === '-' ? '标准输入' : path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  const whole = (sheet === undefined ? file : `${file} ${sheet}`).replace(/[[\]:*?/\\']/g, '_')
  const name = cellText(whole).slice(0, 26) || '台账'
  for (let at = 1; ; at += 1) {
    const candidate = at === 1 ? name : `${name} (${at})`
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}

function keep(log: ShownLog, row: ReadRow): void {
  log.rows.set(row.row, row)
  log.rowOfLine.set(row.line, row.row)
}

/** The row a spreadsheet shows a finding in; undefined where it is about the whole log. */
function rowIn(log: ShownLog | undefined, { line }: Finding): number | undefined {
  return line === undefined ? undefined : log?.rowOfLine.get(line)
}

function movedDown(cell: string, rows: number): string {
  return rows === 0 ? cell : cell.replace(/\d+$/, (row) => String(Number(row) + rows))
}

function keyOf({ path, sheet }: RowSource): string {
  return `${path}\n${sheet ?? ''}`
}

export interface LogsWanted {
  /** Names of the workbook's other sheets. */
  readonly reserved: readonly string[]
  readonly mostSheets?: number
  /** Rows that are kept of a log, whatever stands in them. */
  readonly mostRows?: number
  /** Where the logs stand in their own workbook already. */
  readonly nameOf?: (source: RowSource) => string | undefined
}

interface OpenedLogs {
  readonly logs: ReadonlyMap<string, ShownLog>
  /** Logs for which there was no room. */
  readonly left: ReadonlySet<string>
  readonly open: (source: RowSource) => ShownLog | undefined
}

function openedLogs({ reserved, mostSheets = Number.POSITIVE_INFINITY, nameOf }: LogsWanted): OpenedLogs {
  const logs = new Map<string, ShownLog>()
  const taken = new Set(reserved)
  const left = new Set<string>()
  const open = (source: RowSource): ShownLog | undefined => {
    const key = keyOf(source)
    const known = logs.get(key)
    if (known) return known
    if (logs.size >= mostSheets) {
      left.add(key)
      return undefined
    }
    const name = nameOf?.(source) ?? sheetName(source, taken)
    taken.add(name.toLowerCase())
    const own = { rows: new Map(), rowOfLine: new Map(), read: 0, isNextKept: false }
    const log: ShownLog = {
      ...source,
      name,
      above: [],
      headingLine: null,
      ...own,
      latest: undefined,
      before: undefined,
    }
    logs.set(key, log)
    return log
  }
  return { logs, left, open }
}

export interface ShownLogs {
  readonly row: (row: ReadRow, source: RowSource) => void
  /** So that its row and those beside it are kept. */
  readonly finding: (finding: Finding) => void
  readonly placeOf: (finding: Finding) => { readonly log: ShownLog; readonly cell: string } | undefined
  /** The row of a finding between those above and below it, as far as they were kept. */
  readonly around: (finding: Finding) => readonly ReadRow[]
  readonly all: () => readonly ShownLog[]
  /** Logs for which there was no room. */
  readonly omitted: () => number
}

export function showLogs(wanted: LogsWanted): ShownLogs {
  const { open, logs, left } = openedLogs(wanted)
  const { mostRows = mostWholeRows } = wanted
  return {
    row(row, source) {
      const log = open(source)
      if (log === undefined) return
      log.read += 1
      log.before = log.latest
      log.latest = row
      if (log.isNextKept || log.read <= mostRows) keep(log, row)
      log.isNextKept = false
    },
    finding(finding) {
      const log = logs.get(keyOf(finding))
      if (!log?.latest || finding.line !== log.latest.line) return
      if (log.before) keep(log, log.before)
      keep(log, log.latest)
      log.isNextKept = true
    },
    around(finding) {
      const log = logs.get(keyOf(finding))
      const row = rowIn(log, finding)
      return row === undefined ? [] : [row - 1, row, row + 1].flatMap((at) => log?.rows.get(at) ?? [])
    },
    placeOf(finding) {
      const log = logs.get(keyOf(finding))
      const row = rowIn(log, finding)
      if (log === undefined || row === undefined) return undefined
      return { log, cell: movedDown(finding.cell ?? `A${row}`, log.above.length) }
    },
    all: () => [...logs.values()],
    omitted: () => left.size,
  }
}
