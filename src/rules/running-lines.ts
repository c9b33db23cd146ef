/** The lines of all logs in one count from 1, so that a place is a single number; plain data. */
export interface RunningLines {
  /** Of each log: the count of its first line, and that line. */
  readonly starts: number[]
  readonly firsts: number[]
  last: number
}

export interface LineOfLog {
  readonly log: number
  readonly line: number
}

export interface Behind {
  readonly logs: number
  readonly linesBefore: number
}

export function createRunningLines(): RunningLines {
  return { starts: [], firsts: [], last: 0 }
}

/** A log without a number has no line to begin with. */
function openUpTo({ starts, firsts, last }: RunningLines, logs: number, first: number): void {
  while (starts.length < logs) {
    starts.push(last + 1)
    firsts.push(first)
  }
}

/** Logs come one behind the other, and the lines of each in their order. */
export function countOf(lines: RunningLines, { log, line }: LineOfLog): number {
  openUpTo(lines, log + 1, line)
  const count = (lines.starts[log] ?? 0) + line - (lines.firsts[log] ?? 0)
  lines.last = Math.max(lines.last, count)
  return count
}

export function append(lines: RunningLines, more: RunningLines, { logs, linesBefore }: Behind): void {
  openUpTo(lines, logs, 0)
  lines.starts.push(...more.starts.map((start) => start + lines.last))
  lines.firsts.push(...more.firsts.map((first) => first + linesBefore))
  lines.last += more.last
}

export function lineAt({ starts, firsts }: RunningLines, count: number): LineOfLog {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= count) low = middle
    else high = middle - 1
  }
  return { log: low, line: (firsts[low] ?? 0) + count - (starts[low] ?? 0) }
}
