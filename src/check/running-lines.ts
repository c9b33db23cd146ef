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

export function createRunningLines(): RunningLines {
  return { starts: [], firsts: [], last: 0 }
}

export function openLog(lines: RunningLines, first: number): void {
  lines.starts.push(lines.last + 1)
  lines.firsts.push(first)
}

/** Logs come one behind the other, and the lines of each in their order: this one is of the last log opened. */
export function countOf(lines: RunningLines, line: number): number {
  const { starts, firsts } = lines
  const count = (starts[starts.length - 1] ?? 0) + line - (firsts[firsts.length - 1] ?? 0)
  lines.last = Math.max(lines.last, count)
  return count
}

export function append(lines: RunningLines, more: RunningLines, linesBefore: number): void {
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
